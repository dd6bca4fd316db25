package view

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"depesche/record"
	"depesche/register"
)

// Dossier is one happening, statement, figure or relation with all that tells it.
type Dossier struct {
	register.Entry

	PlaceKind string           `json:"placeKind,omitempty"` // how exact the place is: country, region, city, capital, …; "" if not known
	Told      []Telling        `json:"told"`                // by independent origin, the earliest first
	Matrix    Matrix           `json:"matrix"`              // who says what of it
	Shown     *register.Entry  `json:"shown,omitempty"`     // of a plan: what shows that it came true, or not
	Announced []register.Entry `json:"announced,omitempty"` // plans that this entry shows
	Counter   []register.Entry `json:"counter,omitempty"`   // the same with the opposite said: denials, or what is denied
	Changes   []Change         `json:"changes,omitempty"`   // corrections that touch it, oldest first
	Known     []Known          `json:"known"`               // what was known after each day on which it was told
	Truncated bool             `json:"truncated,omitempty"`
}

// Telling is what is told from one origin: copies of a text have one.
type Telling struct {
	Origin  register.ID `json:"origin"`
	Copies  int         `json:"copies"`  // reports of it, the original included
	Reports []Told      `json:"reports"` // the earliest first; one that tells it twice is there twice
}

// Told is one record of the entry: one report, in its words.
type Told struct {
	register.Member
	Sentence []Segment `json:"sentence"` // the sentence; what carries the record is on 0
}

// Known is the entry as it was known on a day.
type Known struct {
	Day     record.Day    `json:"day"`
	Record  record.Record `json:"record"`
	Reports int           `json:"reports"`
	Origins int           `json:"origins"`
}

// Limits of what one entry shows.
const (
	entryTold   = 300
	entryKnown  = 20
	entryBeside = 10
	counterDays = 7 // between a thing and its denial, where they are dated
)

// Entry is the entry of an id, or of one of its records' ids, as it was known
// on a day (0: as it is known).
func (d *Desk) Entry(ctx context.Context, id register.ID, asOf record.Day) (Dossier, error) {
	return kept(ctx, d, fmt.Sprintf("entry %s %s", id, asOf), func() (Dossier, error) {
		return looked(ctx, d, func(d *Desk) (Dossier, error) { return d.entry(ctx, id, asOf) })
	})
}

func (d *Desk) entry(ctx context.Context, id register.ID, asOf record.Day) (Dossier, error) {
	e, err := d.Register.Entry(ctx, id, asOf)
	if err != nil {
		return Dossier{}, err
	}
	v := Dossier{Entry: e, PlaceKind: d.placeKind(e.Record.Place)}
	members, err := d.members(ctx, e.ID, asOf)
	if err != nil {
		return v, err
	}
	if len(members) > entryTold {
		members, v.Truncated = members[:entryTold], true
	}
	if v.Told, err = d.told(ctx, members); err != nil {
		return v, err
	}
	if v.Counter, err = d.counter(ctx, &e, members, asOf); err != nil {
		return v, err
	}
	var others []register.Member
	for i := range v.Counter {
		more, err := d.members(ctx, v.Counter[i].ID, asOf)
		if err != nil {
			return v, err
		}
		others = append(others, more...)
	}
	v.Matrix = matrix(&e, members, others)
	if err := d.plansOf(ctx, &v, asOf); err != nil {
		return v, err
	}
	v.Counter = slices.DeleteFunc(v.Counter, func(o register.Entry) bool { // a plan that was called off is shown as such
		return v.Shown != nil && o.ID == v.Shown.ID || slices.ContainsFunc(v.Announced, func(p register.Entry) bool { return p.ID == o.ID })
	})
	if v.Changes, err = d.changesOf(ctx, &e, members); err != nil {
		return v, err
	}
	return v, d.known(ctx, &v, members)
}

// members are the records of an entry that were known on a day.
func (d *Desk) members(ctx context.Context, id register.ID, asOf record.Day) ([]register.Member, error) {
	members, err := d.Register.Members(ctx, id)
	if asOf != 0 {
		members = slices.DeleteFunc(members, func(m register.Member) bool { return m.Source.Day() > asOf })
	}
	return members, err
}

// placeKind says how exact a place is.
func (d *Desk) placeKind(p *record.Entity) string {
	if p == nil {
		return ""
	}
	if p.Type == record.TypeState {
		return "country"
	}
	if e := d.Knowledge.ByID(p.ID); e != nil {
		return e.Kind
	}
	return ""
}

