package ical

import (
	"errors"
	"strings"
	"testing"

	"depesche/record"
	"depesche/register"
)

func plan(due record.Day, status register.PlanStatus) register.Entry {
	r := record.Record{Kind: record.KindEvent, Type: "CONSULT", Mode: "visit", Status: record.Planned, Date: record.Date{From: due - 2, To: due},
		Actor:     []record.Entity{{ID: "x:a", Type: record.TypePerson, Name: "Änne; die Ältere, genannt die Überaus Überschwängliche von Öhringen"}},
		Recipient: []record.Entity{{ID: "Q183", Type: record.TypeState, Name: "Germany", State: "DEU"}}, Place: &record.Entity{ID: "x:o", Name: "Oy, Mittelberg"}}
	return register.Entry{ID: 5, Record: r, Last: record.DayOf(2024, 1, 3), Plan: &register.PlanState{Status: status, Due: due}}
}

func TestCalendar(t *testing.T) {
	var b strings.Builder
	c := New(&b, Words{Notes: func(*register.Entry) string { return "two\nlines" }, Link: func(id register.ID) string { return "http://localhost/entry/" + id.String() }})
	undated := plan(0, register.PlanOpen)
	for _, e := range []register.Entry{plan(record.DayOf(2024, 2, 29), register.PlanOpen), undated, plan(record.DayOf(2024, 12, 31), register.PlanCancelled)} {
		if err := c.Write(&e); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, l := range strings.SplitAfter(text, "\r\n") {
		if len(l) > 77 || strings.Contains(strings.TrimSuffix(l, "\r\n"), "\n") || strings.ToValidUTF8(l, "") != l {
			t.Errorf("line %q", l)
		}
	}
	flat := strings.ReplaceAll(text, "\r\n ", "")
	for _, want := range []string{"DTSTART;VALUE=DATE:20240227\r\n", "DTEND;VALUE=DATE:20240301\r\n", "DTSTAMP:20240103T000000Z", `Änne\; die Ältere\, genannt die Überaus`, `LOCATION:Oy\, Mittelberg`,
		`DESCRIPTION:two\nlines`, "URL:http://localhost/entry/0000000000000005", "STATUS:TENTATIVE", "STATUS:CANCELLED", "UID:0000000000000005@depesche"} {
		if !strings.Contains(flat, want) {
			t.Errorf("no %q in\n%s", want, flat)
		}
	}
	if n := strings.Count(flat, "BEGIN:VEVENT"); n != 2 || !strings.HasPrefix(flat, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(flat, "END:VCALENDAR\r\n") {
		t.Errorf("%d events in\n%s", n, flat)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestNoRoom(t *testing.T) {
	if err := New(broken{}, Words{}).Close(); err == nil {
		t.Error("no error")
	}
}
