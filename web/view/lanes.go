package view

import (
	"context"
	"slices"

	"depesche/record"
	"depesche/register"
)

// DyadLane is one line of a timeline: acts of a group of PLOVER types,
// statements, figures or relations. Where there are few, each is a span, else
// they are counted in bins.
type DyadLane struct {
	Group string      `json:"group"`
	Kind  record.Kind `json:"kind"`
	Types []string    `json:"types,omitempty"` // PLOVER types of the group; none: all of the kind
	N     int         `json:"n"`
	Spans []Span      `json:"spans,omitempty"`
	Bins  []Bin       `json:"bins,omitempty"`
}

// Span is an entry in time.
type Span struct {
	ID   register.ID `json:"id"`
	From record.Day  `json:"from,omitempty"`
	To   record.Day  `json:"to,omitempty"` // 0: it holds on
	Type string      `json:"type"`
	Tone int         `json:"tone"` // 1 cooperation, -1 conflict, 0 neither
	Fill Fill        `json:"fill"`

	Entry *register.Entry `json:"-"`
}

// lanes are the groups of acts in the order in which they are drawn, from
// cooperation to conflict, with the PLOVER types of each.
var lanes = []DyadLane{
	{Group: "consult", Kind: record.KindEvent, Types: []string{"CONSULT"}},
	{Group: "cooperate", Kind: record.KindEvent, Types: []string{"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "RETREAT"}},
	{Group: "aid", Kind: record.KindEvent, Types: []string{"AID"}},
	{Group: "demand", Kind: record.KindEvent, Types: []string{"REQUEST", "ACCUSE", "REJECT"}},
	{Group: "threaten", Kind: record.KindEvent, Types: []string{"THREATEN", "SANCTION", "PROTEST"}},
	{Group: "force", Kind: record.KindEvent, Types: []string{"MOBILIZE", "COERCE", "ASSAULT"}},
	{Group: "internal", Kind: record.KindEvent}, // the extension types X-…
	{Group: "relation", Kind: record.KindRelation},
	{Group: "statement", Kind: record.KindStatement},
	{Group: "figure", Kind: record.KindFigure},
}

func laneOf(kind record.Kind, typ string) int {
	for i, l := range lanes {
		if l.Kind == kind && (len(l.Types) == 0 || slices.Contains(l.Types, typ)) {
			return i
		}
	}
	return -1
}

// Limits of a timeline: entries that are drawn one by one, that are looked at
// for bins of days, and bins of a lane.
const (
	mostSpans  = 300
	mostLooked = 2000
	laneBins   = 130
)

// dyadTimeline makes the lanes of what matches the filter, and the balance of
// its acts. Counts say how many there are, to the month; where entries are
// looked at, both are as fine as days.
func (d *Desk) dyadTimeline(ctx context.Context, f register.Filter, counts []register.DyadCount, period record.Interval) ([]DyadLane, []Bin, error) {
	all := slices.Clone(lanes)
	total := 0
	for _, c := range counts {
		total += c.N
	}
	g := gridOf(period, laneBins, false)
	if total > mostSpans && (g.months > 0 || total > mostLooked) {
		monthLanes(all, counts, gridOf(period, laneBins, true))
		return filledLanes(all), balance(dated(counts), period), nil
	}
	f.Limit = mostLooked
	entries, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return nil, nil, err
	}
	if len(entries) <= mostSpans {
		spanLanes(all, entries)
	} else {
		dayLanes(all, entries, g)
	}
	return filledLanes(all), balanceOf(entries, period), nil
}

func filledLanes(all []DyadLane) []DyadLane {
	return slices.DeleteFunc(all, func(l DyadLane) bool { return l.N == 0 })
}

// monthLanes fills lanes from counts of months.
func monthLanes(all []DyadLane, counts []register.DyadCount, g grid) {
	b := binners(len(all), g)
	for _, c := range counts {
		if i := laneOf(c.Kind, c.Type); i >= 0 {
			all[i].N += c.N
			if c.Year <= 0 {
				continue // undated
			}
			b[i].add(monthIn(c, g.period), c.Tone, fillOfStatus(c.Status), c.N)
		}
	}
	for i := range all {
		all[i].Bins = b[i].list()
	}
}

func binners(n int, g grid) []*binner {
	out := make([]*binner, n)
	for i := range out {
		out[i] = newBinner(g)
	}
	return out
}

// dayLanes fills lanes with bins of days or weeks. What began before the period
// counts on its first day.
func dayLanes(all []DyadLane, entries []register.Entry, g grid) {
	b := binners(len(all), g)
	for k := range entries {
		s := spanOf(&entries[k])
		if i := laneOf(entries[k].Record.Kind, s.Type); i >= 0 {
			all[i].N++
			if s.undated() {
				continue
			}
			b[i].add(s.From, s.Tone, s.Fill, 1)
		}
	}
	for i := range all {
		all[i].Bins = b[i].list()
	}
}

// spanLanes fills lanes with entries, the earliest first.
func spanLanes(all []DyadLane, entries []register.Entry) {
	for k := range slices.Backward(entries) {
		s := spanOf(&entries[k])
		if i := laneOf(entries[k].Record.Kind, s.Type); i >= 0 {
			all[i].N++
			if s.undated() {
				continue
			}
			all[i].Spans = append(all[i].Spans, s)
		}
	}
}

// undated spans are counted, but have no place on a line of time.
func (s *Span) undated() bool { return s.From == 0 && s.To == 0 }

func spanOf(e *register.Entry) Span {
	days := e.Span()
	return Span{ID: e.ID, From: days.From, To: days.To, Type: register.TypeOf(&e.Record), Tone: register.Sign(&e.Record), Fill: fillOf(&e.Record), Entry: e}
}
