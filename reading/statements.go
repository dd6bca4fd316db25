package reading

import (
	"slices"

	"depesche/record"
	"depesche/report"
)

// emitStatements writes what was said, and the sentences that a quotation goes
// on in.
func (d *doc) emitStatements() {
	for i := range d.speeches {
		sp := &d.speeches[i]
		for _, who := range sp.who {
			d.emitStatement(sp, who)
		}
	}
	for s := range d.trees {
		d.emitContinuation(s)
		d.emitLabelled(s)
		d.emitParenthesis(s)
	}
}

// emitLabelled writes the interview form "Merkel: Das ist nicht neu."
func (d *doc) emitLabelled(s int) {
	t := &d.trees[s]
	m := d.mentionAt(s, 0)
	if m == nil || m.first != 0 || len(m.ents) != 1 || !m.ents[0].isPerson() || m.last+3 >= len(t.words) || t.words[m.last+1].Form != ":" {
		return
	}
	d.emit(record.Record{
		Kind: record.KindStatement, Form: "direct", Speaker: d.entitiesOf([]party{{ent: m.ents[0], m: m}}),
		Quote: d.words(s, m.last+2, len(t.words)-1), Evidence: []record.Evidence{d.evidence(s, 0, m.last)},
		By: "name before a colon", Trace: []string{"name and colon at the start of the sentence"},
	})
}

// emitParenthesis writes the statement of "…, so der Minister."
func (d *doc) emitParenthesis(s int) {
	t := &d.trees[s]
	for _, c := range d.cues[s] {
		if c.first == 0 || lower(t.words[c.first].Form) != "so" || t.words[c.first-1].Form != "," {
			continue
		}
		d.emit(record.Record{
			Kind: record.KindStatement, Form: "indirect", Speaker: d.entitiesOf(c.who),
			Quote: d.words(s, 0, max(0, c.first-2)), Evidence: []record.Evidence{d.evidence(s, c.first, c.last)},
			By: "so X (attribution.tsv)", Trace: []string{"parenthesis: " + d.words(s, c.first, c.last)},
		})
	}
}

// onlyAct says whether a word of saying that is an act as well tells nothing of
// what was said: "dementierte dies".
func (d *doc) onlyAct(sp *speech) bool {
	if sp.content >= 0 || sp.document {
		return false
	}
	for s := max(sp.sent-1, 0); s <= sp.sent+1 && s < len(d.quoted); s++ {
		if slices.Contains(d.quoted[s], true) {
			return false
		}
	}
	return slices.ContainsFunc(d.claims, func(c claim) bool {
		return c.kind == record.KindEvent && c.sent == sp.sent && c.word == sp.word
	})
}

func (d *doc) emitStatement(sp *speech, who party) {
	if d.onlyAct(sp) {
		return
	}
	t := &d.trees[sp.sent]
	first, last := stretch(sp.sent, sp.word)
	form := "indirect"
	switch {
	case sp.document:
		form = "document"
	case sp.direct:
		form = "direct"
	}
	commit := d.commitmentOf(sp.sent, sp.word)
	r := record.Record{
		Kind: record.KindStatement, Form: form, Status: commit.status, Negated: commit.negated,
		Speaker: d.entitiesOf([]party{who}), To: d.entitiesOf(d.audience(sp)),
		Quote: d.quote(sp), Date: d.whenOf(sp.sent, sp.word),
		Says:     d.outerSays(sp),
		Evidence: []record.Evidence{d.evidence(sp.sent, first, last)},
		By:       sp.frame.Pattern.Text + " (" + sp.frame.Pos.String() + ")",
	}
	if len(r.Speaker) == 0 {
		return
	}
	r.Medium = d.medium(sp)
	r.Trace = []string{"word: " + t.words[sp.word].Form, "line: " + sp.frame.Pattern.Text + " at " + sp.frame.Pos.String()}
	d.emit(r)
}

