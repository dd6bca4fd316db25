package morph

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/data"
	"depesche/report"
)

// compoundRules are what the tables say of compounds.
type compoundRules struct {
	links    []string        // what may stand between the parts
	prefixes map[string]bool // modifiers that are no words of the dictionary
	noHead   map[string]bool // nouns that are no last parts: endings
	whole    map[string]bool // what looks like a compound and is none
}

// loadTables reads compounds.tsv and particles.tsv, if the language has them.
func (d *Dict) loadTables() error {
	c := &d.compounds
	c.prefixes, c.noHead, c.whole = map[string]bool{}, map[string]bool{}, map[string]bool{}
	d.particles = map[string]bool{}
	err := table(d.lang+"/compounds.tsv", 2, func(f []string) error {
		switch f[0] {
		case "link":
			c.links = append(c.links, f[1])
		case "prefix":
			c.prefixes[f[1]] = true
		case "nohead":
			c.noHead[f[1]] = true
		case "whole":
			c.whole[f[1]] = true
		default:
			return fmt.Errorf("no kind %q, want link, prefix, nohead or whole", f[0])
		}
		return nil
	})
	if err != nil {
		return err
	}
	return table(d.lang+"/particles.tsv", 1, func(f []string) error { d.particles[f[0]] = true; return nil })
}

// loadLemmas reads lemmas.tsv, which corrects what has been learned: form in small
// letters, part of speech, lemma.
func (d *Dict) loadLemmas() error {
	return table(d.lang+"/lemmas.tsv", 3, func(f []string) error {
		u := report.ParseUPOS(f[1])
		if u == report.NoPOS {
			return fmt.Errorf("no part of speech %q", f[1])
		}
		d.exceptions[string(rune(u))+f[0]] = f[2]
		return nil
	})
}

func table(name string, fields int, line func(f []string) error) error {
	if _, err := fs.Stat(data.Files, name); err != nil {
		return nil
	}
	return data.Table(name, fields, line)
}

// Lengths of parts, in bytes.
const (
	minHead     = 3
	minModifier = 2
	minVerb     = 3  // what follows a particle
	minAdj      = 5  // an adjective as a last part
	minRare     = 7  // a last part that is not common
	maxForm     = 60 // longer forms are not parted
)

// Compound parts the lemma of a noun at its last seam: "Truppenabzug" is "Truppe"
// and "Abzug", "US-Angriff" "US" and "Angriff". The modifier is a lemma (of a
// noun, an adjective or a verb) if it is known, else as written; ok is false for
// what is no compound.
func (d *Dict) Compound(lemma string) (modifier, head string, ok bool) {
	if i := strings.LastIndexByte(lemma, '-'); i > 0 && i < len(lemma)-1 {
		return lemma[:i], lemma[i+1:], true
	}
	if !isCapital(lemma) || d.compounds.whole[lemma] || len(lemma) > maxForm {
		return "", "", false
	}
	c, at := d.noun(lemma)
	if c == nil {
		return "", "", false
	}
	modifier, _ = d.modifier(lemma[:at], 1)
	return modifier, titled(lemma[at:]), true
}

// guess finds the class of the last part of a form that the dictionary does not
// hold, and where that part begins.
func (d *Dict) guess(form string) (*class, int) {
	if len(form) > maxForm {
		return nil, 0
	}
	if i := strings.LastIndexByte(form, '-'); i > 0 && i < len(form)-1 {
		return d.afterHyphen(form, i+1)
	}
	if d.lang != "de" {
		return nil, 0
	}
	if isCapital(form) {
		return d.noun(form)
	}
	if c, at := d.particleVerb(form); c != nil {
		return c, at
	}
	return d.adjective(form)
}

func (d *Dict) afterHyphen(form string, at int) (*class, int) {
	if c := find(d, form[at:]); c != nil {
		return c, at
	}
	if small, ok := lowerFirst(form[at:]); ok {
		if c := find(d, small.bytes()); c != nil {
			return c, at
		}
	}
	if c, n := d.guess(form[at:]); c != nil {
		return c, at + n
	}
	return nil, 0
}

// noun finds the longest last part that is a noun and leaves a modifier.
func (d *Dict) noun(form string) (*class, int) {
	var b [maxForm + utf8.UTFMax]byte
	for at := range form {
		if at < minModifier || len(form)-at < minHead {
			continue
		}
		tail := capitalised(b[:0], form[at:])
		c := find(d, tail)
		if c == nil || !c.has(report.NOUN) || !c.common && len(tail) < minRare || d.compounds.noHead[string(tail)] {
			continue
		}
		if form[at] == 's' && needsLink(form[:at]) {
			continue // the s is the link: "Aufenthalts-ort"
		}
		if _, ok := d.modifier(form[:at], 1); ok {
			return c, at
		}
	}
	return nil, 0
}

