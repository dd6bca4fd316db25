package register

import (
	"cmp"
	"slices"
	"strings"

	"depesche/record"
)

// maxParties bounds the entities on one side of an entry.
const maxParties = 16

// merged is the entry of members that tell one thing. The members come in any
// order; the result does not depend on it.
func merged(block ID, members []*facts) Entry {
	slices.SortFunc(members, func(a, b *facts) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.m.ID, b.m.ID))
	})
	first := members[0]
	e := Entry{ID: first.m.ID, First: first.day, Last: members[len(members)-1].day, block: block}
	reports, origins := map[ID]bool{}, map[ID]bool{}
	for _, f := range members {
		reports[f.m.Report], origins[f.m.Source.Origin] = true, true
		if o := f.m.Source.Outlet; o != "" {
			e.Outlets = append(e.Outlets, o)
		}
	}
	slices.Sort(e.Outlets)
	e.Outlets = slices.Compact(e.Outlets)
	e.Reports, e.Origins = len(reports), len(origins)
	e.Record = mergedRecord(members)
	e.Record.ID = e.ID.String()
	e.Claims = claims(members)
	value(&e)
	e.search = searchWords(members)
	e.words = digest(e.search)
	e.seq = seqOf(&e)
	return e
}

// mergedRecord takes what all say together: the most trusted record as it is,
// with the days narrowed and the parties joined.
func mergedRecord(members []*facts) record.Record {
	best := members[0]
	for _, f := range members[1:] {
		if f.m.Record.Confidence > best.m.Record.Confidence {
			best = f
		}
	}
	r := best.m.Record
	r.Evidence = slices.Clone(members[0].m.Record.Evidence[:min(1, len(members[0].m.Record.Evidence))])
	r.Trace = nil
	for _, f := range members {
		if statusRank(f.m.Record.Status) < statusRank(r.Status) {
			r.Status = f.m.Record.Status
		}
	}
	r.Date = narrowed(members, func(r *record.Record) record.Date { return r.Date })
	r.Period = narrowed(members, func(r *record.Record) record.Date { return r.Period })
	r.Place = mergedPlace(members)
	r.Context = nil
	for _, f := range members {
		r.Context = append(r.Context, f.m.Record.Context...)
	}
	slices.Sort(r.Context)
	r.Context = slices.Compact(r.Context)
	r.Actor, r.Recipient = sides(members, func(r *record.Record) (a, b []record.Entity) { return r.Actor, r.Recipient })
	if r.Mode == visit {
		r.Actor, r.Recipient = hostsApart(members, r.Actor, r.Recipient)
	}
	r.Speaker, r.To = sides(members, func(r *record.Record) (a, b []record.Entity) { return r.Speaker, r.To })
	r.Subject, r.Object = sides(members, func(r *record.Record) (a, b []record.Entity) { return r.Subject, r.Object })
	r.Of, _ = sides(members, func(r *record.Record) (a, b []record.Entity) { return r.Of, nil })
	r.About, _ = sides(members, func(r *record.Record) (a, b []record.Entity) { return r.About, nil })
	return r
}

// hostsApart puts those of the host's state on its side: a report that says that
// two met has both as actors, one that tells of the visit says who came to whom.
func hostsApart(members []*facts, actors, recipients []record.Entity) (visitors, hosts []record.Entity) {
	var came, received []string
	for _, f := range members {
		if r := &f.m.Record; r.Mode == visit && len(r.Recipient) > 0 {
			came, received = append(came, stateKeys(r.Actor)...), append(received, stateKeys(r.Recipient)...)
		}
	}
	hosts = slices.Clone(recipients)
	for _, e := range actors {
		if k := Key(&e); slices.Contains(received, k) && !slices.Contains(came, k) {
			hosts = append(hosts, e)
			continue
		}
		visitors = append(visitors, e)
	}
	return visitors, hosts[:min(len(hosts), maxParties)]
}

// statusRank is lower for what commits itself more; it only ever decides
// between statuses of one class.
func statusRank(s record.Status) int {
	return slices.Index([]record.Status{record.Actual, record.Planned, record.Expected, record.Demanded, record.Possible, record.Desired, record.Hypothetical}, s)
}

