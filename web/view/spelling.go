package view

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Spelling is one way in which reports of a language name somebody.
type Spelling struct {
	Text string `json:"text"`
	Lang string `json:"lang"`
	N    int    `json:"n"` // records
}

const (
	spellingEntries = 200
	spellingMost    = 40
)

// spellings are the words by which the records of the latest entries name the
// entity; where it is only implied there are none.
func (d *Desk) spellings(ctx context.Context, v *Profile, f register.Filter) error {
	f.Limit = spellingEntries
	if f.Party = []string{v.Key}; v.Entity.Type == record.TypePlace {
		f.Party, f.Place = nil, f.Party
	}
	list, err := collect(d.Register.Entries(ctx, f))
	if err != nil || len(list) == 0 {
		return err
	}
	ids := make([]register.ID, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	members, err := d.Register.Members(ctx, ids...)
	if err != nil {
		return err
	}
	v.SpellingsOf = len(list)
	tally := map[Spelling]int{}
	for i := range members {
		m := &members[i]
		if f.AsOf != 0 && m.Source.Day() > f.AsOf {
			continue
		}
		seen := map[string]bool{} // one record counts once
		for _, e := range everybody(&m.Record) {
			if e.Text != "" && !e.Implied && v.itself(e) && !seen[e.Text] {
				seen[e.Text] = true
				tally[Spelling{Text: e.Text, Lang: m.Source.Lang}]++
			}
		}
	}
	for s, n := range tally {
		s.N = n
		v.Spellings = append(v.Spellings, s)
	}
	slices.SortFunc(v.Spellings, func(a, b Spelling) int {
		return cmp.Or(-cmp.Compare(a.N, b.N), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Lang, b.Lang))
	})
	v.Spellings = v.Spellings[:min(len(v.Spellings), spellingMost)]
	return nil
}

// everybody are all whom a record names: who takes part, where it is, who says so.
func everybody(r *record.Record) []*record.Entity {
	all := register.Parties(r)
	for i := range r.About {
		all = append(all, &r.About[i])
	}
	if r.Place != nil {
		all = append(all, r.Place)
	}
	for i := range r.Says {
		if r.Says[i].Who != nil {
			all = append(all, r.Says[i].Who)
		}
	}
	return all
}

// itself says whether an entity of a record is the entity, not one who acts for
// it.
func (v *Profile) itself(e *record.Entity) bool {
	return e.ID == v.Entity.ID || e.ID == v.Key || e.Type == record.TypeState && v.Entity.Type == record.TypeState && e.State == v.Key
}

// changesAbout are the corrections that concern an entity: those that make it
// another or another it, and those of records that name it, of the latest ones.
func (d *Desk) changesAbout(ctx context.Context, key string) ([]Change, error) {
	const looked = 200
	log, err := d.changes(ctx)
	if err != nil {
		return nil, err
	}
	who := Party{Key: key}
	var out []Change
	taken := map[register.ID]bool{}
	for i, c := range log {
		hit := taken[c.Undoes] && c.Action == register.Undo || c.From == key || c.To != nil && who.is(c.To)
		if !hit && len(log)-i <= looked {
			if hit, err = d.concerns(ctx, c.Records, who); err != nil {
				return nil, err
			}
		}
		if hit {
			taken[c.ID] = true
			out = append(out, c)
		}
	}
	return out, nil
}

// concerns says whether a record at one of the spots names the party, as it was
// read or as it is.
func (d *Desk) concerns(ctx context.Context, spots []register.Spot, who Party) (bool, error) {
	for _, s := range spots {
		was, is, _, err := d.Register.Corrected(ctx, s)
		if errors.Is(err, register.ErrNotFound) {
			continue // its report was read again and has it no longer
		}
		if err != nil {
			return false, err
		}
		for _, r := range []*record.Record{was, is} {
			if slices.ContainsFunc(everybody(r), who.is) {
				return true, nil
			}
		}
	}
	return false, nil
}
