package reading

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"depesche/lexicon"
	"depesche/report"
)

// place is a word of a sentence.
type place struct{ sent, word int }

// marked is a stretch of words in quotation marks, which may go on over several
// sentences.
type marked struct {
	from, to place
	words    int  // without punctuation
	speech   bool // somebody's words, not a name or title
	weak     bool // one word that may be either: "die »drastischen« Kürzungen"
}

// shortQuote is how many words in quotation marks may still be a name.
const shortQuote = 5

// findMarked gathers the stretches in quotation marks, which markQuotes has
// marked, and tells words of somebody's from names and titles.
func (d *doc) findMarked() {
	d.marks = d.marks[:0]
	open := false
	for s := range d.trees {
		if open && !d.goesOnQuoted(s) {
			open = false
		}
		for w := range d.trees[s].words {
			if !d.quoted[s][w] {
				open = false
				continue
			}
			p := place{s, w}
			if !open {
				if d.trees[s].words[w].UPOS == report.PUNCT {
					continue
				}
				d.marks = append(d.marks, marked{from: p})
				open = true
			}
			m := &d.marks[len(d.marks)-1]
			m.to = p
			if d.trees[s].words[w].UPOS != report.PUNCT {
				m.words++
			}
		}
	}
	for i := range d.marks {
		d.judgeMarked(&d.marks[i])
	}
}

// goesOnQuoted says whether a sentence begins inside the quotation marks in
// which the sentence before ended.
func (d *doc) goesOnQuoted(s int) bool {
	if s == 0 || len(d.quoted[s]) == 0 || !d.quoted[s][0] {
		return false
	}
	before := d.quoted[s-1]
	return len(before) > 0 && before[len(before)-1]
}

// judgeMarked says whether words in quotation marks are somebody's: a long
// stretch, a clause, or words that begin in lower case, as names and titles
// do not.
func (d *doc) judgeMarked(m *marked) {
	ws := d.trees[m.from.sent].words
	first := &ws[m.from.word]
	small := isSmall(first.Form)
	switch {
	case m.from.sent != m.to.sent:
		m.speech = true
	case d.isTitle(m):
	case m.words > shortQuote:
		m.speech = small || d.finiteIn(m)
		m.weak = !m.speech
	case d.setBeside(m):
		m.speech = true
	case d.finiteIn(m):
		m.speech = m.words > 1 && (small || !d.inPhrase(m))
	case small && m.words > 1:
		m.weak = first.UPOS != report.PROPN && first.UPOS != report.X && !d.namedBefore(m)
		m.speech = m.weak && m.words > 3
	case small:
		m.weak = first.UPOS == report.ADJ || first.UPOS == report.ADV || first.UPOS == report.VERB
	}
}

// setBeside says whether words in marks stand as speech does: after a colon, or
// with a comma and a verb behind them.
func (d *doc) setBeside(m *marked) bool {
	ws := d.trees[m.from.sent].words
	if k := m.from.word - 2; k >= 0 && ws[k].Form == ":" {
		return d.lex.Lang != "de" || m.words > 3 || isSmall(ws[m.from.word].Form) || d.finiteIn(m) || d.saysBefore(m.from.sent, k)
	}
	k, comma := m.to.word, false
	for ; k < len(ws) && ws[k].UPOS == report.PUNCT || k == m.to.word; k++ {
		comma = comma || ws[k].Form == ","
	}
	if !comma || k >= len(ws) || d.inPhrase(m) {
		return false
	}
	return isVerb(&ws[k]) || d.lex.Lang == "en" && d.verbSoon(m.from.sent, k)
}

// saysBefore says whether a German verb of saying stands in the clause before a
// colon, so that what comes is not only a name or title.
func (d *doc) saysBefore(s, colon int) bool {
	for w := range colon {
		x := &d.trees[s].words[w]
		if isVerb(x) && slices.ContainsFunc(d.lex.Speech.Of(x.Lemma, lexicon.Verb), saysAlone) {
			return true
		}
	}
	return false
}

