package timex

import (
	"io/fs"
	"strings"

	"depesche/report"
)

// tense is when the clause around an expression plays, seen from the day of
// publication.
type tense uint8

const (
	noTense tense = iota
	past
	present
	future
)

var tenseNames = map[string]tense{"past": past, "present": present, "future": future}

// tenses is tenses.tsv: what tells the tense where there is no tree, and the
// auxiliaries that make a future of an infinitive where there is one.
type tenses struct {
	forms    map[string]tense // lower case words
	endings  []ending
	auxPast  map[string]bool // lemmas that make a past with a participle
	auxAhead map[string]bool // lemmas that make a future with an infinitive
	negative map[string]bool // forms that look like one of the endings
	byPlace  bool            // the nearest word tells the tense, not the strongest
	prefixes []string        // what may stand before the mark of a participle
	marks    []string        // marks of a participle ("ge")
}

type ending struct {
	suffix string
	min    int // shortest word that counts
	tense  tense
}

// loadTenses reads kind, form and tense.
func loadTenses(files fs.FS, name string) (*tenses, error) {
	lines, err := readTable(files, name, 2, 3)
	if err != nil {
		return nil, err
	}
	t := &tenses{forms: map[string]tense{}, auxPast: map[string]bool{}, auxAhead: map[string]bool{}, negative: map[string]bool{}}
	for _, l := range lines {
		form, tn := l.cell(1), tenseNames[l.cell(2)]
		switch l.cell(0) {
		case "form":
			if tn == noTense {
				return nil, l.errorf("no tense %q", l.cell(2))
			}
			t.forms[form] = tn
		case "ending":
			if tn == noTense {
				return nil, l.errorf("no tense %q", l.cell(2))
			}
			t.endings = append(t.endings, ending{form, len(form) + 3, tn})
		case "not":
			t.negative[form] = true
		case "order":
			t.byPlace = form == "nearest"
		case "prefix":
			t.prefixes = append(t.prefixes, form)
		case "participle":
			t.marks = append(t.marks, form)
		case "aux-past":
			t.auxPast[form] = true
		case "aux-future":
			t.auxAhead[form] = true
		default:
			return nil, l.errorf("no kind %q", l.cell(0))
		}
	}
	return t, nil
}

// of is the tense of the clause that holds the words first to last.
func (t *tenses) of(words []report.Word, first, last int) tense {
	for i := range words {
		if words[i].Rel != report.NoRel {
			if tn := t.ofTree(words, first, last); tn != noTense {
				return tn
			}
			break
		}
	}
	return t.ofForms(words, first, last)
}

// ofTree climbs to the verb that governs the expression.
func (t *tenses) ofTree(words []report.Word, first, last int) tense {
	v := first
	for steps := 0; steps < len(words); steps++ {
		w := &words[v]
		inside := v >= first && v <= last
		if !inside && (w.UPOS == report.VERB || w.UPOS == report.AUX || hasCopula(words, v)) {
			if tn := t.ofVerb(words, v); tn != noTense {
				return tn
			}
		}
		if !inside && w.UPOS == report.ADJ && w.Rel == report.Amod && !t.ongoing(w.Form) {
			if t.form(w.Form) == future {
				return future // "das für Mai geplante Treffen"
			}
			return past // "in dem am Mittwoch vorgestellten Bericht"
		}
		if inside && hasCopula(words, v) {
			return t.ofVerb(words, v)
		}
		if w.Head < 0 || int(w.Head) >= len(words) || int(w.Head) == v {
			return noTense
		}
		v = int(w.Head)
	}
	return noTense
}

// ongoing says that an attribute is a present participle ("die im Mai tagende
// Konferenz"): the tables list its endings as present.
func (t *tenses) ongoing(form string) bool {
	for _, e := range t.endings {
		if e.tense == present && strings.HasSuffix(form, e.suffix) {
			return true
		}
	}
	return false
}

func hasCopula(words []report.Word, v int) bool {
	for i := range words {
		if int(words[i].Head) == v && words[i].Rel == report.Cop {
			return true
		}
	}
	return false
}

