package view

import (
	"cmp"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Matrix says which outlet says what of an entry. A column is a claim: the
// thing itself, then each value that somebody gives it.
type Matrix struct {
	Claims  []MatrixClaim `json:"claims"`
	Outlets []MatrixRow   `json:"outlets"` // by name; those without one by that of their report
}

// MatrixClaim is one claim: a value, or with the empty measure that the thing
// is so.
type MatrixClaim struct {
	Measure string          `json:"measure,omitempty"` // killed, injured, size, value, change
	Value   record.Quantity `json:"value,omitzero"`
}

// MatrixRow is one outlet: a cell a claim, in the order of the claims.
type MatrixRow struct {
	Outlet string       `json:"outlet"`
	Cells  []MatrixCell `json:"cells"`
}

// Stance is how an outlet stands to a claim.
type Stance string

// How an outlet stands to a claim.
const (
	Says    Stance = "says"
	Denies  Stance = "denies"
	Differs Stance = "differs" // it gives other values of the measure
	Took    Stance = "took"    // it said so, and corrected itself
	Silent  Stance = "silent"
)

// MatrixCell is an outlet's stance, by whom it vouches for it, and the report.
type MatrixCell struct {
	Stance Stance          `json:"stance"`
	By     []record.Entity `json:"by,omitempty"` // whom it cites, each once
	Report register.ID     `json:"report,omitzero"`
}

// Values are the values that a record gives.
func Values(r record.Record) []MatrixClaim {
	var out []MatrixClaim
	for _, v := range []struct {
		measure string
		r       *record.Range
	}{{"killed", r.Killed}, {"injured", r.Injured}, {"size", r.Size}} {
		if v.r != nil {
			out = append(out, MatrixClaim{v.measure, record.Quantity{Min: v.r.Min, Max: v.r.Max}})
		}
	}
	for _, v := range []struct {
		measure string
		q       *record.Quantity
	}{{"value", r.Value}, {"change", r.Change}} {
		if v.q != nil {
			out = append(out, MatrixClaim{v.measure, *v.q})
		}
	}
	return out
}

func outletOf(m *register.Member) string { return cmp.Or(m.Source.Outlet, m.Source.Name) }

// matrix compares the members of an entry with those that say the opposite.
func matrix(e *register.Entry, members, counter []register.Member) Matrix {
	columns := columnsOf(members)
	m := Matrix{Claims: columns}
	var outlets []string
	for _, list := range [][]register.Member{members, counter} {
		for i := range list {
			outlets = append(outlets, outletOf(&list[i]))
		}
	}
	slices.Sort(outlets)
	for _, o := range slices.Compact(outlets) {
		row := MatrixRow{Outlet: o}
		for _, c := range columns {
			row.Cells = append(row.Cells, stanceOf(e, o, c, members, counter))
		}
		m.Outlets = append(m.Outlets, row)
	}
	return m
}

// columnsOf are the claims: the thing itself, then the values by measure and
// size.
func columnsOf(members []register.Member) []MatrixClaim {
	var values []MatrixClaim
	for i := range members {
		values = append(values, Values(members[i].Record)...)
	}
	order := func(a, b MatrixClaim) int {
		return cmp.Or(cmp.Compare(measureRank(a.Measure), measureRank(b.Measure)), cmp.Compare(a.Value.Direction, b.Value.Direction),
			cmp.Compare(a.Value.Currency, b.Value.Currency), cmp.Compare(a.Value.Unit, b.Value.Unit),
			cmp.Compare(a.Value.Min, b.Value.Min), cmp.Compare(a.Value.Max, b.Value.Max))
	}
	slices.SortFunc(values, order)
	return append([]MatrixClaim{{}}, slices.Compact(values)...)
}

func measureRank(m string) int {
	return slices.Index([]string{"killed", "injured", "size", "value", "change"}, m)
}

// stanceOf is how an outlet stands to a claim.
func stanceOf(e *register.Entry, outlet string, claim MatrixClaim, members, counter []register.Member) MatrixCell {
	cell := MatrixCell{Stance: Silent}
	others := false
	for i := range members {
		m := &members[i]
		if outletOf(m) != outlet {
			continue
		}
		same := claim.Measure == ""
		for _, v := range Values(m.Record) {
			same = same || v == claim
			others = others || v.Measure == claim.Measure
		}
		if same {
			cell.add(m, Says)
		}
	}
	switch {
	case cell.Stance == Says && superseded(e, outlet, claim):
		cell.Stance = Took
	case cell.Stance == Silent && others:
		cell.Stance = Differs
	}
	for i := range counter {
		if m := &counter[i]; outletOf(m) == outlet && claim.Measure == "" && cell.Stance == Silent {
			cell.add(m, Denies)
		}
	}
	if e.Record.Negated && claim.Measure == "" { // the entry is the denial
		switch cell.Stance {
		case Says:
			cell.Stance = Denies
		case Denies:
			cell.Stance = Says
		}
	}
	return cell
}

// add takes a record into the cell.
func (c *MatrixCell) add(m *register.Member, s Stance) {
	if c.Report == 0 {
		c.Report = m.Report
	}
	c.Stance = s
	if len(m.Record.Says) == 0 || m.Record.Says[0].Who == nil {
		return
	}
	who := *m.Record.Says[0].Who
	if !slices.ContainsFunc(c.By, func(e record.Entity) bool { return e.ID == who.ID }) {
		c.By = append(c.By, who)
	}
}

// superseded says whether the outlet's claim was corrected, by all who vouch
// for it.
func superseded(e *register.Entry, outlet string, claim MatrixClaim) bool {
	found := false
	for i := range e.Claims {
		c := &e.Claims[i]
		r := record.Record{Value: c.Value, Change: c.Change, Killed: c.Killed, Injured: c.Injured, Size: c.Size}
		if !slices.Contains(Values(r), claim) || !slices.Contains(c.Outlets, outlet) {
			continue
		}
		if c.Superseded == 0 {
			return false
		}
		found = true
	}
	return found
}
