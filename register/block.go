package register

import (
	"slices"
	"strconv"
	"strings"

	"depesche/record"
)

// Cell is a group of records among which entries are formed: those of one
// block (same kind, type, status class and parties) and one period. Records of
// two cells never merge, unless a correction says so; so what a batch changes
// is the cells of its records and nothing else.
type Cell struct {
	Block  ID  `json:"block"`
	Period int `json:"period"` // number of a quarter or a year, see periodOf
}

// Placed is a member with the cell that it belongs to. Without a cell (a
// rejected record) it is kept but belongs to no entry.
type Placed struct {
	Member
	Cell Cell

	Setting Setting

	// Tag is set by corrections: members of one tag are one entry; if it is
	// negative, no others join them.
	Tag ID
	// Raw is the record as it was read, where a correction changed it.
	Raw *record.Record

	rejected bool
	fixed    *Cell // the cell that a correction says
}

// statusClass joins statuses between which reports of one thing waver.
func statusClass(r *record.Record) string {
	switch r.Status {
	case record.Planned, record.Expected:
		return "planned"
	case record.Possible, record.Desired:
		return "possible"
	}
	return string(r.Status)
}

// typeOf is what tells records of one kind apart: PLOVER type, predicate,
// measure, or nothing for statements.
func typeOf(r *record.Record) string {
	switch r.Kind {
	case record.KindEvent:
		return r.Type
	case record.KindFigure:
		if r.Measure == "other" || r.Measure == "" {
			return "other " + Fold(r.Noun)
		}
		return r.Measure
	case record.KindRelation:
		return r.Predicate
	}
	return ""
}

// TypeOf is the type that a record is filtered and counted by: PLOVER type,
// predicate, measure, or the form of a statement.
func TypeOf(r *record.Record) string {
	switch r.Kind {
	case record.KindEvent:
		return r.Type
	case record.KindFigure:
		return r.Measure
	case record.KindRelation:
		return r.Predicate
	}
	return r.Form
}

// mutual are the types whose sides are equals: who is named first, and whether
// the host is named as a party or as the place, differs between reports.
var mutual = map[string]bool{"CONSULT": true, "AGREE": true, "COOPERATE": true}

// pivot are the keys of the parties by which records are grouped: those that
// reports of the same thing name alike. Of mutual acts these are all sides, with
// the host where only one side is named; of attacks those who suffer them, as
// it may not be known who did it; of other acts those who act. What is left
// of the parties must not clash (see fit.go). The parties of statements and
// relations count by themselves, in their roles; of figures by their states.
func pivot(r *record.Record) string {
	var keys []string
	switch r.Kind {
	case record.KindStatement:
		for i := range r.Speaker {
			keys = append(keys, r.Speaker[i].ID)
		}
	case record.KindRelation:
		for i := range r.Subject {
			keys = append(keys, "s"+r.Subject[i].ID)
		}
		for i := range r.Object {
			keys = append(keys, "o"+r.Object[i].ID)
		}
		keys = append(keys, "as"+r.As)
	case record.KindFigure:
		keys = stateKeys(r.Of)
	default:
		keys = eventPivot(r)
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), " ")
}

func eventPivot(r *record.Record) []string {
	actors, recipients := stateKeys(r.Actor), stateKeys(r.Recipient)
	host := ""
	if r.Place != nil {
		host = Key(r.Place)
	}
	switch {
	case mutual[r.Type]:
		all := stateKeys(r.Actor, r.Recipient)
		if len(all) == 1 && host != "" {
			all = append(all, host)
		}
		return all
	case r.Type == "ASSAULT" && len(recipients) > 0:
		return recipients
	case r.Type == "ASSAULT" && host != "":
		return []string{host}
	case len(actors) > 0:
		return actors
	}
	for i := range recipients {
		recipients[i] = "to " + recipients[i]
	}
	return recipients
}

// family groups entries that may answer each other: a plan, and what came of
// it.
func family(r *record.Record) ID {
	return digest("family", string(r.Kind), typeOf(r), pivot(r))
}

// cellOf is the cell of a record of a report of the day.
func cellOf(r *record.Record, s *Setting, day record.Day) Cell {
	if d := s.Date; !when(r).Interval().Known() && d.From != 0 {
		day = d.From
	}
	c := Cell{Block: digest("block", string(r.Kind), typeOf(r), statusClass(r), pivot(r), strconv.FormatBool(r.Negated))}
	c.Period = periodOf(r, day)
	return c
}

// longest is how many days an interval may span and still say when something
// happened.
const longest = 31

// anchor is the day that a record counts from: when it happened, if the report
// says so to the month, else the day of the report.
func anchor(r *record.Record, day record.Day) record.Day {
	if d := when(r); d.From != 0 && d.To != 0 && d.To-d.From <= longest {
		return d.From
	}
	return day
}

// when is the date that a record is of: a figure's period, else its date.
func when(r *record.Record) record.Date {
	if r.Kind == record.KindFigure && !r.Period.IsZero() && r.Period.Interval().Known() {
		return r.Period
	}
	return r.Date
}

// periodOf is 0 for relations, which hold on; the year of what is to come and
// of figures that describe long periods; else the quarter of the anchor.
func periodOf(r *record.Record, day record.Day) int {
	switch {
	case r.Kind == record.KindRelation:
		return 0
	case r.Kind == record.KindEvent && statusClass(r) != string(record.Actual):
		if r.Date.To != 0 {
			return yearOf(r.Date.To)
		}
		return yearOf(day)
	case r.Kind == record.KindFigure && r.Period.From != 0 && r.Period.To != 0 && r.Period.To-r.Period.From > longest:
		return yearOf(r.Period.From)
	}
	y, m, _ := anchor(r, day).Date()
	return y*10 + (m+2)/3
}

func yearOf(d record.Day) int {
	y, _, _ := d.Date()
	return y * 10
}