// ofVerb reads the tense of a verb with its auxiliaries. Forms count before
// features, for a tagger that has not seen a form guesses its tense.
func (t *tenses) ofVerb(words []report.Word, v int) tense {
	verb := &words[v]
	shape := verb.Feats.Get(report.VerbForm)
	participle := shape == "Part" || t.participle(verb.Form)
	finite := shape == "Fin"
	var ahead, perfect, before, now, marked bool
	for i := range words {
		w := &words[i]
		if int(w.Head) != v {
			continue
		}
		switch w.Rel {
		case report.Aux, report.AuxPass, report.Cop:
			tn := t.form(w.Form)
			ahead = ahead || tn == future || t.auxAhead[w.Lemma] && shape == "Inf" && tn != past
			before = before || tn == past || w.Feats.Is(report.Tense, "Past") && !w.Feats.Is(report.Mood, "Sub")
			perfect = perfect || t.auxPast[w.Lemma] || tn == present && w.Rel == report.Aux
			now = true
		case report.Mark:
			marked = marked || strings.EqualFold(w.Form, "to")
		}
	}
	own := noTense // of the verb's own form
	if shape != "Inf" && verb.UPOS != report.NOUN {
		own = t.form(verb.Form)
	}
	switch {
	case ahead, marked && !before, !before && participle && t.form(verb.Form) == future: // "ist für den 12. Mai geplant"
		return future
	case before, perfect && participle:
		return past
	case now:
		return present
	case own == past && !participle, finite && verb.Feats.Is(report.Tense, "Past"):
		return past
	case own == future:
		return future
	case finite:
		return present
	case shape == "Inf":
		return future
	case participle && !verb.Feats.Is(report.Tense, "Pres"):
		return past
	}
	return noTense
}

// ofForms looks for words that tell the tense, first in the clause, then in the
// whole sentence.
func (t *tenses) ofForms(words []report.Word, first, last int) tense {
	from, to := first, last
	for from > 0 && !boundary(words[from-1].Form) {
		from--
	}
	for to < len(words)-1 && !boundary(words[to+1].Form) {
		to++
	}
	if t.byPlace {
		return t.nearest(words, first, last)
	}
	if tn := t.clause(words[from:first], words[last+1:to+1]); tn != noTense {
		return tn
	}
	return t.nearest(words, first, last)
}

func boundary(form string) bool {
	switch form {
	case ",", ";", ":", "\"", "„", "“", "(", ")", "–":
		return true
	}
	return false
}

// clause weighs the words of a clause: a future beats the rest, a past beats
// the present, for a participle can stand in any clause but an auxiliary cannot.
func (t *tenses) clause(before, after []report.Word) tense {
	var seen [4]bool
	for i := range before {
		seen[t.form(before[i].Form)] = true
	}
	for i := range after {
		seen[t.form(after[i].Form)] = true
	}
	switch {
	case seen[future]:
		return future
	case seen[past]:
		return past
	case seen[present]:
		return present
	}
	return noTense
}

// nearest is the tense of the nearest word of the sentence that tells one, the
// word after before the word as far away before.
func (t *tenses) nearest(words []report.Word, first, last int) tense {
	for n := 1; n < len(words); n++ {
		if i := last + n; i < len(words) {
			if tn := t.form(words[i].Form); tn != noTense {
				return tn
			}
		}
		if i := first - n; i >= 0 {
			if tn := t.form(words[i].Form); tn != noTense {
				return tn
			}
		}
	}
	return noTense
}

func (t *tenses) form(form string) tense {
	var space [48]byte
	low := lower(space[:0], form)
	if tn, ok := t.forms[string(low)]; ok {
		return tn
	}
	if len(form) == 0 || (form[0] >= 'A' && form[0] <= 'Z') || t.negative[string(low)] {
		return noTense
	}
	for _, e := range t.endings {
		if len(low) >= e.min && strings.HasSuffix(form, e.suffix) {
			return e.tense
		}
	}
	if t.participle(form) {
		return past
	}
	return noTense
}

// participle says whether a word has the form of a past participle: a mark,
// perhaps after a separable prefix, and the ending of one ("ein-ge-troffen").
func (t *tenses) participle(form string) bool {
	if len(t.marks) == 0 || (!strings.HasSuffix(form, "t") && !strings.HasSuffix(form, "en")) {
		return false
	}
	if t.marked(form) {
		return true
	}
	for _, p := range t.prefixes {
		if rest, ok := strings.CutPrefix(form, p); ok && t.marked(rest) {
			return true
		}
	}
	return false
}

func (t *tenses) marked(form string) bool {
	for _, m := range t.marks {
		if len(form) >= len(m)+4 && strings.HasPrefix(form, m) {
			return true
		}
	}
	return false
}
