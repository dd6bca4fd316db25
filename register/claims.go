package register

import (
	"cmp"
	"encoding/json"
	"slices"

	"depesche/record"
)

// claims are the values that the members give, those of one value and one
// voucher together, the oldest first. Records without a value make none.
func claims(members []*facts) []Claim {
	type group struct {
		Claim
		origins, reports map[ID]bool
		sources          []*facts
	}
	groups := map[string]*group{}
	var order []*group
	for _, f := range members {
		r := &f.m.Record
		if f.m.Withdrawn || len(numbersOf(r)) == 0 {
			continue
		}
		c := Claim{Value: r.Value, Change: r.Change, Killed: r.Killed, Injured: r.Injured, Size: r.Size, By: vouchers(r)}
		key, err := claimKey(c)
		if err != nil {
			continue // numbers that JSON cannot write are none
		}
		g := groups[key]
		if g == nil {
			c.First = f.day
			g = &group{Claim: c, origins: map[ID]bool{}, reports: map[ID]bool{}}
			groups[key] = g
			order = append(order, g)
		}
		g.Last = max(g.Last, f.day)
		g.origins[f.m.Source.Origin], g.reports[f.m.Report] = true, true
		g.sources = append(g.sources, f)
		if o := f.m.Source.Outlet; o != "" {
			g.Outlets = append(g.Outlets, o)
		}
	}
	for _, g := range order {
		g.Superseded = corrected(g.Claim, g.sources, members)
	}
	out := make([]Claim, 0, len(order))
	for _, g := range order {
		g.Reports, g.Origins = len(g.reports), len(g.origins)
		slices.Sort(g.Outlets)
		g.Outlets = slices.Compact(g.Outlets)
		out = append(out, g.Claim)
	}
	if len(out) == 0 {
		return nil
	}
	markNewest(out)
	return out
}

// claimKey tells claims apart: by their values and by who vouches for them,
// whatever a report's language calls them.
func claimKey(c Claim) (string, error) {
	by := slices.Clone(c.By)
	for i := range by {
		by[i] = record.Entity{ID: by[i].ID, Sector: by[i].Sector}
	}
	c.By = by
	key, err := json.Marshal(&c)
	return string(key), err
}

// vouchers are the outermost who vouch for a record.
func vouchers(r *record.Record) []record.Entity {
	if len(r.Says) == 0 || r.Says[0].Who == nil {
		return nil
	}
	e := bare(*r.Says[0].Who)
	return []record.Entity{{ID: e.ID, Type: e.Type, Name: e.Name, State: e.State, Sector: e.Sector}}
}

// corrected is the report that corrects the value: one that says of itself
// that it corrects, is not older, has another value that nobody else vouches
// for, and either takes this one back by name or is of the outlet or origin that
// gave it.
func corrected(c Claim, sources, members []*facts) ID {
	for _, f := range members {
		if !f.m.Source.Corrects || f.day < c.First || f.m.Withdrawn || sameValue(&f.m.Record, c) || vouchersClash(vouchers(&f.m.Record), c.By) {
			continue
		}
		for _, m := range members {
			if m.m.Report == f.m.Report && m.m.Withdrawn && sameValue(&m.m.Record, c) {
				return f.m.Report
			}
		}
		for _, s := range sources {
			if s.m.Report == f.m.Report || s.m.Source.Corrects {
				break
			}
			a, b := &s.m.Source, &f.m.Source
			if a.Origin == b.Origin || a.Outlet != "" && a.Outlet == b.Outlet {
				return f.m.Report
			}
		}
	}
	return 0
}

// vouchersClash says whether two values are claimed by others.
func vouchersClash(a, b []record.Entity) bool {
	return len(a) > 0 && len(b) > 0 && Key(&a[0]) != Key(&b[0])
}

func sameValue(r *record.Record, c Claim) bool {
	other := &record.Record{Value: c.Value, Change: c.Change, Killed: c.Killed, Injured: c.Injured, Size: c.Size}
	return slices.Equal(numbersOf(r), numbersOf(other))
}

// markNewest marks the claims of the latest report, superseded ones aside.
func markNewest(list []Claim) {
	last := record.Day(0)
	for i := range list {
		if list[i].Superseded == 0 {
			last = max(last, list[i].Last)
		}
	}
	for i := range list {
		list[i].Newest = list[i].Superseded == 0 && list[i].Last == last
	}
}

// value puts into the entry's record the value of the newest claim, of several
// that with the most origins.
func value(e *Entry) {
	var best *Claim
	for i := range e.Claims {
		c := &e.Claims[i]
		if c.Newest && (best == nil || cmp.Compare(c.Origins, best.Origins) > 0) {
			best = c
		}
	}
	if best == nil {
		return
	}
	r := &e.Record
	r.Value, r.Change, r.Killed, r.Injured, r.Size = best.Value, best.Change, best.Killed, best.Injured, best.Size
}