// narrowed is the interval that all dates of the members allow, with the words
// of the most definite.
func narrowed(members []*facts, of func(*record.Record) record.Date) record.Date {
	var out record.Date
	shortest := record.Day(0)
	for _, f := range members {
		d := of(&f.m.Record)
		if !d.Interval().Known() {
			if out.IsZero() && d.Text != "" {
				out.Text = d.Text
			}
			continue
		}
		length := record.Day(1 << 20)
		if d.From != 0 && d.To != 0 {
			length = d.To - d.From + 1
		}
		if shortest == 0 || length < shortest {
			shortest, out.Text, out.Assumed = length, d.Text, d.Assumed
		}
		if both, ok := intersect(out.Interval(), d.Interval()); ok {
			out.From, out.To = both.From, both.To
		}
		if len(d.Days) > 0 {
			out.Days = common(out.Days, d.Days)
		}
	}
	if len(out.Days) > 0 {
		out.Days = slices.DeleteFunc(slices.Clone(out.Days), func(d record.Day) bool { return !out.Interval().Contains(d) })
		if len(out.Days) > 0 {
			out.From, out.To = out.Days[0], out.Days[len(out.Days)-1]
		}
		if len(out.Days) <= 1 {
			out.Days = nil
		}
	}
	return out
}

// mergedPlace is the place that most name; a place within a state before it.
func mergedPlace(members []*facts) *record.Entity {
	type vote struct {
		e *record.Entity
		n int
	}
	votes := map[string]*vote{}
	for _, f := range members {
		if p := f.m.Record.Place; p != nil {
			if votes[p.ID] == nil {
				votes[p.ID] = &vote{e: p}
			}
			votes[p.ID].n++
		}
	}
	var best *vote
	for _, v := range votes {
		if best == nil || cmp.Or(
			cmp.Compare(btoi(best.e.Type == record.TypeState), btoi(v.e.Type == record.TypeState)),
			cmp.Compare(v.n, best.n), strings.Compare(best.e.ID, v.e.ID)) > 0 {
			best = v
		}
	}
	if best == nil {
		return nil
	}
	e := bare(*best.e)
	return &e
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bare is an entity without the words of one report.
func bare(e record.Entity) record.Entity {
	e.Text, e.Start, e.End, e.Aliases = "", 0, 0, nil
	return e
}

// sides joins the entities of two sides. Who stands on both is put on the side
// where more members have them, on the first if they are even.
func sides(members []*facts, of func(*record.Record) (a, b []record.Entity)) (first, second []record.Entity) {
	type seen struct {
		e    record.Entity
		n    [2]int
		rank int
	}
	var all []*seen
	by := map[string]*seen{}
	for _, f := range members {
		a, b := of(&f.m.Record)
		for side, list := range [2][]record.Entity{a, b} {
			for i := range list {
				s := by[list[i].ID]
				if s == nil {
					s = &seen{e: bare(list[i]), rank: len(all)}
					by[list[i].ID] = s
					all = append(all, s)
				}
				s.n[side]++
				s.e = fuller(s.e, list[i])
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *seen) int {
		return cmp.Or(cmp.Compare(b.n[0]+b.n[1], a.n[0]+a.n[1]), cmp.Compare(a.rank, b.rank))
	})
	for _, s := range all {
		if s.n[1] > s.n[0] {
			second = append(second, s.e)
		} else {
			first = append(first, s.e)
		}
	}
	return first[:min(len(first), maxParties)], second[:min(len(second), maxParties)]
}

// fuller fills what the first lacks from the second.
func fuller(a, b record.Entity) record.Entity {
	a.Name = cmp.Or(a.Name, b.Name)
	a.State = cmp.Or(a.State, b.State)
	a.Sector = cmp.Or(a.Sector, b.Sector)
	a.Role = cmp.Or(a.Role, b.Role)
	return a
}

// searchWords are the words of all sentences that tell an entry, each once,
// with the names of its parties: what the full-text search finds it by.
func searchWords(members []*facts) string {
	var words []string
	for _, f := range members {
		words = append(words, strings.Fields(f.m.Words)...)
		for _, e := range Parties(&f.m.Record) {
			words = append(words, strings.Fields(Fold(e.Name))...)
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// seqBits is how many bits of its id tell entries of one day apart.
const seqBits = 42

// seqOf is the entry's place in the order of the register: the day it begins,
// then its id.
func seqOf(e *Entry) int64 {
	return int64(startOf(e))<<seqBits | int64(e.ID)&(1<<seqBits-1)
}

// startOf is the day that an entry begins.
func startOf(e *Entry) record.Day { return spanOf(e).From }

// SeqDay is how many places a day has: a place divided by it is its day.
const SeqDay = int64(1) << seqBits

// SeqAfter is the first place in the order behind all entries that begin on
// the day or before.
func SeqAfter(d record.Day) int64 { return int64(d+1) << seqBits }
