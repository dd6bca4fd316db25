package knowledge

import (
	"iter"
	"maps"
	"slices"

	"depesche/record"
)

// ByID is the entity with a Wikidata or local id, nil if there is none.
func (b *Base) ByID(id string) *Entity {
	if n, ok := b.byID[id]; ok {
		return &b.entities[n]
	}
	return nil
}

// ByCode is the state with an ISO 3166-1 alpha-3 code, nil if there is none.
func (b *Base) ByCode(iso3 string) *Entity {
	if n, ok := b.byCode[iso3]; ok {
		return &b.entities[n]
	}
	return nil
}

// Entities are all that the base knows, in the order of its tables.
func (b *Base) Entities() iter.Seq[*Entity] {
	return func(yield func(*Entity) bool) {
		for i := range b.entities {
			if !yield(&b.entities[i]) {
				return
			}
		}
	}
}

// States are the states and territories that there are today, by their codes.
func (b *Base) States() []*Entity {
	var out []*Entity
	for _, code := range slices.Sorted(maps.Keys(b.byCode)) {
		if e := b.ByCode(code); e.Exists.To == 0 {
			out = append(out, e)
		}
	}
	return out
}

// Capital is the capital of a state, nil if none is known.
func (b *Base) Capital(iso3 string) *Entity {
	if n, ok := b.capitals[iso3]; ok {
		return &b.entities[n]
	}
	return nil
}

// StateOf is the state that an entity is, lies in or belongs to; nil if none
// is known.
func (b *Base) StateOf(e *Entity) *Entity {
	if e == nil || e.State == "" {
		return nil
	}
	return b.ByCode(e.State)
}

// overlaps says whether two intervals share a day; unknown bounds are open.
func overlaps(a, b record.Interval) bool {
	return (a.To == 0 || b.From == 0 || b.From <= a.To) && (b.To == 0 || a.From == 0 || a.From <= b.To)
}

// HolderTerms gives the terms of an office that share a day with the interval,
// by start. Of is the ISO alpha-3 code of a state or the id of an organisation.
func (b *Base) HolderTerms(of, role string, on record.Interval) []Term {
	var out []Term
	for _, n := range b.byOffice[office{of, role}] {
		if overlaps(b.terms[n].believed, on) {
			out = append(out, b.terms[n])
		}
	}
	return out
}

// Holder gives who held an office on at least one day of the interval, by the
// start of their terms, each once. Of a state that never has a separate head of
// government it gives the head of state. Where nobody is recorded it gives nil:
// nothing is guessed.
func (b *Base) Holder(of, role string, on record.Interval) []*Entity {
	if role == "head_of_government" && len(b.byOffice[office{of, role}]) == 0 {
		role = "head_of_state"
	}
	var out []*Entity
	for _, t := range b.HolderTerms(of, role, on) {
		if !holds(out, t.Person) {
			out = append(out, t.Person)
		}
	}
	return out
}

func holds(list []*Entity, e *Entity) bool {
	for _, o := range list {
		if o == e {
			return true
		}
	}
	return false
}

// Offices gives the terms of a person that share a day with the interval, by
// start; an interval of which nothing is known gives them all.
func (b *Base) Offices(person *Entity, on record.Interval) []Term {
	if person == nil {
		return nil
	}
	var out []Term
	n, ok := b.byID[person.ID]
	if !ok {
		return nil
	}
	for _, n := range b.byPerson[n] {
		if overlaps(b.terms[n].believed, on) {
			out = append(out, b.terms[n])
		}
	}
	return out
}

// Members gives the memberships of an organisation on a day; the zero day
// gives all that ever were.
func (b *Base) Members(org string, on record.Day) []Membership {
	return current(b.members[org], on)
}

// MemberOf gives the memberships that a state or organisation has on a day.
func (b *Base) MemberOf(member *Entity, on record.Day) []Membership {
	if member == nil {
		return nil
	}
	return current(b.adopted[member.ID], on)
}

func current(list []Membership, on record.Day) []Membership {
	var out []Membership
	for _, m := range list {
		if on == 0 || m.Contains(on) {
			out = append(out, m)
		}
	}
	return out
}

// checkTerms warns of one person twice in one office at a time.
func (l *loader) checkTerms() {
	for p, list := range l.byPerson {
		id := l.entities[p].ID
		for i, n := range list {
			for _, m := range list[i+1:] {
				a, c := l.terms[n], l.terms[m]
				if a.Of == c.Of && a.Role == c.Role && a.Title == c.Title && overlaps(a.Interval, c.Interval) &&
					(a.To == 0 || a.To != c.From) {
					l.warn(row{file: c.at.file, line: c.at.line}, "%s (%s): %s of %s from %s, and in %s:%d from %s",
						id, a.Person.en, a.Role, a.Of, c.From, a.at.file, a.at.line, a.From)
				}
			}
		}
	}
}
