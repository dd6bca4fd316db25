package register

import (
	"slices"
	"strings"

	"depesche/record"
)

// What speaks for two members telling one thing. The weights were set by hand
// and checked on the set of depesche eval merging.
const (
	forDay        = 2.0 // the same day, said by both
	forDays       = 1.0 // intervals that meet
	forPlace      = 1.5
	forPeople     = 1.0
	forNumber     = 1.5
	againstNumber = -1.0
	againstMode   = -0.75
	forMode       = 0.5
	forSides      = 0.5 // the same on both sides
	forReportDay  = 0.5 // undated, in reports of one day
	forOther      = 0.5 // in another language, so that words cannot speak for it
	forOrigin     = 3.0 // the texts are copies
	forWords      = 4.0 // times the share of common words
	enough        = 1.5 // what it takes
)

// fit says how well a member fits a group: 0 or less if it does not.
func (g *cluster) fit(f *facts) float64 {
	if !g.agrees(f) {
		return 0
	}
	best := 0.0
	// The first members are the most definite; a look at a few suffices.
	for i, m := range g.members {
		if i == mostLooks {
			break
		}
		best = max(best, alike(m, f))
	}
	if best < enough {
		return 0
	}
	return best
}

const mostLooks = 12

const visit = "visit" // PLOVER mode: the actor is the visitor, the recipient the host

// agrees says whether nothing that a member says contradicts the group.
func (g *cluster) agrees(f *facts) bool {
	if g.tag < 0 {
		return false
	}
	if len(g.open) > 0 && f.date.From != 0 && !slices.ContainsFunc(g.open, func(d record.Day) bool { return f.date.Interval().Contains(d) }) {
		return false
	}
	if _, ok := intersect(g.span(), f.days); !ok {
		return false
	}
	if f.m.Record.Kind == record.KindRelation {
		return true
	}
	for _, m := range g.members {
		if placesClash(m.place, f.place) || peopleClash(m.people, f.people) || sidesClash(m, f) {
			return false
		}
	}
	return true
}

// sidesClash says whether two acts name others on one side. Mutual ones have no
// sides, but of two visits with a host each it tells the visit from the one in
// return.
func sidesClash(a, b *facts) bool {
	if a.m.Record.Kind != record.KindEvent || mutual[a.m.Record.Type] && (a.m.Record.Mode != visit || b.m.Record.Mode != visit) {
		return false
	}
	return apart(a.firsts, b.firsts) || apart(a.seconds, b.seconds)
}

// apart says whether both lists name somebody, and nobody in common.
func apart(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && countCommon(a, b) == 0
}

// placesClash says whether two places cannot be one. A state holds its places.
func placesClash(a, b *record.Entity) bool {
	if a == nil || b == nil || a.ID == b.ID {
		return false
	}
	if a.State != "" && a.State == b.State && (a.Type == record.TypeState || b.Type == record.TypeState) {
		return false
	}
	return true
}

// peopleClash says whether for some state each names people, and none in
// common: ministers met, not presidents.
func peopleClash(a, b []string) bool {
	for _, p := range a {
		state, _, _ := strings.Cut(p, " ")
		if state == "" {
			continue
		}
		other, shared := false, false
		for _, q := range b {
			if s, _, _ := strings.Cut(q, " "); s == state {
				other = true
				shared = shared || slices.Contains(a, q)
			}
		}
		if other && !shared {
			return true
		}
	}
	return false
}

// alike sums what speaks for two members telling one thing.
func alike(a, b *facts) float64 {
	ra, rb := &a.m.Record, &b.m.Record
	if ra.Kind == record.KindRelation {
		return enough
	}
	s := dateScore(a, b)
	if a.place != nil && b.place != nil && a.place.ID == b.place.ID {
		s += forPlace
	}
	if common := countCommon(a.people, b.people); common > 0 {
		s += forPeople
	}
	s += numberScore(a, b)
	switch {
	case ra.Mode != "" && ra.Mode == rb.Mode:
		s += forMode
	case ra.Mode != "" && rb.Mode != "":
		s += againstMode
	}
	if ra.Kind == record.KindEvent && len(a.firsts) > 0 && len(a.seconds) > 0 && slices.Equal(a.firsts, b.firsts) && slices.Equal(a.seconds, b.seconds) {
		s += forSides
	}
	if a.m.Source.Origin == b.m.Source.Origin && a.m.Report != b.m.Report {
		s += forOrigin
	}
	if a.m.Source.Lang != b.m.Source.Lang {
		// Words of two languages do not compare; names and numbers stand above.
		return s + forOther
	}
	return s + forWords*overlap(a.lemmas, b.lemmas)
}

// dateScore is for days that both reports name, less for days of which one is
// only presumed.
func dateScore(a, b *facts) float64 {
	da, db := a.date.Interval(), b.date.Interval()
	switch {
	case da.From != 0 && da == db && da.To != 0 && (da.From == da.To || a.m.Record.Kind == record.KindFigure):
		return forDay
	case da.From != 0 && da == db && da.To != 0:
		return forDays
	case da.Known() && db.Known():
		return forDays / 2
	case !da.Known() && !db.Known() && a.day == b.day:
		return forReportDay
	}
	return 0
}

// numberScore is for values in common. Figures of one day or period differ
// because they are disputed.
func numberScore(a, b *facts) float64 {
	switch {
	case len(a.numbers) == 0 || len(b.numbers) == 0:
		return 0
	case slices.ContainsFunc(a.numbers, func(n float64) bool { return slices.Contains(b.numbers, n) }):
		return forNumber
	case a.m.Record.Kind == record.KindFigure && a.date.Interval().Known() && a.date.Interval() == b.date.Interval():
		return 0
	}
	return againstNumber
}

func countCommon(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// overlap is the share of common words in all words of two sorted lists
// (Jaccard).
func overlap(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := countCommon(a, b)
	return float64(n) / float64(len(a)+len(b)-n)
}
