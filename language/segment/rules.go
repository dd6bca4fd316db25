package segment

import (
	"fmt"
	"io/fs"
	"strings"

	"depesche/language/data"
)

// kind says what an abbreviation does at its full stop.
type kind uint8

const (
	noAbbreviation kind = iota
	title               // stands before a name
	inside              // never ends a sentence
	number              // an abbreviation only before a number
	final               // may end a sentence
)

var kinds = map[string]kind{"title": title, "inside": inside, "number": number, "final": final}

// rules are a language's tables.
type rules struct {
	abbreviations map[string]kind
	contractions  map[string]contraction
	suffixes      []string // after an apostrophe or within "n't", without "-"
	starters      map[string]bool
	openers       map[string][]string // with what makes a name of them
	prefixes      map[string]bool
	before, after map[string]bool // words around an ordinal
	units         map[string]bool // cut off a number
	elisions      map[string]bool // words that end in an apostrophe, in small letters, without it
	joinHyphens   bool
	joinSigns     bool
	partSuffixes  bool
	seams         *seams // nil if the language has none
}

// contraction is the parts of a contraction, written small and with a capital
// letter.
type contraction struct{ parts, capital []string }

// loadRules reads the language's tables, or, if there are none, those given (names
// without ending).
func loadRules(lang string, given map[string]string) (*rules, error) {
	r := &rules{abbreviations: map[string]kind{}, contractions: map[string]contraction{}, starters: map[string]bool{},
		openers: map[string][]string{}, prefixes: map[string]bool{}, before: map[string]bool{}, after: map[string]bool{}, units: map[string]bool{}, elisions: map[string]bool{}}
	_, err := fs.Stat(data.Files, lang)
	known := err == nil
	for _, t := range []struct {
		name   string
		fields int
		line   func(f []string) error
	}{
		{"tokens", 2, r.setting},
		{"abbreviations", 2, r.abbreviation},
		{"contractions", 2, r.contraction},
		{"starters", 1, func(f []string) error { r.starters[f[0]] = true; return nil }},
		{"openers", 2, r.opener},
		{"prefixes", 1, func(f []string) error { r.prefixes[f[0]] = true; return nil }},
		{"ordinals", 2, r.ordinal},
	} {
		file := lang + "/" + t.name + ".tsv"
		if !known {
			if err := data.Lines(file, []byte(given[t.name]), t.fields, t.line); err != nil {
				return nil, err
			}
			continue
		}
		if _, err := fs.Stat(data.Files, file); err != nil {
			continue
		}
		if err := data.Table(file, t.fields, t.line); err != nil {
			return nil, err
		}
	}
	if !known {
		return r, nil
	}
	r.seams, err = loadSeams(lang)
	return r, err
}

func (r *rules) setting(f []string) error {
	switch f[0] + " " + f[1] {
	case "hyphen join":
		r.joinHyphens = true
	case "signs join":
		r.joinSigns = true
	case "apostrophe part":
		r.partSuffixes = true
	case "hyphen part", "signs word", "apostrophe word":
	default:
		switch f[0] {
		case "unit":
			r.units[f[1]] = true
		case "elision":
			r.elisions[f[1]] = true
		default:
			return fmt.Errorf("no setting %q %q", f[0], f[1])
		}
	}
	return nil
}

func (r *rules) abbreviation(f []string) error {
	k := kinds[f[1]]
	if k == noAbbreviation {
		return fmt.Errorf("no kind %q of abbreviation", f[1])
	}
	if !strings.HasSuffix(f[0], ".") {
		return fmt.Errorf("abbreviation %q does not end in a full stop", f[0])
	}
	r.abbreviations[f[0]] = k
	return nil
}

func (r *rules) contraction(f []string) error {
	if suffix, ok := strings.CutPrefix(f[0], "-"); ok {
		r.suffixes = append(r.suffixes, suffix)
		return nil
	}
	parts := strings.Fields(f[1])
	if len(parts) < 2 {
		return fmt.Errorf("contraction %q has no two parts", f[0])
	}
	r.contractions[f[0]] = contraction{parts, append([]string{capital(parts[0])}, parts[1:]...)}
	return nil
}

func capital(x string) string {
	for i := range x {
		if i > 0 {
			return strings.ToUpper(x[:i]) + x[i:]
		}
	}
	return strings.ToUpper(x)
}

func (r *rules) opener(f []string) error {
	names := []string{}
	if f[1] != "-" {
		names = strings.Split(f[1], "|")
	}
	if f[0] != capital(f[0]) {
		return fmt.Errorf("opener %q has no capital", f[0])
	}
	r.openers[f[0]] = names
	return nil
}

func (r *rules) ordinal(f []string) error {
	switch f[0] {
	case "before":
		r.before[f[1]] = true
	case "after":
		r.after[f[1]] = true
	default:
		return fmt.Errorf("%q is neither before nor after", f[0])
	}
	return nil
}
