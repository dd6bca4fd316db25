// Package lexicon knows what words do: which verb or noun is which PLOVER act
// and which of its arguments is who; modality, attribution, role nouns,
// measures. All of it is read from the tables in one folder a language, whose
// format is in docs/lexicon.md. It knows nothing of trees.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:embed *.tsv de/*.tsv en/*.tsv
var tables embed.FS

// Lexicon is the knowledge of one language's words. It is immutable.
type Lexicon struct {
	Lang          string
	Events        *Frames
	Relations     *Frames
	Speech        *Frames
	Status        *Frames
	Measures      *Frames // Type is the measure, Mode the noun for "other"
	Changes       *Frames // Type is up or down
	Modals        []Modal
	Subordinators map[string]Subordinator
	Cues          []Cue
	Roles         map[string]RoleNoun
	Classes       map[string][]string
	Irregular     map[string]string // form of a verb to its lemma
	Sport, Arts   map[string]bool   // classes @sport and @arts
	Private       map[string]bool   // class @private-people: family, neighbours
	Contexts      map[string]string // lemma to PLOVER context
	Units         map[string]Unit
	Numbers       map[string]Number
	Approx        map[string]string // word to about, more, less, over
	Agents        map[string]Agent  // "TYPE mode" to the doer that the word implies
	Patients      map[string]Agent  // "TYPE mode" or "TYPE SECTOR of the doer" to whom it is done, where the word implies it

	cameo map[string][]cameoRule // by type, see Cameo
}

var byLang = map[string]func() (*Lexicon, error){
	"de": sync.OnceValues(func() (*Lexicon, error) { return Read(tables, "de") }),
	"en": sync.OnceValues(func() (*Lexicon, error) { return Read(tables, "en") }),
}

// Load is the built-in lexicon of a language; it is read once.
func Load(lang string) (*Lexicon, error) {
	load, ok := byLang[lang]
	if !ok {
		return nil, fmt.Errorf("lexicon: no language %q", lang)
	}
	return load()
}

// Read reads the tables of a language from its folder in files.
func Read(files fs.FS, lang string) (*Lexicon, error) {
	x := &Lexicon{Lang: lang}
	var err error
	if x.Classes, err = readClasses(files, lang); err != nil {
		return nil, err
	}
	x.Sport, x.Arts, x.Private = set(x.Classes["@sport"]), set(x.Classes["@arts"]), set(x.Classes["@private-people"])
	for _, t := range []struct {
		into    **Frames
		pattern string
		columns int
		read    func(row, map[string][]string) (*Frame, error)
	}{
		{&x.Events, "events*.tsv", 9, eventFrame},
		{&x.Relations, "relations*.tsv", 8, relationFrame},
		{&x.Speech, "speech*.tsv", 7, speechFrame},
		{&x.Status, "status*.tsv", 6, statusFrame},
		{&x.Measures, "measures*.tsv", 5, measureFrame},
		{&x.Changes, "changes*.tsv", 3, changeFrame},
	} {
		if *t.into, err = readFrames(files, path.Join(lang, t.pattern), t.columns, x.Classes, t.read); err != nil {
			return nil, err
		}
	}
	if err := x.readWords(files); err != nil {
		return nil, err
	}
	return x, x.readCameo(files)
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, l := range list {
		m[l] = true
	}
	return m
}

func readFrames(files fs.FS, pattern string, columns int, classes map[string][]string, read func(row, map[string][]string) (*Frame, error)) (*Frames, error) {
	names, err := fs.Glob(files, pattern)
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("lexicon: no table %s", pattern)
	}
	var all []*Frame
	for _, name := range names {
		rows, err := readTable(files, name, columns)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			f, err := read(r, classes)
			if err != nil {
				return nil, err
			}
			all = append(all, f)
		}
	}
	return newFrames(all), nil
}

func readClasses(files fs.FS, lang string) (map[string][]string, error) {
	rows, err := readTable(files, path.Join(lang, "classes.tsv"), 2)
	if err != nil {
		return nil, err
	}
	m := make(map[string][]string, len(rows))
	for _, r := range rows {
		if !strings.HasPrefix(r.cell(0), "@") {
			return nil, r.errorf("class %q: want a name that starts with @", r.cell(0))
		}
		for l := range strings.SplitSeq(r.cell(1), ",") {
			m[r.cell(0)] = append(m[r.cell(0)], strings.TrimSpace(l))
		}
	}
	return m, nil
}
