package reading

import (
	"depesche/lexicon"
	"depesche/report"
)

// verbFirst reads a German condition without a conjunction: "Greift Russland an,
// wird die Nato antworten", "Sollte der Iran angreifen, …". Its finite verb is the
// first word of its clause, and the verb of the main clause follows its comma.
func (d *doc) verbFirst(c *commitment, t *tree, w int) {
	if d.lex.Lang != "de" || !isVerb(&t.words[w]) {
		return
	}
	first := w
	for k := t.first[w]; k >= 0; k = t.next[k] {
		if r := t.words[k].Rel; r == report.Aux || r == report.AuxPass {
			first = min(first, int(k))
		}
	}
	if !opensClause(t, first) && !opensShould(t, first) || !t.words[first].Feats.Is(report.VerbForm, "Fin") || t.words[len(t.words)-1].Form == "?" {
		return
	}
	comma := w + 1
	for comma < len(t.words) && t.words[comma].Form != "," {
		comma++
	}
	if comma+1 >= len(t.words) {
		return
	}
	next := comma + 1
	if f := lower(t.words[next].Form); (f == "so" || f == "dann") && next+1 < len(t.words) {
		next++
	}
	if v := &t.words[next]; isVerb(v) && v.Feats.Is(report.VerbForm, "Fin") && v.Rel != report.Conj {
		c.take("hypothetical", t.words[first].Form)
	}
}

// opensShould says whether a word is a "sollte" right behind a comma: "…, sollte
// Kiew ablehnen, …".
func opensShould(t *tree, w int) bool {
	f := t.words[w].Form
	return (f == "sollte" || f == "sollten") && t.words[w-1].Form == ","
}

// opensClause says whether a word is the first of its sentence, or of what
// follows a colon or an opening quotation mark.
func opensClause(t *tree, w int) bool {
	if w == 0 {
		return true
	}
	switch t.words[w-1].Form {
	case ":", "„", "»", "\"", "“", "–", ";":
		return true
	}
	return false
}

// hitBy says whether a noun such as "Ziel" names whom an act hit rather than
// what somebody aims at.
func (d *doc) hitBy(s, noun, act int) bool {
	t := &d.trees[s]
	if !d.isClass(&t.words[noun], "@target-noun") {
		return false
	}
	if d.isClass(&t.words[act], "@attack-noun") {
		return true
	}
	w := t.child(noun, report.Nsubj)
	return w >= 0 && t.child(noun, report.Cop) >= 0 && d.canAct(s, w)
}

// openQuestion reads what a clause with "ob" leaves open: "unklar, ob es ein
// Anschlag war".
func (d *doc) openQuestion(c *commitment, t *tree, anc int) {
	if m := t.child(anc, report.Mark); m >= 0 && lower(t.words[m].Form) == "ob" {
		c.take(d.lex.Subordinators["ob"].Status, "ob")
	}
}

// presupposed says whether a German noun of an attack with a definite article is
// what another noun is about that says nothing of whether it comes: "der Hergang
// der Anschläge", "die Opfer des Angriffs".
func (d *doc) presupposed(s, noun, act int) bool {
	t := &d.trees[s]
	if d.lex.Lang != "de" || t.words[noun].UPOS != report.NOUN || !d.isClass(&t.words[act], "@attack-noun") {
		return false
	}
	switch article(t, act) {
	case "der", "des", "dem", "den", "dieser", "dieses", "diesem", "diesen":
	default:
		return false
	}
	w := &t.words[noun]
	return d.lex.Status.Of(w.Lemma, lexicon.Noun) == nil && d.lex.Events.Of(w.Lemma, lexicon.Noun) == nil
}
