package register

import (
	"testing"

	"depesche/record"
)

var (
	baerbock = record.Entity{ID: "Q64509", Type: record.TypePerson, State: "DEU"}
	scholz   = record.Entity{ID: "Q61053", Type: record.TypePerson, State: "DEU"}
	tusk     = record.Entity{ID: "Q946", Type: record.TypePerson, State: "POL"}
	germany  = record.Entity{ID: "Q183", Type: record.TypeState, State: "DEU"}
	poland   = record.Entity{ID: "Q36", Type: record.TypeState, State: "POL"}
	warsaw   = record.Entity{ID: "Q270", Type: record.TypePlace, State: "POL"}
	berlin   = record.Entity{ID: "Q64", Type: record.TypePlace, State: "DEU"}
)

func list(es ...record.Entity) []record.Entity { return es }

// told is an entry first and last told on a day of April 2024, about a day of it.
func told(id ID, day, about int, r record.Record) Entry {
	d := record.DayOf(2024, 4, day)
	r.Kind, r.Type = record.KindEvent, "CONSULT"
	if about > 0 {
		on := record.DayOf(2024, 4, about)
		r.Date = record.Date{From: on, To: on}
	}
	return Entry{ID: id, First: d, Last: d, Record: r}
}

func TestAnswer(t *testing.T) {
	visitOf := func(who record.Entity) record.Record {
		return record.Record{Mode: "visit", Actor: list(who), Recipient: list(poland), Status: record.Actual}
	}
	planned := visitOf(baerbock)
	planned.Status = record.Planned
	denied := planned
	denied.Negated = true
	talks := func(place record.Entity, who ...record.Entity) record.Record {
		return record.Record{Actor: who, Place: &place, Status: record.Actual}
	}
	back := record.Record{Mode: "visit", Actor: list(tusk), Recipient: list(germany), Status: record.Actual}
	for _, c := range []struct {
		name   string
		others []Entry
		want   PlanStatus
	}{
		{"nothing told", nil, PlanOpen},
		{"as planned", []Entry{told(2, 25, 25, visitOf(baerbock))}, PlanFulfilled},
		{"by the state", []Entry{told(2, 25, 25, visitOf(germany))}, PlanFulfilled},
		{"afterwards", []Entry{told(2, 28, 28, visitOf(baerbock))}, PlanLate},
		{"somebody else", []Entry{told(2, 25, 25, visitOf(scholz))}, PlanOpen},
		{"called off", []Entry{told(2, 24, 25, denied)}, PlanCancelled},
		{"called off, later all the same", []Entry{told(2, 24, 25, denied), told(3, 28, 28, visitOf(baerbock))}, PlanCancelled},
		{"denied, and yet on the day", []Entry{told(2, 24, 25, denied), told(3, 25, 25, visitOf(baerbock))}, PlanFulfilled},
		{"talks at the host's", []Entry{told(2, 25, 25, talks(warsaw, baerbock, tusk))}, PlanFulfilled},
		{"talks at home", []Entry{told(2, 25, 25, talks(berlin, baerbock, tusk))}, PlanOpen},
		{"the visit in return", []Entry{told(2, 25, 25, back)}, PlanOpen},
	} {
		p := told(1, 22, 25, planned)
		if got := answer(&p, append(c.others, p)); got.Status != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Status, c.want)
		}
	}
}

func member(id ID, report ID, day int, r record.Record) *facts {
	r.Kind, r.Status = record.KindEvent, record.Actual
	m := &Placed{Member: Member{ID: id, Report: report, Record: r, Source: Report{Date: record.Interval{From: record.DayOf(2024, 4, day), To: record.DayOf(2024, 4, day)}}}}
	return factsOf(m)
}

func TestVisitAndTalksAreOneVisit(t *testing.T) {
	e := merged(1, []*facts{
		member(1, 1, 25, record.Record{Type: "CONSULT", Mode: "visit", Confidence: 0.9, Actor: list(scholz), Recipient: list(poland)}),
		member(2, 2, 25, record.Record{Type: "CONSULT", Confidence: 0.7, Actor: list(scholz, tusk)}),
	})
	if len(e.Record.Actor) != 1 || e.Record.Actor[0].ID != scholz.ID || len(e.Record.Recipient) != 2 {
		t.Errorf("visitors %v, hosts %v", e.Record.Actor, e.Record.Recipient)
	}
	if a, b := member(1, 1, 25, record.Record{Type: "CONSULT", Mode: "visit", Actor: list(germany), Recipient: list(poland)}),
		member(2, 2, 25, record.Record{Type: "CONSULT", Mode: "visit", Actor: list(poland), Recipient: list(germany)}); !sidesClash(a, b) {
		t.Error("a visit and the visit in return are one")
	}
}

func TestCorrectionOfOneClaimant(t *testing.T) {
	says := func(state, name string, v float64) record.Record {
		return record.Record{Type: "CONSULT", Value: &record.Quantity{Min: v, Max: v}, Says: []record.Attribution{{Who: &record.Entity{ID: "x:" + state, State: state, Name: name}}}}
	}
	ms := []*facts{
		member(1, 1, 18, says("CHN", "China", 8.4)), member(2, 1, 18, says("BLR", "Belarus", 7.5)),
		member(3, 2, 19, says("BLR", "Weißrussland", 8.1)), member(4, 3, 20, says("CHN", "China, Volksrepublik", 8.4)),
	}
	for _, m := range ms {
		m.m.Source.Outlet = "Bote"
		m.m.Source.Corrects = m.m.Report == 2
	}
	got := claims(ms)
	if len(got) != 3 {
		t.Fatalf("%d claims, want 3: one that two languages name is one", len(got))
	}
	for i, superseded := range []bool{false, true, false} {
		if (got[i].Superseded != 0) != superseded {
			t.Errorf("claim %v by %v: corrected by %v", got[i].Value.Max, got[i].By, got[i].Superseded)
		}
	}
}