// needsLink says whether the modifier's ending asks for a linking s.
func needsLink(x string) bool {
	for _, e := range [...]string{"ung", "heit", "keit", "schaft", "tät", "ion", "ling", "tum", "halt", "trag", "sicht", "fahrt", "kunft"} {
		if strings.HasSuffix(x, e) {
			return true
		}
	}
	return false
}

// adjective finds the longest last part that is an adjective.
func (d *Dict) adjective(form string) (*class, int) {
	for at := range form {
		if at < minModifier || len(form)-at < minAdj {
			continue
		}
		c := find(d, form[at:])
		if c == nil || !c.has(report.ADJ) {
			continue
		}
		if _, ok := d.modifier(form[:at], 1); ok || form[:at] == "un" {
			return c, at
		}
	}
	return nil, 0
}

// particleVerb finds the verb after a separable particle.
func (d *Dict) particleVerb(form string) (*class, int) {
	for at := range form {
		if at < 2 || len(form)-at < minVerb || !d.particles[form[:at]] {
			continue
		}
		if c := find(d, form[at:]); c != nil && (c.has(report.VERB) || c.has(report.ADJ)) {
			return c, at
		}
	}
	return nil, 0
}

// modifier finds the lemma of what stands before the last part; depth bounds how
// often it may be parted itself.
func (d *Dict) modifier(x string, depth int) (string, bool) {
	x = strings.TrimSuffix(x, "-")
	if len(x) < minModifier {
		return x, false
	}
	if strings.Trim(x, "0123456789,.") == "" {
		return x, true // "40jährig"
	}
	if d.compounds.prefixes[strings.ToLower(x)] {
		return titled(x), true
	}
	if l, ok := d.wordOf(x, len(x) < 4); ok {
		return l, true
	}
	for _, link := range d.compounds.links {
		if stem, ok := strings.CutSuffix(x, link); ok && len(stem) >= 3 {
			if l, ok := d.wordOf(stem, true); ok {
				return l, true
			}
		}
	}
	for _, ending := range [...]string{"e", "en"} {
		if l, ok := d.wordOf(x+ending, true); ok && len(x) >= 4 {
			return l, true
		}
	}
	if c := find(d, strings.ToLower(x)+"en"); c != nil && c.common && c.has(report.VERB) && len(x) >= 3 {
		return strings.ToLower(x) + "en", true
	}
	if depth > 0 {
		return d.compoundModifier(x, depth-1)
	}
	return x, false
}

// wordOf finds the lemma of a modifier that is a noun, a name or an adjective.
func (d *Dict) wordOf(x string, common bool) (string, bool) {
	t := titled(x)
	if isUpper(x) && len(x) <= 5 {
		t = x
	}
	if c := find(d, t); c != nil && (c.common || !common) {
		plural := report.Feats(0).With(report.Number, "Plur").With(report.MorphCase, "Gen")
		for _, u := range [...]report.UPOS{report.NOUN, report.PROPN} {
			if l, ok := d.best(c, t, u, plural); ok {
				return l, true
			}
		}
	}
	small := strings.ToLower(x)
	if c := find(d, small); c != nil && c.common && len(x) >= 4 && c.has(report.ADJ) {
		return d.best(c, small, report.ADJ, 0)
	}
	return x, false
}

// compoundModifier parts the modifier itself.
func (d *Dict) compoundModifier(x string, depth int) (string, bool) {
	var b [maxForm + utf8.UTFMax]byte
	for at := range x {
		if at < minModifier+1 || len(x)-at < minHead+1 {
			continue
		}
		for _, link := range append([]string{""}, d.compounds.links...) {
			tail, ok := strings.CutSuffix(x[at:], link)
			if !ok || len(tail) <= minHead {
				continue
			}
			head := capitalised(b[:0], tail)
			c := find(d, head)
			if c == nil || !c.common || !c.has(report.NOUN) || d.compounds.noHead[string(head)] {
				continue
			}
			if _, ok := d.modifier(x[:at], depth); !ok {
				continue
			}
			l, ok := d.best(c, string(head), report.NOUN, 0)
			if !ok {
				continue
			}
			return titled(x[:at]) + strings.ToLower(l), true
		}
	}
	return x, false
}

// capitalised appends x with a capital first letter and the rest as it is.
func capitalised(b []byte, x string) []byte {
	r, size := utf8.DecodeRuneInString(x)
	b = utf8.AppendRune(b, unicode.ToUpper(r))
	return append(b, x[size:]...)
}
