package view

import (
	"cmp"
	"slices"

	"depesche/knowledge"
	"depesche/record"
)

// Office is one term of an office, as the knowledge base has it.
type Office struct {
	Person record.Entity `json:"person"`
	Of     Party         `json:"of"`
	Role   string        `json:"role"` // head_of_state, …; see knowledge.Roles
	Title  string        `json:"title,omitempty"`
	// Start and Stop are EDTF with their precision, "" where not known.
	Start string `json:"start,omitempty"`
	Stop  string `json:"stop,omitempty"`
	// Ends says how the end is known: open, stated, observed (in office on
	// Seen, the end not known), successor (the next one begins at Stop).
	Ends knowledge.Ending `json:"ends"`
	Seen record.Day       `json:"seen,omitempty"`
}

// Belonging is one spell of membership, as the knowledge base has it.
type Belonging struct {
	Org    record.Entity `json:"organisation"`
	Member Party         `json:"member"`
	Spell
	Founding bool `json:"founding,omitempty"` // from the first day of the organisation
	Now      bool `json:"now"`                // on the day of the view
}

// officeYears is how far back a view shows the offices of a state: the tables
// go back further than reports do.
const officeYears = 25

// roleOrder is the order in which offices are shown; others follow by name.
var roleOrder = []string{"head_of_state", "monarch", "head_of_government", "secretary_general", "foreign_minister", "defence_minister", "interior_minister", "finance_minister", "speaker", "military_leader"}

// careers are the offices that a person holds, or those that others hold of a
// state or organisation.
func (d *Desk) careers(v *Profile, e *knowledge.Entity) {
	for _, t := range d.Knowledge.Offices(e, record.Interval{}) {
		v.Offices = append(v.Offices, d.officeOf(t))
	}
	slices.SortStableFunc(v.Offices, func(a, b Office) int { return -cmp.Compare(a.Start, b.Start) })
	since := record.Interval{From: v.Today - officeYears*365}
	if v.Today == 0 {
		since = record.Interval{}
	}
	for _, role := range roles() {
		for _, t := range d.Knowledge.HolderTerms(v.Key, role, since) {
			v.Holders = append(v.Holders, d.officeOf(t))
		}
	}
	for _, list := range []*[]Office{&v.Offices, &v.Holders} {
		if len(*list) > entityOffices {
			*list, v.Truncated = (*list)[:entityOffices], true
		}
	}
}

// roles are all of them in their order.
func roles() []string {
	var rest []string
	for r := range knowledge.Roles() {
		if !slices.Contains(roleOrder, r) {
			rest = append(rest, r)
		}
	}
	slices.Sort(rest)
	return slices.Concat(roleOrder, rest)
}

func (d *Desk) officeOf(t knowledge.Term) Office {
	o := Office{Person: t.Person.Record("en"), Role: t.Role, Title: t.Title, Start: t.Start, Stop: t.Stop, Ends: t.Ends(), Seen: t.Seen}
	if of := d.entityOf(t.Of); of != nil {
		o.Of = partyOf(of)
	} else {
		o.Of = Party{t.Of, record.Entity{ID: t.Of}}
	}
	return o
}

// belongings are the memberships of it and in it, those of today first.
func (d *Desk) belongings(v *Profile, e *knowledge.Entity) {
	for _, m := range d.Knowledge.MemberOf(e, 0) {
		v.MemberOf = append(v.MemberOf, belonging(m, v.Today))
	}
	for _, m := range d.Knowledge.Members(e.ID, 0) {
		v.Members = append(v.Members, belonging(m, v.Today))
	}
	kinds := knowledge.MembershipKinds()
	order := func(a, b Belonging) int {
		now := 0
		if a.Now != b.Now {
			if now = 1; a.Now {
				now = -1
			}
		}
		return cmp.Or(now, cmp.Compare(slices.Index(kinds, a.As), slices.Index(kinds, b.As)), cmp.Compare(a.From, b.From))
	}
	slices.SortStableFunc(v.MemberOf, order)
	slices.SortStableFunc(v.Members, order)
}

func belonging(m knowledge.Membership, today record.Day) Belonging {
	return Belonging{Org: m.Org.Record("en"), Member: partyOf(m.Member), Spell: Spell{m.Interval, m.As}, Founding: m.Founding(),
		Now: (m.From == 0 || m.From <= today) && (m.To == 0 || m.To >= today)}
}
