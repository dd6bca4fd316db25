package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// sharedAgent puts the agent that stands behind the last of several English
// participles for those before: "were beaten and arrested by police".
func (f *slots) sharedAgent() {
	t := f.t
	for c := t.first[f.head]; c >= 0; c = t.next[c] {
		v := int(c)
		if v < f.head || t.rel(v) != report.Conj || !participle(&t.words[v]) || hasFiniteSubject(t, v) || hasAux(t, v) {
			continue
		}
		for k := t.first[v]; k >= 0; k = t.next[k] {
			if base(t.rel(int(k))) == report.Obl && t.caseOf(int(k)) == "by" && f.d.canAct(f.sent, int(k)) {
				f.put(lexicon.Subj, int(k))
				return
			}
		}
	}
}

// lastConjunct is the last of several coordinated before an English relative pronoun
// that no comma parts from it: in "police and students who oppose the law" the police
// do not oppose it. It is -1 where there is one only or a comma.
func (f *slots) lastConjunct(noun, pronoun int) int {
	t := f.t
	if f.d.lex.Lang != "en" || pronoun == 0 || t.words[pronoun-1].Form == "," {
		return -1
	}
	var buf [12]int
	list := t.conjuncts(noun, buf[:0])
	last := list[len(list)-1]
	if len(list) < 2 || last > pronoun || f.t.words[last].UPOS == report.VERB {
		return -1
	}
	return last
}

// sufferers are whom the "of" of an English noun names where its line has them for
// recipients, so that they do not own the act: "the scrutiny of Huawei by Britain".
func (f *slots) sufferers(fr *lexicon.Frame) []party {
	if fr.Kind != lexicon.Noun || fr.Type != strings.ToUpper(fr.Type) || f.d.lex.Lang != "en" {
		return nil
	}
	var out []party
	for _, s := range [...]lexicon.Slot{"of", "against"} {
		if mentions(fr.B, s) && hasSlot(fr, s) {
			out = f.slotEntities(s, out, nil)
		}
	}
	return out
}

// calledSo says whether an English verb of naming calls its object what a noun with an
// article says: "called the raids a war crime".
func (f *slots) calledSo(v, i int) bool {
	t := f.t
	if f.d.lex.Lang != "en" || t.words[i].UPOS != report.NOUN || base(t.rel(i)) != report.Xcomp || t.child(i, report.Mark, report.Cop, report.Case, report.Nsubj) >= 0 {
		return false
	}
	return f.d.isClass(&t.words[v], "@viewing")
}
