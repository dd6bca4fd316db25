package query

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"depesche/record"
	"depesche/register"
)

// key is what a KEY: does with its values.
type key struct {
	set     func(p *parser, values []string) error
	example string
}

var keys = map[string]key{
	"kind":      {choice([]record.Kind{record.KindEvent, record.KindStatement, record.KindFigure, record.KindRelation}, func(f *register.Filter) *[]record.Kind { return &f.Kind }), "for instance kind:event"},
	"actor":     {entity(func(f *register.Filter) *[]string { return &f.Actor }), "for instance actor:BLR"},
	"recipient": {entity(func(f *register.Filter) *[]string { return &f.Recipient }), "for instance recipient:CHN"},
	"party":     {entity(func(f *register.Filter) *[]string { return &f.Party }), "for instance party:Lukaschenko"},
	"place":     {entity(func(f *register.Filter) *[]string { return &f.Place }), "for instance place:Minsk"},
	"speaker":   {entity(func(f *register.Filter) *[]string { return &f.Speaker }), "for instance speaker:Xinhua"},
	"dyad":      {dyad, "for instance dyad:BLR,CHN"},
	"type":      {words(func(f *register.Filter) *[]string { return &f.Type }, typeName), "for instance type:CONSULT"},
	"measure":   {words(func(f *register.Filter) *[]string { return &f.Type }, strings.ToLower), "for instance measure:trade"},
	"predicate": {words(func(f *register.Filter) *[]string { return &f.Type }, strings.ToLower), "for instance predicate:member_of"},
	"mode":      {words(func(f *register.Filter) *[]string { return &f.Mode }, strings.ToLower), "for instance mode:visit"},
	"context":   {words(func(f *register.Filter) *[]string { return &f.Context }, strings.ToLower), "for instance context:military"},
	"outlet":    {words(func(f *register.Filter) *[]string { return &f.Outlet }, same), "for instance outlet:dpa"},
	"status": {choice(record.Statuses(),
		func(f *register.Filter) *[]record.Status { return &f.Status }), "for instance status:planned"},
	"plan":     {choice(register.PlanStatuses, func(f *register.Filter) *[]register.PlanStatus { return &f.Plan }), "for instance plan:overdue"},
	"since":    {since, "for instance since:2023-01"},
	"until":    {until, "for instance until:2023-12-31"},
	"on":       {interval(func(f *register.Filter) *record.Interval { return &f.On }), "for instance on:2023-03"},
	"due":      {interval(func(f *register.Filter) *record.Interval { return &f.Due }), "for instance due:2023"},
	"reported": {interval(func(f *register.Filter) *record.Interval { return &f.Reported }), "for instance reported:2023-03"},
	"as-of":    {asOf, "for instance as-of:2023-03-01"},
	"text":     {text, `for instance text:"Stützpunkt"`},
}

// Keys are the keys of terms, sorted.
func Keys() []string { return slices.Sorted(maps.Keys(keys)) }

func same(s string) string { return s }

// typeName writes PLOVER types in capitals, predicates and measures as they
// are.
func typeName(s string) string {
	if upper := strings.ToUpper(s); plover[upper] || strings.HasPrefix(upper, "X-") {
		return upper
	}
	return strings.ToLower(s)
}

var plover = map[string]bool{
	"AGREE": true, "CONSULT": true, "SUPPORT": true, "CONCEDE": true, "COOPERATE": true, "AID": true, "RETREAT": true, "REQUEST": true,
	"ACCUSE": true, "REJECT": true, "THREATEN": true, "PROTEST": true, "SANCTION": true, "MOBILIZE": true, "COERCE": true, "ASSAULT": true,
}

// TypeNames are types as the register writes them.
func TypeNames(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = typeName(s)
	}
	return out
}

func words(field func(*register.Filter) *[]string, form func(string) string) func(*parser, []string) error {
	return func(p *parser, values []string) error {
		into := field(&p.filter)
		if len(*into) > 0 {
			return errTwice
		}
		for _, v := range values {
			*into = append(*into, form(v))
		}
		return nil
	}
}

var errTwice = errors.New("is given twice; separate several values by commas")

func entity(field func(*register.Filter) *[]string) func(*parser, []string) error {
	return func(p *parser, values []string) error {
		into := field(&p.filter)
		if len(*into) > 0 {
			return errTwice
		}
		*into = Entities(values, p.names)
		return nil
	}
}

func choice[T ~string](all []T, field func(*register.Filter) *[]T) func(*parser, []string) error {
	return func(p *parser, values []string) error {
		for _, v := range values {
			v := T(strings.ToLower(v))
			if !slices.Contains(all, v) {
				return fmt.Errorf("%q is none of %s", string(v), list(all))
			}
			into := field(&p.filter)
			*into = append(*into, v)
		}
		return nil
	}
}

func list[T ~string](all []T) string {
	names := make([]string, len(all))
	for i, a := range all {
		names[i] = string(a)
	}
	return strings.Join(names, ", ")
}

func dyad(p *parser, values []string) error {
	if len(p.filter.Dyad) > 0 {
		return errTwice
	}
	if len(values) != 2 {
		return fmt.Errorf("%d values, want two", len(values))
	}
	d, err := Dyad(values[0], values[1], p.names)
	p.filter.Dyad = d
	return err
}

// Dyad are the two names of a dyad.
func Dyad(a, b string, names Names) ([]string, error) {
	var out []string
	for _, w := range []string{a, b} {
		found := Entities([]string{w}, names)
		if len(found) != 1 {
			return nil, fmt.Errorf("%q may be any of %s", w, strings.Join(found, ", "))
		}
		out = append(out, found[0])
	}
	return out, nil
}

func one(values []string) (record.Interval, error) {
	if len(values) != 1 {
		return record.Interval{}, fmt.Errorf("%d values, want one date", len(values))
	}
	return record.ParseEDTF(values[0])
}

func interval(field func(*register.Filter) *record.Interval) func(*parser, []string) error {
	return func(p *parser, values []string) error {
		i, err := one(values)
		if err != nil {
			return err
		}
		*field(&p.filter) = i
		return nil
	}
}

func since(p *parser, values []string) error {
	i, err := one(values)
	p.filter.On.From = i.From
	return err
}

func until(p *parser, values []string) error {
	i, err := one(values)
	p.filter.On.To = i.To
	return err
}

func asOf(p *parser, values []string) error {
	i, err := one(values)
	if err == nil && i.To == 0 {
		err = errors.New("want a day")
	}
	p.filter.AsOf = i.To
	return err
}

func text(p *parser, values []string) error {
	for _, v := range values {
		if err := p.words(p.at, v); err != nil {
			return errors.New("no word to look for")
		}
	}
	return nil
}
