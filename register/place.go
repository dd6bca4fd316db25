package register

import (
	"encoding/json"
	"fmt"

	"depesche/record"
)

// placed gives the records of a report the form in which they are kept: with
// the corrections that concern them, their words and their cell.
func placed(rd *Reading, log *effective) ([]Placed, error) {
	out := make([]Placed, 0, len(rd.Records))
	for i := range rd.Records {
		r := rd.Records[i]
		p := Placed{Member: Member{
			ID:        digest("record", rd.Report.ID.String(), r.ID),
			Report:    rd.Report.ID,
			Order:     i,
			Record:    r,
			Withdrawn: rd.Report.Corrects && withdrawn(rd.Report.Text, &r),
			Source:    rd.Report,
		}}
		if len(r.Evidence) > 0 && r.Evidence[0].Sentence < len(rd.Words) && r.Evidence[0].Sentence >= 0 {
			p.Words = rd.Words[r.Evidence[0].Sentence].joined()
		}
		p.Source.Text = ""
		if err := log.apply(&p); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	assign(out)
	return out, nil
}

// assign gives each record of a report its setting and its cell.
func assign(list []Placed) {
	settings(list)
	for i := range list {
		p := &list[i]
		switch {
		case p.rejected:
			p.Cell = Cell{}
		case p.fixed != nil:
			p.Cell = *p.fixed
		default:
			p.Cell = cellOf(&p.Record, &p.Setting, p.Source.Day())
		}
	}
}

// effective is the log of corrections as it stands: what was undone is left
// out.
type effective struct {
	spots    map[Spot][]*Correction
	entities map[string]*record.Entity
}

func newEffective(log []Correction) *effective {
	undone := undoneIn(log)
	e := &effective{spots: map[Spot][]*Correction{}, entities: map[string]*record.Entity{}}
	for i := range log {
		c := &log[i]
		switch {
		case undone[c.ID] || c.Action == Undo:
		case c.Action == Same:
			e.entities[c.From] = c.To
		default:
			for _, s := range c.Records {
				e.spots[s] = append(e.spots[s], c)
			}
		}
	}
	return e
}

// undoneIn are the corrections of a log that were taken back.
func undoneIn(log []Correction) map[ID]bool {
	undone := map[ID]bool{}
	for i := len(log) - 1; i >= 0; i-- { // the latest first: an undo may be undone
		if log[i].Action == Undo && !undone[log[i].ID] {
			undone[log[i].Undoes] = true
		}
	}
	return undone
}

// apply changes the member as the log says.
func (e *effective) apply(p *Placed) error {
	raw := p.Record
	spot := spotOf(p.Report, &raw)
	changed, rejected := false, false
	var cell *Cell
	for _, c := range e.spots[spot] {
		switch c.Action {
		case Reject:
			rejected = true
		case Edit:
			edited, err := edit(&p.Record, c.Fields)
			if err != nil {
				return fmt.Errorf("correction %s: %w", c.ID, err)
			}
			p.Record, changed, rejected = edited, true, false
		case Merge:
			p.Tag, cell = c.ID, c.Cell
		case Split:
			p.Tag, cell = -c.ID, c.Cell
		case Apart:
			changed = renamed(&p.Record, map[string]*record.Entity{c.From: c.To}) || changed
		}
	}
	if len(e.entities) > 0 {
		changed = renamed(&p.Record, e.entities) || changed
	}
	if changed {
		p.Raw = &raw
	}
	p.rejected, p.fixed = rejected, cell
	return nil
}

// edit is the record with the fields set.
func edit(r *record.Record, fields json.RawMessage) (record.Record, error) {
	b, err := json.Marshal(r)
	if err != nil {
		return record.Record{}, err
	}
	all, set := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if err := json.Unmarshal(b, &all); err != nil {
		return record.Record{}, err
	}
	if err := json.Unmarshal(fields, &set); err != nil {
		return record.Record{}, fmt.Errorf("fields: %w", err)
	}
	for k, v := range set {
		switch {
		case k == "id" || k == "evidence" || k == "kind":
			return record.Record{}, fmt.Errorf("fields: %q cannot be edited", k)
		case string(v) == "null":
			delete(all, k)
		default:
			all[k] = v
		}
	}
	if b, err = json.Marshal(all); err != nil {
		return record.Record{}, err
	}
	var out record.Record
	if err := json.Unmarshal(b, &out); err != nil {
		return record.Record{}, fmt.Errorf("fields: %w", err)
	}
	recode(&out, set)
	return out, nil
}

// recode gives an event whose type, mode or status was edited the codes that
// follow from them, except those that the edit gives itself.
func recode(r *record.Record, set map[string]json.RawMessage) {
	if r.Kind != record.KindEvent || set["type"] == nil && set["mode"] == nil && set["status"] == nil {
		return
	}
	typ, cameo, score := record.Plover(r)
	if set["plover"] == nil {
		r.Plover = typ
	}
	if set["cameo"] == nil {
		r.Cameo = cameo
	}
	if set["score"] == nil {
		r.Score = score
	}
}

// renamed puts other entities in the place of those named, in lists of its
// own, and says whether there were any.
func renamed(r *record.Record, to map[string]*record.Entity) bool {
	any := false
	swap := func(e *record.Entity) {
		if n := to[e.ID]; n != nil && n.ID != e.ID {
			text, start, end := e.Text, e.Start, e.End
			*e = *n
			e.Text, e.Start, e.End = text, start, end
			any = true
		}
	}
	for _, list := range []*[]record.Entity{&r.Actor, &r.Recipient, &r.Speaker, &r.To, &r.About, &r.Of, &r.Subject, &r.Object} {
		if len(*list) == 0 {
			continue
		}
		*list = append([]record.Entity(nil), *list...)
		for i := range *list {
			swap(&(*list)[i])
		}
	}
	if r.Place != nil {
		p := *r.Place
		swap(&p)
		r.Place = &p
	}
	says := append([]record.Attribution(nil), r.Says...)
	for i := range says {
		if says[i].Who != nil {
			w := *says[i].Who
			swap(&w)
			says[i].Who = &w
		}
	}
	r.Says = says
	return any
}
