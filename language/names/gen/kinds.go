package main

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/model"
	"depesche/language/morph"
	"depesche/language/names"
	"depesche/language/train"
	"depesche/report"
)

// know gathers what is known of words and names: lists, clusters, letters.
func (f *flags) know(k *names.Known, d *morph.Dict) error {
	s := spellings{}
	if err := readLists(k, &s, f.people, f.places, f.orgs); err != nil {
		return err
	}
	for _, name := range f.lists {
		if err := readKinds(name, f.lang, &k.Lists, s); err != nil {
			return err
		}
	}
	m, err := readModel(f.lang)
	if err != nil {
		return err
	}
	learnClusters(&k.Words, m)
	s.ordinary(m, d)
	k.Letters = train.Letters(s.sorted(), 6, 1)
	fmt.Printf("%d forms, %d names and beginnings of names, %d words to learn letters from\n", k.Words.Len(), k.Lists.Len(), len(s))
	return nil
}

func readModel(lang string) (*model.Model, error) {
	raw, err := os.ReadFile("language/data/" + lang + "/model.bin.gz")
	if err != nil {
		return nil, err
	}
	return model.Read(bytes.NewReader(raw))
}

// readKinds reads a table of names and words and their kinds, one a line.
func readKinds(name, lang string, l *names.Lists, s spellings) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	parts := parts{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		x, kind, _ := strings.Cut(line, "\t")
		k, err := names.ParseKind(strings.TrimSpace(kind))
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		s.list(l, lang, x, k)
		parts.add(x, k)
	}
	parts.put(l)
	return lines.Err()
}

// piece is a word with which names of a kind begin, or that stands later in them.
type piece struct {
	word   string
	begins bool
	kind   names.Kind
}

// parts counts in how many names parts are.
type parts map[piece]int

// often is the number of names that make a word a part of names.
const often = 2

func (p parts) add(name string, k names.Kind) {
	ws := tokens(name)
	for i, w := range ws {
		if len(ws) > 1 {
			p[piece{strings.Clone(w), i == 0, k}]++
		}
	}
}

func (p parts) put(l *names.Lists) {
	for x, n := range p {
		if n >= often {
			l.PutPart(x.word, x.begins, x.kind)
		}
	}
}

// list puts a name, also without its article, or a head with its endings on the list of
// its kind.
func (s spellings) list(l *names.Lists, lang, x string, k names.Kind) {
	if k >= names.KindRole {
		for _, end := range endings(lang, x, k) {
			l.PutHead(x+end, k)
		}
		return
	}
	ws := tokens(x)
	l.Put(ws, k)
	if len(ws) > 1 && articles[ws[0]] {
		l.Put(ws[1:], k)
	}
	s.put(ws, k)
}

// endings are what may follow a noun; too many do no harm.
func endings(lang, x string, k names.Kind) []string {
	switch {
	case lang == "en":
		return []string{"", "s"}
	case strings.HasSuffix(x, "in"):
		return []string{"", "nen"}
	case k == names.KindRole:
		return []string{"", "n", "s", "es", "e", "en", "in", "innen", "r", "m"}
	}
	return []string{"", "n", "s", "es", "e", "en"}
}

var articles = map[string]bool{"Der": true, "Die": true, "Das": true, "der": true, "die": true, "das": true, "The": true}

// tokens cuts a name into words as the corpora do.
func tokens(x string) []string {
	var ws []string
	for w := range strings.FieldsSeq(x) {
		w = strings.Trim(w, `"„“”`)
		if n := len(w); n > 1 && strings.ContainsRune("!?:,", rune(w[n-1])) {
			ws = append(ws, w[:n-1], w[n-1:])
		} else if w != "" {
			ws = append(ws, w)
		}
	}
	return ws
}

// spellings are words and the kinds of names they are.
type spellings map[string]uint8

func (s spellings) person(ws []string) {
	for i, w := range ws {
		switch {
		case i == len(ws)-1:
			s.add(w, names.LettersSurname)
		case i == 0:
			s.add(w, names.LettersFirst)
		}
	}
}

func (s spellings) put(ws []string, k names.Kind) {
	switch {
	case k == names.KindFirst:
		s.add(ws[0], names.LettersFirst)
	case k == names.KindSurname:
		s.add(ws[len(ws)-1], names.LettersSurname)
	case k == names.KindPerson:
		s.person(ws)
	case len(ws) > 1:
	case k <= names.KindBuilding || k == names.KindPlace:
		s.add(ws[0], names.LettersPlace)
	case k >= names.KindCompany && k <= names.KindShort || k == names.KindOrg:
		s.add(ws[0], names.LettersOrg)
	}
}

func (s spellings) add(w string, is int) {
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && utf8.RuneCountInString(w) > 2 {
		s[strings.Clone(w)] |= 1 << is
	}
}

// ordinary adds the nouns of the language's model, English ones with a capital.
func (s spellings) ordinary(m *model.Model, d *morph.Dict) {
	for _, w := range m.Words {
		if !d.Known(w, report.NOUN) {
			continue
		}
		if m.Lang == "en" {
			r, n := utf8.DecodeRuneInString(w)
			w = string(unicode.ToUpper(r)) + w[n:]
		}
		s.add(w, names.LettersWord)
	}
}

func (s spellings) sorted() []train.Spelling {
	var all []train.Spelling
	for _, w := range slices.Sorted(maps.Keys(s)) {
		all = append(all, train.Spelling{Form: w, Is: s[w]})
	}
	return all
}
