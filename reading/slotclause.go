package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// complement puts a complement clause's own subject, object and head.
func (f *slots) complement(h, c int) {
	f.put("comp-clause", c)
	t := f.t
	if toInfinitive(t, c) {
		f.put("comp-to", c)
	}
	f.conditionsOf(c)
	if s := t.child(c, report.Nsubj, report.NsubjPass, report.NsubjOuter); s >= 0 {
		f.put(lexicon.Clause, f.antecedent(s))
		return
	}
	if o := t.child(h, report.Obj, report.Iobj); o >= 0 {
		f.put(lexicon.Clause, f.antecedent(o))
	}
}

// conditionsOf puts what makes an English content clause a demand or a threat:
// its modal verb ("said that Sudan must leave"), its "unless".
func (f *slots) conditionsOf(c int) {
	if f.d.lex.Lang == "de" {
		f.duty(c)
		return
	}
	t := f.t
	f.bareForm(c)
	for k := t.first[c]; k >= 0; k = t.next[k] {
		switch base(t.words[k].Rel) {
		case report.Aux:
			f.put("comp-modal", int(k))
		case report.Advcl:
			if p := t.child(int(k), report.Mark); p >= 0 && lower(t.words[p].Form) == "unless" {
				if s := t.child(int(k), report.Nsubj, report.NsubjPass); s >= 0 {
					f.put("comp-unless", s)
				}
			}
		}
	}
}

// bareForm puts a verb in the bare form behind "that" and a subject in the singular,
// which says what ought to be: "insisted that Serbia leave".
func (f *slots) bareForm(c int) {
	t := f.t
	w := &t.words[c]
	s := t.child(c, report.Nsubj)
	if k := t.child(c, report.Mark); k < 0 || lower(t.words[k].Form) != "that" || s < 0 || s > c {
		return
	}
	x := &t.words[s]
	if w.UPOS == report.VERB && lower(w.Form) == w.Lemma && !w.Feats.Is(report.Tense, "Past") && t.child(c, report.Aux, report.AuxPass, report.Cop) < 0 && (x.UPOS == report.PROPN || x.UPOS == report.NOUN) && !x.Feats.Is(report.Number, "Plur") && t.child(s, report.Conj) < 0 {
		f.put("comp-bare", c)
	}
}

// duty puts the modal verb of a German content clause that says in the
// subjunctive what somebody ought to do: "sagte, Kiew müsse nachgeben".
func (f *slots) duty(c int) {
	for k := f.t.first[c]; k >= 0; k = f.t.next[k] {
		w := &f.t.words[k]
		if base(w.Rel) == report.Aux && (w.Lemma == "sollen" || w.Lemma == "müssen") && w.Feats.Is(report.Mood, "Sub") {
			f.put("comp-modal", int(k))
		}
	}
}

// adverbialClause keeps a participle or infinitive for later ("by doing").
func (f *slots) adverbialClause(i int) {
	f.quality(i)
	p := f.t.child(i, report.Mark, report.Case)
	if p < 0 {
		return
	}
	f.put(lexicon.Slot("clause-"+lower(f.t.words[p].Lemma)), i)
	if toInfinitive(f.t, i) && f.get("comp-clause") < 0 {
		f.complement(f.head, i)
	}
}

// quality puts what something is said to be, where it is an adjective: "bezeichnete
// die Vorwürfe als haltlos", "dismissed the claims as false".
func (f *slots) quality(i int) {
	if f.t.words[i].UPOS != report.ADJ || f.t.child(i, report.Cop, report.Nsubj) >= 0 {
		return
	}
	if p := f.t.child(i, report.Mark, report.Case, report.Advmod); p >= 0 && (lower(f.t.words[p].Form) == "als" || lower(f.t.words[p].Form) == "as") {
		f.put(lexicon.Slot(lower(f.t.words[p].Form)), i)
	}
}

// toInfinitive says whether a clause is an English infinitive with "to" and no
// subject of its own.
func toInfinitive(t *tree, i int) bool {
	p := t.child(i, report.Mark)
	return p >= 0 && lower(t.words[p].Form) == "to" && !hasFiniteSubject(t, i)
}

// inquit puts the subject of what is said where a German verb of saying is set
// behind it: "Israel verletze das Völkerrecht, kritisierte die Uno".
func (f *slots) inquit() {
	t := f.t
	h := t.head(f.head)
	if f.d.lex.Lang != "de" || h < 0 || h > f.head || t.rel(f.head) != report.Parataxis || f.get(lexicon.Clause) >= 0 || f.get(lexicon.Obj) >= 0 && f.get(lexicon.Subj) >= 0 {
		return
	}
	if f.head == 0 || t.words[f.head-1].Form != "," || !t.words[h].Feats.Is(report.Mood, "Sub") && !f.subjunctiveAux(h) {
		return
	}
	if s := t.child(h, report.Nsubj, report.NsubjPass); s >= 0 {
		f.put(lexicon.Clause, f.antecedent(s))
	}
}

// subjunctiveAux says whether an auxiliary of a word stands in the subjunctive.
func (f *slots) subjunctiveAux(h int) bool {
	for k := f.t.first[h]; k >= 0; k = f.t.next[k] {
		if w := &f.t.words[k]; (w.Rel == report.Aux || w.Rel == report.AuxPass || w.Rel == report.Cop) && w.Feats.Is(report.Mood, "Sub") {
			return true
		}
	}
	return false
}
