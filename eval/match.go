package eval

import (
	"math"
	"slices"
	"strings"

	"depesche/record"
)

// Level is how far a record agrees with gold.
type Level int

// The levels; each includes the ones before it.
const (
	None  Level = iota
	Found       // the kind, and the event's type, the relation's predicate, the figure's measure or number
	Who         // and the parties
	Whole       // and status and negation; of a figure also the numbers, of a statement its form
)

// agreement compares a record with gold of the same kind.
func agreement(g *Gold, r *record.Record) Level {
	switch {
	case !found(g, r):
		return None
	case !who(g, r):
		return Found
	case !whole(g, r):
		return Who
	}
	return Whole
}

func found(g *Gold, r *record.Record) bool {
	switch g.Kind {
	case record.KindEvent:
		return slices.Contains(g.Type, r.Type)
	case record.KindRelation:
		return g.Predicate == r.Predicate && (len(g.As) == 0 || g.Predicate != "member_of" || slices.Contains(g.As, r.As))
	case record.KindFigure:
		return slices.Contains(g.Measure, r.Measure) || numbers(g, r)
	}
	return true
}

// who compares the parties, side by side; where either says that sides do not
// matter, all together.
func who(g *Gold, r *record.Record) bool {
	switch g.Kind {
	case record.KindEvent:
		return sides(g.Actor, g.Recipient, r.Actor, r.Recipient, mutual(g.Type...) || mutual(r.Type))
	case record.KindRelation:
		return sides(g.Subject, g.Object, r.Subject, r.Object, between(g.Predicate) || between(r.Predicate))
	case record.KindFigure:
		return len(g.Of) == 0 || sameParties(g.Of, entities(r.Of))
	}
	return sameParties(g.Speaker, entities(r.Speaker))
}

func sides(wantA, wantB []string, readA, readB []record.Entity, together bool) bool {
	if together {
		return sameParties(slices.Concat(wantA, wantB), entities(readA, readB))
	}
	return sameParties(wantA, entities(readA)) && sameParties(wantB, entities(readB))
}

func entities(lists ...[]record.Entity) []*record.Entity {
	var out []*record.Entity
	for _, l := range lists {
		for i := range l {
			out = append(out, &l[i])
		}
	}
	return out
}

func whole(g *Gold, r *record.Record) bool {
	switch g.Kind {
	case record.KindStatement:
		return g.Form == "" || g.Form == r.Form
	case record.KindFigure:
		if !numbers(g, r) {
			return false
		}
	}
	return g.Status == r.Status && g.Negated == r.Negated
}

// numbers compares the level and the change that gold gives.
func numbers(g *Gold, r *record.Record) bool {
	if g.Value != nil && (r.Value == nil || !near(r.Value.Min, g.Value[0]) || !near(r.Value.Max, g.Value[1])) {
		return false
	}
	return g.Change == nil || r.Change != nil &&
		near(math.Abs(r.Change.Min), math.Abs(g.Change[0])) && near(math.Abs(r.Change.Max), math.Abs(g.Change[1]))
}

func near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-6*max(1, math.Abs(a), math.Abs(b))
}

// Pair is gold and the record that was found for it; either may be nil.
type Pair struct {
	Gold  *Gold
	Got   *record.Record
	Level Level
	// Excused is a record without a pair that optional gold would have taken.
	Excused bool
}

// Counts says whether the pair costs or earns anything: gold that is not
// optional, or a record that no optional gold takes or excuses.
func (p *Pair) Counts() bool {
	if p.Gold != nil {
		return !p.Gold.Optional
	}
	return !p.Excused
}

// Match pairs the gold of a document with its records of the same kind in the
// same sentence so that the sum of the levels is greatest. Records of extension
// types (X-…) are left aside. What has no pair comes alone: first all gold, then
// the records that are left.
func Match(d *Document, gold []Gold, records []record.Record) []Pair {
	var out []Pair
	for _, kind := range kinds {
		var gs []*Gold
		for i := range gold {
			if gold[i].Kind == kind {
				gs = append(gs, &gold[i])
			}
		}
		var rs []*record.Record
		for i := range records {
			if r := &records[i]; r.Kind == kind && !strings.HasPrefix(r.Type, "X-") {
				rs = append(rs, r)
			}
		}
		out = matchKind(out, d, gs, rs)
	}
	return out
}

var kinds = [...]record.Kind{record.KindEvent, record.KindStatement, record.KindFigure, record.KindRelation}

func matchKind(out []Pair, d *Document, gold []*Gold, records []*record.Record) []Pair {
	at := make([]int, len(records))
	for j, r := range records {
		at[j] = d.sentence(firstEvidence(r))
	}
	worth := make([][]float64, len(gold))
	for i, g := range gold {
		worth[i] = make([]float64, len(records))
		for j, r := range records {
			if g.Sentence == at[j] {
				worth[i][j] = value(d, g, r)
			}
		}
	}
	taken := make([]bool, len(records))
	pair := assign(worth, len(records))
	for i, g := range gold {
		p := Pair{Gold: g}
		if j := pair[i]; j >= 0 {
			taken[j] = true
			p.Got, p.Level = records[j], agreement(g, records[j])
		}
		out = append(out, p)
	}
	for j, r := range records {
		if taken[j] {
			continue
		}
		excused := slices.ContainsFunc(gold, func(g *Gold) bool { return g.Optional && g.Sentence == at[j] && found(g, r) })
		out = append(out, Pair{Got: r, Excused: excused})
	}
	return out
}

// value is what a pair is worth when pairs are chosen: the level above all,
// then that the gold counts, then that the record has the gold's words.
func value(d *Document, g *Gold, r *record.Record) float64 {
	level := agreement(g, r)
	if level == None {
		return 0
	}
	v := float64(2*level - 1)
	if !g.Optional {
		v += 0.05
	}
	if g.Anchor != "" && strings.Contains(d.cut(firstEvidence(r)), g.Anchor) {
		v += 0.01
	}
	return v
}

func firstEvidence(r *record.Record) record.Evidence {
	if len(r.Evidence) == 0 {
		return record.Evidence{Start: -1}
	}
	return r.Evidence[0]
}