// told groups members by origin, in the order of their reports' days.
func (d *Desk) told(ctx context.Context, members []register.Member) ([]Telling, error) {
	texts := map[register.ID]string{}
	var out []Telling
	for i := range members {
		m := &members[i]
		text, ok := texts[m.Report]
		if !ok {
			r, err := d.Register.Report(ctx, m.Report)
			if err != nil {
				return nil, err
			}
			text = r.Text
			texts[m.Report] = text
		}
		at := slices.IndexFunc(out, func(t Telling) bool { return t.Origin == m.Source.Origin })
		if at < 0 {
			at = len(out)
			out = append(out, Telling{Origin: m.Source.Origin})
		}
		if !slices.ContainsFunc(out[at].Reports, func(o Told) bool { return o.Report == m.Report }) {
			out[at].Copies++
		}
		out[at].Reports = append(out[at].Reports, Told{*m, sentence(text, &m.Record)})
	}
	return out, nil
}

// sentence is the sentence of a record's first evidence, with what of all its
// evidence stands in it marked.
func sentence(text string, r *record.Record) []Segment {
	if len(r.Evidence) == 0 {
		return nil
	}
	from, to := register.SentenceAround(text, r.Evidence[0].Start, r.Evidence[0].End)
	return segments(text, from, to, stretches(r, 0))
}

func stretches(r *record.Record, of int) []stretch {
	out := make([]stretch, len(r.Evidence))
	for i, e := range r.Evidence {
		out[i] = stretch{e.Start, e.End, of}
	}
	return out
}

// counter are the entries that say the opposite about the same days.
func (d *Desk) counter(ctx context.Context, e *register.Entry, members []register.Member, asOf record.Day) ([]register.Entry, error) {
	if e.Record.Kind == record.KindStatement || register.TypeOf(&e.Record) == "" {
		return nil, nil
	}
	found, err := d.Register.Opposed(ctx, members)
	if err != nil {
		return nil, err
	}
	near := daysOf(e)
	near.From, near.To = near.From-counterDays, near.To+counterDays
	return d.then(ctx, slices.DeleteFunc(found, func(o register.Entry) bool {
		days := daysOf(&o)
		return days.From > near.To || days.To < near.From
	}), asOf)
}

// daysOf are the days of an entry: those that its reports allow, else those on
// which it was told.
func daysOf(e *register.Entry) record.Interval {
	if i := e.Record.Date.Interval(); i.From != 0 && i.To != 0 {
		return i
	}
	return record.Interval{From: e.First, To: e.Last}
}

// then are the first few of entries as they were known on a day.
func (d *Desk) then(ctx context.Context, list []register.Entry, asOf record.Day) ([]register.Entry, error) {
	var out []register.Entry
	for _, e := range list[:min(len(list), entryBeside)] {
		was, err := d.Register.Entry(ctx, e.ID, asOf)
		if errors.Is(err, register.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, was)
	}
	return out, nil
}

// keysOf are the keys of the parties, sorted, each once.
func keysOf(r *record.Record) []string {
	var keys []string
	for _, e := range register.Parties(r) {
		keys = append(keys, register.Key(e))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// plansOf finds what shows the plan that the entry is, and the plans that the
// entry shows.
func (d *Desk) plansOf(ctx context.Context, v *Dossier, asOf record.Day) error {
	if v.Plan != nil && v.Plan.Shown != 0 {
		shown, err := d.Register.Entry(ctx, v.Plan.Shown, asOf)
		if err == nil {
			v.Shown = &shown
		} else if !errors.Is(err, register.ErrNotFound) {
			return err
		}
	}
	found, err := d.Register.Announced(ctx, &v.Entry)
	if err == nil {
		v.Announced, err = d.then(ctx, found, asOf)
	}
	return err
}

// known asks for the entry as it was after each day on which a report told it;
// of many days, the first and the last.
func (d *Desk) known(ctx context.Context, v *Dossier, members []register.Member) error {
	var days []record.Day
	for i := range members {
		days = append(days, members[i].Source.Day())
	}
	slices.SortFunc(days, func(a, b record.Day) int { return cmp.Compare(a, b) })
	days = slices.Compact(days)
	if len(days) > entryKnown {
		days = append(days[:entryKnown/2:entryKnown/2], days[len(days)-entryKnown/2:]...)
		v.Truncated = true
	}
	if len(days) == 1 {
		v.Known = []Known{{days[0], v.Record, v.Reports, v.Origins}}
		return nil
	}
	for _, day := range days {
		then, err := d.Register.Entry(ctx, v.ID, day)
		if errors.Is(err, register.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		v.Known = append(v.Known, Known{day, then.Record, then.Reports, then.Origins})
	}
	return nil
}
