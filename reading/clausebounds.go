package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// clauseBounds are the first and last word around f.head without a comma, a
// colon or a conjunction of clauses between.
func (f *slots) clauseBounds() (from, to int) {
	t := f.t
	from, to = f.head, f.head
	for from > 0 && !clauseBreak(t, from-1) {
		from--
	}
	for to+1 < len(t.words) && !clauseBreak(t, to+1) {
		to++
	}
	return from, to
}

func clauseBreak(t *tree, i int) bool {
	switch t.words[i].Form {
	case ",", ":", ";", "–", "—", "(", ")":
		return true
	case "„", "“", "”", `"`:
		return !aroundWord(t, i)
	}
	return t.words[i].UPOS == report.SCONJ
}

// aroundWord says whether a quotation mark is one of two around a word or two: a
// "productive" meeting.
func aroundWord(t *tree, i int) bool {
	for _, step := range [...]int{1, -1} {
		for k := 2; k <= 3; k++ {
			if j := i + step*k; j >= 0 && j < len(t.words) && quoteMarks[t.words[j].Form] && !quoteMarks[t.words[i+step].Form] {
				return true
			}
		}
	}
	return false
}

// beyondVerb says whether a phrase behind an English noun belongs to another noun
// beyond the verb: "the probe sent pictures of Kyiv".
func (f *slots) beyondVerb(i int) bool {
	t := f.t
	h := t.head(i)
	if f.d.lex.Lang == "en" && h > f.head && h < i && t.words[h].UPOS == report.VERB && (base(t.rel(h)) == report.Acl || t.rel(i) == report.OblAgent) && !f.d.isClass(&t.words[h], "@light") {
		return true // "protests sparked by the death of a man"
	}
	if f.d.lex.Lang != "en" || h <= f.head {
		return false
	}
	if v := t.head(h); t.caseOf(i) == "of" && h < i && v > f.head && t.words[v].UPOS == report.VERB && !f.d.isClass(&t.words[v], "@light") {
		return true // "protests sparked by the death of a man"
	}
	if p := t.caseOf(h); t.caseOf(i) == "of" && h < i && p != "by" && p != "from" && (isNominal(&t.words[h]) || t.words[h].UPOS == report.VERB) {
		return true // "a protest against the arrest of a man"
	}
	if base(t.rel(i)) != report.Nmod {
		return false
	}
	for k := f.head + 1; k < h; k++ {
		if isVerb(&t.words[k]) && t.words[k].UPOS == report.VERB && t.under(h, k) && !t.under(k, f.head) {
			return true
		}
	}
	return false
}

// farAgent puts the agent of an English passive that the parser hung on a noun
// between: "were rescued off the coast of Libya by the Italian navy".
func (f *slots) farAgent() {
	w := f.phraseNearby("by")
	if w < f.head || !f.d.canAct(f.sent, w) {
		return
	}
	h := f.t.head(w)
	if h > f.head && (isNominal(&f.t.words[h]) || strings.HasSuffix(f.t.words[h].Form, "ing")) && f.t.under(h, f.head) {
		f.put(lexicon.Subj, w)
	}
}

// agentOfAct says whether an English phrase with "by" belongs to a noun of an act:
// "was banned after an attack by Hamas".
func (f *slots) agentOfAct(i int) bool {
	h := f.t.head(i)
	return f.d.lex.Lang == "en" && h >= 0 && h != f.head && isNominal(&f.t.words[h]) && f.d.lex.Events.Of(f.t.words[h].Lemma, lexicon.Noun) != nil
}
