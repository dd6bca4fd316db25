package reading

import (
	"slices"
	"strings"

	"depesche/record"
	"depesche/report"
)

// Link is one place in the text where somebody or something is named or meant,
// and whom the reader takes it for. An entity that the knowledge base does not
// have keeps its local id ("x:…").
type Link struct {
	Span   report.Span
	Entity record.Entity // with its own words: of a title and a name both
	Kind   LinkKind
}

// LinkKind says by what words somebody is meant.
type LinkKind string

// The kinds of link.
const (
	LinkName      LinkKind = "name"
	LinkAdjective LinkKind = "adjective"
	LinkDemonym   LinkKind = "demonym"
	LinkRole      LinkKind = "role" // a title or role noun without a name
	LinkPronoun   LinkKind = "pronoun"
	LinkTaken     LinkKind = "definite" // "beide Länder", "the alliance"
	LinkCompound  LinkKind = "compound" // the first part of "US-Regierung", "IOC-Exekutive"
)

var linkKinds = map[mentionKind]LinkKind{
	byName: LinkName, byUnknown: LinkName, byRole: LinkRole, byAdj: LinkAdjective,
	byDemonym: LinkDemonym, byPronoun: LinkPronoun, byDefinite: LinkTaken,
}

// Links reads a report as far as it must to know whom its words mean, and gives
// every mention that was settled, in the order of the text. The name inside a
// title and name ("Ministerpräsident Li Keqiang") stands by itself too, after
// the whole.
func (w *Worker) Links(r *report.Report) ([]Link, error) {
	if err := w.toCoreference(r); err != nil {
		return nil, err
	}
	d := &w.doc
	var out []Link
	for _, m := range d.mentions {
		for _, e := range m.bearer().ents {
			l := Link{Entity: d.entityAt(e, m), Kind: linkKinds[m.kind]}
			l.Span = report.Span{Start: int32(l.Entity.Start), End: int32(l.Entity.End)}
			out = append(out, l)
		}
	}
	out = d.compoundLinks(out)
	slices.SortStableFunc(out, func(a, b Link) int {
		if a.Span.Start != b.Span.Start {
			return int(a.Span.Start - b.Span.Start)
		}
		return int(b.Span.End - a.Span.End)
	})
	return out, nil
}

// compoundLinks adds what the first parts of compounds name.
func (d *doc) compoundLinks(out []Link) []Link {
	for s := range d.trees {
		ws := d.trees[s].words
		for w := range ws {
			k := strings.IndexByte(ws[w].Form, '-')
			m := d.compoundOwner(s, w)
			if k < 2 || m == nil || m.owner == nil || ws[w].Len() != len(ws[w].Form) {
				continue
			}
			e := m.owner.rec
			l := Link{Span: report.Span{Start: ws[w].Start, End: ws[w].Start + int32(k)}, Kind: LinkCompound}
			e.Text, e.Start, e.End = ws[w].Form[:k], int(l.Span.Start), int(l.Span.End)
			l.Entity = e
			out = append(out, l)
		}
	}
	return out
}

// bearer is the mention that has the entities: the one that a name was made
// part of, or the mention itself.
func (m *mention) bearer() *mention {
	for m.into != nil {
		m = m.into
	}
	return m
}

// toCoreference runs the stages up to the one that settles who is meant.
func (w *Worker) toCoreference(r *report.Report) error {
	if err := w.prepare(r); err != nil {
		return err
	}
	for _, s := range w.reader.stages {
		s.run(&w.doc)
		if s.gives == coref {
			break
		}
	}
	return nil
}

// Phrase is what a noun phrase says: those whom it stands for, and of a title
// without a name the office.
type Phrase struct {
	Entities []record.Entity
	Role     string // code of the office, "" if there is none
	Of       string // id of the state or organisation that the office belongs to
	Former   bool
}

// Phrase reads a report that is one noun phrase ("Chinas Ministerpräsident",
// "police in Lagos"): its mention nearest to the root of its tree. One that
// names nobody gives none.
func (w *Worker) Phrase(r *report.Report) (Phrase, error) {
	var out Phrase
	if err := w.toCoreference(r); err != nil || len(w.doc.trees) == 0 {
		return out, err
	}
	d := &w.doc
	var best *mention
	depth := 0
	for _, m := range d.mentions {
		if m.sent != 0 || m.into != nil || len(m.ents) == 0 {
			continue
		}
		if n := d.trees[0].depth(m.head); best == nil || n < depth {
			best, depth = m, n
		}
	}
	if best == nil {
		return out, nil
	}
	best = d.titleOf(best)
	for _, e := range best.ents {
		out.Entities = append(out.Entities, d.entityAt(e, best))
	}
	if best.kind == byRole {
		out.Role, out.Former = best.role.code, best.role.former
		if best.owner != nil {
			out.Of = best.owner.rec.ID
			if k := d.stateByCode(best.owner.rec.State); best.owner.rec.Type == record.TypePlace && k != nil {
				out.Of = k.rec.ID
			}
		}
	}
	return out, nil
}

// titleOf is the title that belongs to the organisation or state of a mention
// and stands right behind or before it, where the tree has it below: "Labour
// leader", "Emir von Katar".
func (d *doc) titleOf(m *mention) *mention {
	if len(m.ents) != 1 || m.kind != byName || m.ents[0].isPerson() {
		return m
	}
	for _, x := range d.mentions {
		if x.sent == m.sent && x.kind == byRole && x.role.typ == "person" && x.owner == m.ents[0] && len(x.ents) > 0 {
			return x
		}
	}
	return m
}

// depth is how many steps a word is from the root.
func (t *tree) depth(w int) int {
	n := 0
	for h := t.head(w); h >= 0 && n < len(t.words); h = t.head(h) {
		n++
	}
	return n
}

// Known says whether an entity is one of the knowledge base's, whose id is not
// made from the words of the report.
func (r *Reader) Known(e *record.Entity) bool {
	return !strings.HasPrefix(e.ID, "x:") || r.know.ByID(e.ID) != nil
}

// linked says why a mention is taken for its entity: the sum of the evidence
// for a known name, else by which way it was settled.
func (d *doc) linked(m *mention) string {
	switch {
	case m.why.n > 0:
		return m.why.explain(d.weights)
	case m.kind == byUnknown:
		return "no known name"
	case m.kind == byName:
		return "the only meaning"
	case m.kind == byRole && m.vague:
		return "role noun, settled by a guess"
	case m.kind == byRole:
		return "role noun, state and day"
	}
	return "taken up from before"
}

// Explain makes the worker say why names were linked, in the field Linked of
// the entities.
func (w *Worker) Explain() { w.doc.explain = true }
