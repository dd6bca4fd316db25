package view

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"

	"depesche/record"
	"depesche/register"
)

// Search is a page of entries, and by what they can be narrowed down.
type Search struct {
	List
	Facets  []Facet `json:"facets,omitempty"` // not on later pages
	Counted int     `json:"counted"`          // entries that the facets count
	Whole   bool    `json:"whole"`            // these are all that match
}

// Facet is a key of the query language with the values that entries have.
type Facet struct {
	Key    string       `json:"key"`
	Values []FacetValue `json:"values"` // the most frequent first; years the latest first
}

// FacetValue is a value with its number of entries.
type FacetValue struct {
	Value string         `json:"value"`
	N     int            `json:"n"`
	Of    *record.Entity `json:"of,omitempty"` // of parties and places: one that is meant
}

// Limits of what facets count and show.
const (
	facetEntries = 400
	facetValues  = 8
)

// Search gives the entries that match, at most the filter's limit, with the
// facets of the first few hundred.
func (d *Desk) Search(ctx context.Context, f register.Filter) (Search, error) {
	if f.Before != 0 {
		l, err := d.List(ctx, f)
		return Search{List: l}, err
	}
	limit := f.Limit
	f.Limit = max(facetEntries, limit) + 1
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return Search{}, err
	}
	s := Search{Whole: len(entries) < f.Limit}
	entries = entries[:min(len(entries), f.Limit-1)]
	s.Counted, s.Facets = len(entries), facets(entries)
	s.Entries = entries
	if limit > 0 && len(entries) > limit {
		s.Entries, s.Next = entries[:limit:limit], entries[limit-1].Seq()
	}
	return s, nil
}

// facets count the values of entries by the keys that narrow a search down.
func facets(entries []register.Entry) []Facet {
	keys := []string{"kind", "type", "party", "status", "plan", "place", "outlet", "on"}
	tallies := make([]tally, len(keys))
	for i := range tallies {
		tallies[i] = tally{}
	}
	for i := range entries {
		e := &entries[i]
		r := &e.Record
		tallies[0].add(string(r.Kind), nil)
		if r.Kind != record.KindStatement {
			tallies[1].add(register.TypeOf(r), nil)
		}
		seen := map[string]bool{}
		for _, p := range register.Parties(r) {
			if k := register.Key(p); !seen[k] {
				seen[k] = true
				tallies[2].add(k, p)
			}
		}
		tallies[3].add(string(r.Status), nil)
		if e.Plan != nil {
			tallies[4].add(string(e.Plan.Status), nil)
		}
		if r.Place != nil {
			tallies[5].add(r.Place.ID, r.Place)
		}
		for _, o := range e.Outlets {
			tallies[6].add(o, nil)
		}
		tallies[7].add(yearOf(e), nil)
	}
	var out []Facet
	for i, key := range keys {
		if v := tallies[i].values(key == "on"); len(v) > 0 {
			out = append(out, Facet{key, v})
		}
	}
	return out
}

// yearOf is the year in which an entry begins, else in which it was first told.
func yearOf(e *register.Entry) string {
	day := e.Record.Date.From
	if e.Record.Kind == record.KindFigure && e.Record.Period.From != 0 {
		day = e.Record.Period.From
	}
	day = cmp.Or(day, e.First)
	if day == 0 {
		return ""
	}
	y, _, _ := day.Date()
	return strconv.Itoa(y)
}

type tally map[string]*FacetValue

func (t tally) add(value string, of *record.Entity) {
	if value == "" {
		return
	}
	v := t[value]
	if v == nil {
		v = &FacetValue{Value: value, Of: of}
		t[value] = v
	}
	v.N++
	if of != nil && of.Type == record.TypeState && v.Of.Type != record.TypeState { // the state itself, before those who act for it
		v.Of = of
	}
}

func (t tally) values(byName bool) []FacetValue {
	var out []FacetValue
	for _, k := range slices.Sorted(maps.Keys(t)) {
		out = append(out, *t[k])
	}
	slices.SortStableFunc(out, func(a, b FacetValue) int {
		if byName {
			return cmp.Compare(b.Value, a.Value)
		}
		return cmp.Compare(b.N, a.N)
	})
	return out[:min(len(out), facetValues)]
}
