package knowledge

import (
	"fmt"
	"io/fs"
	"slices"

	"depesche/record"
)

// Code is a state's number or letters in a system of codes, and when it bore
// them.
type Code struct {
	record.Interval
	System string // see CodeSystems
	Value  string
}

// CodeSystems is the vocabulary of systems of codes: ISO 3166-1 numeric, letters
// that ISO withdrew (ISO 3166-3), the
// state numbers of Gleditsch and Ward and of the Correlates of War project, and
// the country codes of CAMEO.
func CodeSystems() []string {
	return []string{"iso_numeric", "iso_alpha3_former", "gw", "cow", "cameo"}
}

type codes struct {
	of    map[string][]Code     // ISO alpha-3 → codes
	means map[meaning]([]int32) // states in the order of the table
}

type meaning struct{ system, value string }

// Codes gives the codes of a state, by its ISO 3166-1 alpha-3 code.
func (b *Base) Codes(iso3 string) []Code { return slices.Clone(b.codes.of[iso3]) }

// CodeOn is the code of a state in a system on a day, "" if it had none. The
// zero day gives the latest.
func (b *Base) CodeOn(iso3, system string, on record.Day) string {
	value := ""
	for _, c := range b.codes.of[iso3] {
		if c.System == system && (on == 0 || c.Contains(on)) {
			value = c.Value
		}
	}
	return value
}

// ByCodeOn is the state that a code of a system means on a day, nil if it meant
// none. The zero day gives the latest.
func (b *Base) ByCodeOn(system, value string, on record.Day) *Entity {
	var found *Entity
	for _, n := range b.codes.means[meaning{system, value}] {
		e := &b.entities[n]
		if on == 0 || b.CodeOn(e.State, system, on) == value {
			found = e
		}
	}
	return found
}

// readCodes reads codes*.tsv: iso3 system value from to. There may be none.
func (l *loader) readCodes() error {
	l.codes = codes{of: map[string][]Code{}, means: map[meaning][]int32{}}
	if names, err := fs.Glob(l.files, "data/codes*.tsv"); err != nil || len(names) == 0 {
		return err
	}
	systems := CodeSystems()
	return eachRow(l.files, "codes*.tsv", 5, func(r row) error {
		iso3 := r.cell(0)
		n, ok := l.byCode[iso3]
		if !ok {
			return r.errorf("no state %q", iso3)
		}
		if !slices.Contains(systems, r.cell(1)) {
			return r.errorf("system %q: want one of %v", r.cell(1), systems)
		}
		c := Code{System: r.cell(1), Value: r.cell(2)}
		if c.Value == "" {
			return r.errorf("no code")
		}
		var err error
		if c.Interval, err = r.interval(3, 4); err != nil {
			return err
		}
		key := meaning{c.System, c.Value}
		if err := l.codes.clash(l.entities, key, c); err != nil {
			return r.errorf("%w", err)
		}
		l.codes.of[iso3] = append(l.codes.of[iso3], c)
		if !slices.Contains(l.codes.means[key], n) {
			l.codes.means[key] = append(l.codes.means[key], n)
		}
		return nil
	})
}

// clash says whether a code means another state, or the same one, on the same day.
func (c *codes) clash(entities []Entity, key meaning, with Code) error {
	for _, n := range c.means[key] {
		for _, old := range c.of[entities[n].State] {
			if old.System == key.system && old.Value == key.value && overlaps(old.Interval, with.Interval) {
				return fmt.Errorf("%s %s stands for %s on the same day", key.system, key.value, entities[n].State)
			}
		}
	}
	return nil
}