// inPhrase says whether a few German words in marks fill a noun phrase: an article or
// adjective stands right before them ("der »Aktion Deutschland hilft«").
func (d *doc) inPhrase(m *marked) bool {
	k := m.from.word - 2
	if d.lex.Lang != "de" || k < 0 {
		return false
	}
	x := &d.trees[m.from.sent].words[k]
	return m.words < shortQuote && (x.UPOS == report.DET && x.Feats.Is(report.Definite, "Def") || x.UPOS == report.ADJ && !participle(x))
}

// isTitle says whether German words in marks are the title of what the noun before
// them names: "das Lied »…«", "unter dem Motto »…«".
func (d *doc) isTitle(m *marked) bool {
	k := m.from.word - 2
	return d.lex.Lang == "de" && k >= 0 && !isSmall(d.trees[m.from.sent].words[m.from.word].Form) && d.trees[m.from.sent].words[k].UPOS == report.NOUN && d.isClass(&d.trees[m.from.sent].words[k], "@titled-noun")
}

// verbSoon says whether a verb stands among the next words, before any comma:
// an English subject before it may be long.
func (d *doc) verbSoon(s, k int) bool {
	ws := d.trees[s].words
	for n := 0; n < 6 && k < len(ws) && ws[k].UPOS != report.PUNCT; n, k = n+1, k+1 {
		if isVerb(&ws[k]) {
			return true
		}
	}
	return false
}

// governed says whether a word of saying has words in quotation marks for its
// object, or behind "von" or "als", whatever they look like: "sprach von einer
// »Provokation«".
func (d *doc) governed(s, verb int) bool {
	t := &d.trees[s]
	for i := range d.marks {
		m := &d.marks[i]
		if m.from.sent != s || m.to.sent != s {
			continue
		}
		for w := m.from.word; w <= m.to.word; w++ {
			h := t.head(w)
			if h == verb && d.calls(s, verb) && !isSmall(t.words[m.from.word].Form) {
				return false
			}
			if h == verb && t.rel(w) != report.Nsubj && quoting[t.caseOf(w)] || h >= 0 && t.head(h) == verb && t.caseOf(w) == "als" {
				m.speech = true
				return true
			}
		}
	}
	return false
}

// calls says whether a German verb only gives a name: "nennt sich »…«", "wird meist
// »…« genannt".
func (d *doc) calls(s, verb int) bool {
	t := &d.trees[s]
	if d.lex.Lang != "de" || t.words[verb].Lemma != "nennen" && t.words[verb].Lemma != "bezeichnen" {
		return false
	}
	var f slots
	f.fill(d, s, verb)
	return f.get(lexicon.Refl) >= 0 || f.get(lexicon.Subj) < 0 || lower(t.words[f.get(lexicon.Subj)].Form) == "man"
}

// quoting are the prepositions ("" for none) before what a word of saying has
// for its content.
var quoting = map[string]bool{"": true, "von": true, "als": true, "of": true, "as": true, "wie": true}

// namedBefore says whether the word before the marks is a noun, whose name
// stands in them: "der Verein »con energy«".
func (d *doc) namedBefore(m *marked) bool {
	ws := d.trees[m.from.sent].words
	k := m.from.word - 2
	return k >= 0 && (ws[k].UPOS == report.NOUN || ws[k].UPOS == report.PROPN) && d.lex.Lang == "de" && ws[m.from.word].UPOS == report.NOUN
}

// finiteIn says whether a stretch within one sentence has a finite verb.
func (d *doc) finiteIn(m *marked) bool {
	for w := m.from.word; w <= m.to.word; w++ {
		x := &d.trees[m.from.sent].words[w]
		if isVerb(x) && x.Feats.Is(report.VerbForm, "Fin") {
			return true
		}
	}
	return false
}

// isSmall says whether a word begins with a small letter.
func isSmall(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLower(r)
}

// speechMarked says whether a word stands in quotation marks as somebody's.
func (d *doc) speechMarked(s, w int) bool {
	p := place{s, w}
	for i := range d.marks {
		if m := &d.marks[i]; m.speech && !p.before(m.from) && !m.to.before(p) {
			return true
		}
	}
	return false
}

func (p place) before(q place) bool {
	return p.sent < q.sent || p.sent == q.sent && p.word < q.word
}
