package morph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/report"
)

// Lemma is the dictionary form of a word with the part of speech and features, as
// in Universal Dependencies: German nouns with a capital, separable verbs with
// their particle if it is written on them, names without the genitive's s. What is
// looked up is, in this order: the exceptions learned from treebanks, the
// dictionary, the dictionary for the last part of a compound, the endings learned
// from treebanks. A form that nothing fits is its own lemma.
func (d *Dict) Lemma(form string, upos report.UPOS, feats report.Feats) string {
	if l, ok := d.exception(form, upos); ok {
		return l
	}
	switch {
	case upos == report.PUNCT || upos == report.SYM:
		return form
	case upos == report.NUM:
		return strings.ToLower(form)
	}
	if l, ok := d.looked(form, upos, feats); ok {
		return l
	}
	if upos == report.PROPN {
		return d.nameLemma(form, feats)
	}
	if l, ok := d.guessed(form, upos, feats); ok {
		return l
	}
	if l, ok := d.ruled(form, upos, feats); ok {
		return l
	}
	return form
}

// exception finds a lemma that has been learned for the form in small letters.
func (d *Dict) exception(form string, upos report.UPOS) (string, bool) {
	var b [64]byte
	if len(form) >= len(b) {
		return "", false
	}
	key := appendLower(append(b[:0], byte(upos)), form)
	l, ok := d.exceptions[string(key)]
	return l, ok
}

// looked looks the form up as written, with a small first letter and, if all its
// letters are capitals, with a capital first letter only.
func (d *Dict) looked(form string, upos report.UPOS, feats report.Feats) (string, bool) {
	if l, ok := d.best(find(d, form), form, upos, feats); ok {
		return l, true
	}
	if small, ok := lowerFirst(form); ok {
		if c := find(d, small.bytes()); c != nil {
			if l, ok := d.best(c, small.string(), upos, feats); ok {
				return l, true
			}
		}
	}
	if l, ok := strings.CutSuffix(form, "r"); ok && d.lang == "de" && upos == report.NOUN && strings.HasSuffix(l, "e") && d.Known(l, report.NOUN) {
		return l, true // "Abgeordneter", strong
	}
	if !isUpper(form) || upos == report.PROPN || len(form) < 4 && upos == report.NOUN {
		return "", false
	}
	t := titled(form)
	if l, ok := d.best(find(d, t), t, upos, feats); ok {
		return l, true
	}
	t = strings.ToLower(form)
	return d.best(find(d, t), t, upos, feats)
}

// best is the lemma of the class's reading that fits best; of several, the
// one that is the form itself, else the shortest.
func (d *Dict) best(c *class, form string, upos report.UPOS, feats report.Feats) (string, bool) {
	if c == nil {
		return "", false
	}
	at, most, length := -1, -1, 0
	for i := range c.analyses {
		a := &c.analyses[i]
		fit := fits(a, upos, feats)
		if fit < 0 || fit < most || int(a.edit) >= len(d.edits) {
			continue
		}
		e := &d.edits[a.edit]
		n := len(e.append) - e.cut - len(e.infix)
		if *e == (edit{}) {
			n = -1 << 10
		}
		if fit > most || n < length {
			at, most, length = i, fit, n
		}
	}
	if at < 0 {
		return "", false
	}
	return d.lemma(form, &c.analyses[at])
}

// fits counts the features that the reading shares; -1 if it is another part of
// speech.
func fits(a *Analysis, upos report.UPOS, feats report.Feats) int {
	if a.UPOS != upos && !(isVerb(a.UPOS) && isVerb(upos)) {
		return -1
	}
	n := 1
	if a.UPOS == upos {
		n += 2
	}
	for _, k := range [...]report.Feature{report.VerbForm, report.Mood, report.Tense, report.Number, report.MorphCase, report.Gender, report.Degree, report.Person} {
		if v := a.Feats.Get(k); v != "" && v == feats.Get(k) {
			n++
		}
	}
	return n
}

func isVerb(u report.UPOS) bool { return u == report.VERB || u == report.AUX }

