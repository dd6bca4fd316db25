package ask

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"depesche/record"
	"depesche/register/query"
)

// Dyad is what the address of a dyad's page asks for beside an Ask:
//
//	since, until    the days shown (EDTF)
//	kind            event, statement, figure, relation; several with commas
//	changed-since   what changed on this day or after (EDTF)
type Dyad struct {
	Ask
	On      record.Interval
	Kind    []record.Kind
	Changed record.Day // 0: not asked for
}

var kinds = []record.Kind{record.KindEvent, record.KindStatement, record.KindFigure, record.KindRelation}

// ReadDyad reads the values of an address. The error is an *Error.
func ReadDyad(v url.Values, names query.Names) (Dyad, error) {
	a, err := Read(v, names)
	d := Dyad{Ask: a}
	if err != nil {
		return d, err
	}
	days := []struct {
		name string
		set  func(record.Interval)
	}{
		{"since", func(i record.Interval) { d.On.From = i.From }},
		{"until", func(i record.Interval) { d.On.To = i.To }},
		{"changed-since", func(i record.Interval) { d.Changed = i.From }},
	}
	for _, part := range days {
		s := strings.TrimSpace(v.Get(part.name))
		if s == "" {
			continue
		}
		i, err := record.ParseEDTF(s)
		if err != nil {
			return d, &Error{part.name, err, "for instance 2023 or 2023-03-01"}
		}
		part.set(i)
	}
	if d.On.From != 0 && d.On.To != 0 && d.On.From > d.On.To {
		return d, &Error{"until", fmt.Errorf("%s is before %s", d.On.To, d.On.From), ""}
	}
	for _, s := range strings.FieldsFunc(strings.Join(v["kind"], ","), func(r rune) bool { return r == ',' || r == ' ' }) {
		k := record.Kind(strings.ToLower(s))
		if !slices.Contains(kinds, k) {
			return d, &Error{"kind", fmt.Errorf("%q is no kind of entry", s), "event, statement, figure or relation"}
		}
		if !slices.Contains(d.Kind, k) {
			d.Kind = append(d.Kind, k)
		}
	}
	slices.Sort(d.Kind)
	if len(d.Kind) == len(kinds) {
		d.Kind = nil // all of them is no choice
	}
	return d, nil
}
