package reading

import "depesche/report"

// pairedPassive says whether a German participle shares the "werden" of one that
// it is coordinated with: "wurden festgenommen und verhört", "dass sie verhört
// und freigelassen wurden".
func (f *slots) pairedPassive(h int) bool {
	t := f.t
	if f.d.lex.Lang != "de" || !participle(&t.words[h]) || t.child(h, report.Obj, report.Iobj) >= 0 {
		return false
	}
	if a := t.head(h); a >= 0 && t.rel(h) == report.Conj {
		if worden, ok := withWerden(t, a); ok {
			return worden < 0 || worden > h // "seien ausgebildet worden und zurückgekehrt"
		}
		return f.pairedPassive(a)
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if t.rel(int(c)) != report.Conj || !participle(&t.words[c]) || t.child(int(c), report.Nsubj, report.NsubjPass, report.Obj) >= 0 {
			continue
		}
		if _, ok := withWerden(t, int(c)); ok {
			return true
		}
	}
	return false
}

// withWerden says whether a participle has a form of "werden" for its auxiliary, and
// where the "worden" of a perfect stands, -1 without one.
func withWerden(t *tree, h int) (worden int, ok bool) {
	worden = -1
	if !participle(&t.words[h]) {
		return worden, false
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		x := &t.words[c]
		if r := x.Rel; (r == report.Aux || r == report.AuxPass) && lower(x.Lemma) == "werden" {
			ok = true
			if lower(x.Form) == "worden" {
				worden = int(c)
			}
		}
	}
	return worden, ok
}

// contrasted gives a German verb in second place that "aber" or the like sets
// against the one before its comma that one's subject: "kündigte Gespräche an,
// lehnte aber einen Rücktritt ab".
func (f *slots) contrasted(h int) {
	t := f.t
	v := f.head
	if f.d.lex.Lang != "de" || h > v || v < 1 || t.words[v-1].Form != "," || !isVerb(&t.words[h]) || !t.words[v].Feats.Is(report.VerbForm, "Fin") {
		return
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if int(c) <= v {
			continue
		}
		switch lower(t.words[c].Form) {
		case "aber", "jedoch", "dann", "zugleich", "gleichzeitig", "stattdessen", "dagegen", "hingegen":
			f.shareSubject(h)
			return
		}
	}
}

// countedOf says whether a phrase with "von" is the whole of which a German
// passive counts some, by a number that counts no noun: "von den Festgenommenen
// wurden fünf freigelassen".
func (f *slots) countedOf(prep string, phrase int) bool {
	t := f.t
	if prep != "von" || f.d.lex.Lang != "de" || phrase > f.head {
		return false
	}
	if s := t.child(f.head, report.NsubjPass, report.Nsubj); s >= 0 && t.words[s].UPOS != report.NUM {
		return false
	}
	for k := phrase + 1; k < f.head; k++ {
		if t.words[k].UPOS != report.NUM {
			continue
		}
		switch t.words[k+1].UPOS {
		case report.NOUN, report.PROPN, report.ADJ, report.NUM:
		default:
			return true
		}
	}
	return false
}