// outerSays is who reports the statement itself.
func (d *doc) outerSays(sp *speech) []record.Attribution {
	var out []record.Attribution
	for _, a := range d.attributionOf(sp.sent, sp.word) {
		own := false
		for _, p := range sp.who {
			own = own || a.Who != nil && a.Who.ID == p.ent.rec.ID
		}
		if !own {
			out = append(out, a)
		}
	}
	return out
}

// audience is who is spoken to; media are not an audience but the medium.
func (d *doc) audience(sp *speech) []party {
	var out []party
	for _, p := range sp.to {
		if p.ent.rec.Sector != "MED" {
			out = append(out, p)
		}
	}
	return out
}

// medium is the agency or outlet that was spoken to, or in which it was said.
func (d *doc) medium(sp *speech) *record.Entity {
	t := &d.trees[sp.sent]
	for w := range t.words {
		m := d.mentionAt(sp.sent, w)
		if m == nil || m.head != w || len(m.ents) != 1 || m.ents[0].rec.Sector != "MED" || m.ents[0].rec.Type != record.TypeOrganisation {
			continue
		}
		if isParty(m.ents[0], [][]party{sp.who}) {
			continue
		}
		e := d.entityAt(m.ents[0], m)
		return &e
	}
	return nil
}

// quote is the words of what was said: the content clause, or the rest of the
// sentence in quotation marks.
func (d *doc) quote(sp *speech) string {
	t := &d.trees[sp.sent]
	if sp.before {
		return d.words(sp.sent-1, 0, len(d.trees[sp.sent-1].words)-1)
	}
	if sp.behind {
		return d.words(sp.sent+1, 0, d.lastWord(sp.sent+1))
	}
	if sp.content >= 0 {
		first, last := d.contentRange(sp)
		return d.words(sp.sent, first, last)
	}
	first, last := -1, -1
	for w := range t.words {
		if d.quoted[sp.sent][w] {
			if first < 0 {
				first = w
			}
			last = w
		}
	}
	if first < 0 {
		return ""
	}
	return d.words(sp.sent, first, last)
}

// contentRange is the first and last word of a content clause, without the word
// of saying that is set into it.
func (d *doc) contentRange(sp *speech) (first, last int) {
	t := &d.trees[sp.sent]
	first, last = t.extent(sp.content)
	if sp.word >= first && sp.word <= last {
		if f, l := t.extent(sp.word); f > first {
			last = f - 1
		} else if l < last {
			first = l + 1
		}
	}
	for first < last && t.words[first].UPOS == report.PUNCT {
		first++
	}
	for last > first && t.words[last].UPOS == report.PUNCT {
		last--
	}
	return first, t.clusterEnd(last)
}

// clusterEnd is the last word of the verbs that a German clause ends in, for one
// that the parser cut off: "Akten vernichtet | zu haben".
func (t *tree) clusterEnd(last int) int {
	w := last
	for w+1 < len(t.words) && t.words[w+1].UPOS == report.PART && t.words[w+1].Form == "zu" {
		w++
	}
	if w+1 < len(t.words) && w > last && t.words[w+1].Feats.Is(report.VerbForm, "Inf") {
		return w + 1
	}
	return last
}

// emitContinuation writes a sentence that is wholly a quotation going on.
func (d *doc) emitContinuation(s int) {
	t := &d.trees[s]
	if len(t.words) == 0 || !d.continues(s, t.root) || d.announcing(s) != nil {
		return
	}
	for i := range d.speeches {
		if d.speeches[i].sent == s {
			return
		}
	}
	sp := d.lastSpeech(s)
	if sp == nil {
		return
	}
	form := "indirect"
	if d.quoted[s][t.root] || d.firstPerson(s) {
		form = "direct"
	}
	d.emit(record.Record{
		Kind: record.KindStatement, Form: form, Speaker: d.entitiesOf(sp.who),
		Quote:    d.words(s, 0, len(t.words)-1),
		Evidence: []record.Evidence{d.evidence(s, t.root, t.root)},
		By:       "continued from sentence " + itoa(sp.sent+1),
		Trace:    []string{"no word of saying; goes on after: " + d.trees[sp.sent].words[sp.word].Form},
	})
}
