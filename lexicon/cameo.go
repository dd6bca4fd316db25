package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"depesche/record"
)

// cameoRule gives a CAMEO code to acts of a type, where their mode, one of
// their contexts and their word are those of the rule. An empty one is any.
type cameoRule struct {
	mode, context string
	words         map[word]bool
	code          string
}

// Cameo is the CAMEO code of an act that a line codes, by its type, mode and
// contexts: that of the first rule that fits, "" if none does. A type that is
// said for what is to come as another one is written "AID>AGREE".
func (x *Lexicon) Cameo(typ, mode string, contexts []string, f *Frame) string {
	for i := range x.cameo[typ] {
		r := &x.cameo[typ][i]
		switch {
		case r.mode != "" && r.mode != mode,
			r.context != "" && !slices.Contains(contexts, r.context),
			r.words != nil && !r.spokenBy(f):
			continue
		}
		return r.code
	}
	return ""
}

func (r *cameoRule) spokenBy(f *Frame) bool {
	for _, l := range f.Lemmas {
		if r.words[word{l, f.Kind}] {
			return true
		}
	}
	return false
}

// readCameo reads the rules of a language, then those that hold in all: type,
// mode, context, words ("sign|ratify/V|ratification/N"; the kind holds for all
// before it), code.
func (x *Lexicon) readCameo(files fs.FS) error {
	x.cameo = map[string][]cameoRule{}
	for _, name := range []string{x.Lang + "/cameo.tsv", "cameo.tsv"} {
		rows, err := readTable(files, name, 5)
		if err != nil {
			return err
		}
		for _, row := range rows {
			r := cameoRule{mode: row.cell(1), context: row.cell(2), code: row.cell(4)}
			typ, _, _ := strings.Cut(row.cell(0), ">")
			switch {
			case !record.IsType(typ):
				return row.errorf("no event type %q", typ)
			case r.mode != "" && !record.IsMode(typ, r.mode):
				return row.errorf("no mode %q of %s", r.mode, typ)
			case len(r.code) < 2 || len(r.code) > 4 || strings.Trim(r.code, "0123456789") != "":
				return row.errorf("code %q: want two to four digits", r.code)
			}
			if r.words, err = cameoWords(row.cell(3)); err != nil {
				return row.errorf("%v", err)
			}
			x.cameo[row.cell(0)] = append(x.cameo[row.cell(0)], r)
		}
	}
	return nil
}

func cameoWords(cell string) (map[word]bool, error) {
	if cell == "" {
		return nil, nil
	}
	words := map[word]bool{}
	var open []string
	for one := range strings.SplitSeq(cell, "|") {
		lemma, kind, ends := strings.Cut(one, "/")
		open = append(open, lemma)
		if !ends {
			continue
		}
		k, ok := map[string]Kind{"V": Verb, "N": Noun, "A": Adjective}[kind]
		if !ok {
			return nil, fmt.Errorf("kind %q: want V, N or A", kind)
		}
		for _, l := range open {
			words[word{l, k}] = true
		}
		open = nil
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("%q: its kind is missing", strings.Join(open, "|"))
	}
	return words, nil
}