// nameLemma takes off a name what the genitive has put on it.
func (d *Dict) nameLemma(form string, feats report.Feats) string {
	if s, ok := strings.CutSuffix(form, "'"); ok && len(s) > 1 {
		return s
	}
	if s, ok := strings.CutSuffix(form, "’"); ok && len(s) > 1 {
		return s
	}
	if d.lang != "de" {
		return form
	}
	s, ok := strings.CutSuffix(form, "s")
	if !ok || len(s) < 3 || strings.HasSuffix(s, "s") || isUpper(s) {
		return form
	}
	if feats.Is(report.MorphCase, "Gen") || d.Known(s, report.PROPN) {
		return s
	}
	return form
}

// guessed finds the lemma by the last part of a compound, or by a verb with a
// particle.
func (d *Dict) guessed(form string, upos report.UPOS, feats report.Feats) (string, bool) {
	c, at := d.guess(form)
	if c == nil {
		return "", false
	}
	part := form[at:]
	if upos == report.NOUN && !isCapital(part) {
		part = titled(part)
	}
	l, ok := d.best(c, part, upos, feats)
	if !ok {
		return "", false
	}
	if r, _ := utf8.DecodeLastRuneInString(form[:at]); r != '-' && isCapital(l) && upos != report.PROPN {
		small, _ := lowerFirst(l)
		l = small.string()
	}
	return form[:at] + l, true
}

// ruled applies the rule of the longest ending.
func (d *Dict) ruled(form string, upos report.UPOS, feats report.Feats) (string, bool) {
	if strings.ContainsAny(form, "0123456789") {
		return form, true
	}
	if d.lang == "de" && isCapital(form) && !isUpper(form) && (upos == report.ADJ || upos == report.VERB || upos == report.ADV) {
		// Nothing knows the small form: a name that was taken for something else.
		return d.nameLemma(form, report.Feats(0).With(report.MorphCase, "Gen")), true
	}
	form = d.cased(form, upos)
	var b [64]byte
	for n := min(maxEnding, len(form)-1); n >= 0; n-- {
		key := AppendRuleKey(b[:0], form[len(form)-n:], upos, feats)
		e, ok := d.rules[string(key)]
		if !ok || int(e) >= len(d.edits) {
			continue
		}
		l, ok := d.edits[e].apply(form)
		if ok && utf8.ValidString(l) && (len(l) > 2 || l == form) {
			return l, true
		}
	}
	return form, true
}

// cased writes a form as its lemma is written: German nouns and English
// adjectives of names keep their capital.
func (d *Dict) cased(form string, upos report.UPOS) string {
	switch {
	case !isCapital(form), upos == report.PROPN, d.lang == "de" && upos == report.NOUN, d.lang == "en" && upos == report.ADJ && !isUpper(form):
		return form
	case isUpper(form) && utf8.RuneCountInString(form) > 1 && upos == report.NOUN:
		return form // an abbreviation
	}
	return strings.ToLower(form)
}

// maxEnding is the longest ending of a rule, in bytes.
const maxEnding = 6

// AppendRuleKey makes the key of a rule: part of speech, the features that change
// endings, the ending.
func AppendRuleKey(b []byte, ending string, upos report.UPOS, feats report.Feats) []byte {
	b = append(b, byte(upos))
	for _, k := range [...]report.Feature{report.Number, report.VerbForm, report.Tense, report.Degree, report.Person} {
		v := feats.Get(k)
		if v == "" {
			v = "-"
		}
		b = append(b, v[0])
	}
	return append(b, ending...)
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// titled makes the first letter a capital and the others small.
func titled(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + strings.ToLower(s[size:])
}

func appendLower(b []byte, s string) []byte {
	for _, r := range s {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// short is a form in space of its own, so that looking it up takes no memory.
type short struct {
	b [64]byte
	n int
}

func (s *short) string() string { return string(s.b[:s.n]) }
func (s *short) bytes() []byte  { return s.b[:s.n] }

// lowerFirst is the form with a small first letter; false if it has none, or the
// form is too long.
func lowerFirst(form string) (s short, ok bool) {
	r, size := utf8.DecodeRuneInString(form)
	if !unicode.IsUpper(r) || len(form) > len(s.b)-utf8.UTFMax {
		return s, false
	}
	s.n = utf8.EncodeRune(s.b[:], unicode.ToLower(r))
	s.n += copy(s.b[s.n:], form[size:])
	return s, true
}
