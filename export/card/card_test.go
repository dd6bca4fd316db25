package card

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/report"
)

var update = flag.Bool("update", false, "write the cards as they are now")

var (
	norland = record.Entity{ID: "Q20", Type: "state", Name: "Norway", State: "NOR"}
	iceland = record.Entity{ID: "Q189", Type: "state", Name: "Iceland", State: "ISL"}
	denmark = record.Entity{ID: "Q35", Type: "state", Name: "Denmark", State: "DNK"}
	council = record.Entity{ID: "Q123759", Type: "organisation", Name: "Nordic Council", Sector: "IGO"}
	berg    = record.Entity{ID: "x:anna-berg", Type: "person", Name: "Anna Berg", State: "NOR", Sector: "GOV", Text: "Sie"}
	oslo    = record.Entity{ID: "Q585", Type: "place", Name: "Oslo", State: "NOR"}
	reuters = record.Entity{ID: "Q130879", Type: "organisation", Name: "Reuters", Sector: "MED"}
)

const text = "Ministerpräsidentin Anna Berg hat am Mittwoch Island besucht. Sie erhoffe sich von dem Treffen in Reykjavik, das nach langen Monaten des Schweigens und nach mehreren gescheiterten Anläufen beider Regierungen nun endlich zustande gekommen sei, eine Einigung im Streit um die Fischerei, sagte Berg der Nachrichtenagentur Reuters, und sie schließe Sanktionen gegen Dänemark bis Freitag nicht aus. Der Handel stieg um 3 Prozent auf 1,2 Milliarden Kronen. Norwegen, Island und Dänemark gehören dem Nordischen Rat an.\n"

func example() (*report.Report, []record.Record) {
	r := &report.Report{ID: "beispiel", Lang: "de", Text: text, Place: "Oslo", Outlet: "dpa", Title: "Berg besucht Island", Date: record.Month(2021, 3)}
	at := 0
	for _, s := range strings.SplitAfter(text, ". ") {
		r.Sentences = append(r.Sentences, report.Sentence{Span: report.Span{Start: int32(at), End: int32(at + len(strings.TrimSpace(s)))}})
		at += len(s)
	}
	ev := func(sentence int, words string) []record.Evidence {
		i := strings.Index(text, words)
		return []record.Evidence{{Document: r.ID, Sentence: sentence, Start: i, End: i + len(words), Text: words}}
	}
	day := record.DayOf(2021, 3, 3)
	rs := []record.Record{
		{Kind: "event", Type: "CONSULT", Mode: "visit", Status: "actual", Actor: []record.Entity{berg}, Recipient: []record.Entity{iceland}, Confidence: 0.9,
			Date: record.Date{From: day, To: day + 28, Text: "am Mittwoch", Days: []record.Day{day, day + 7, day + 14, day + 21, day + 28}}, Evidence: ev(0, "besucht"),
			Trace: []string{"words besucht", "lexicon de/verbs.tsv:12 besuchen CONSULT visit", "rule verb frame"}},
		{Kind: "statement", Form: "indirect", Status: "actual", Speaker: []record.Entity{berg}, To: []record.Entity{reuters}, Confidence: 0.85, Evidence: ev(1, "sagte")},
		{Kind: "event", Type: "SANCTION", Mode: "discontinue", Status: "possible", Actor: []record.Entity{norland}, Recipient: []record.Entity{denmark}, Confidence: 0.4, By: "modal",
			Date: record.Date{To: record.DayOf(2021, 3, 5), Text: "bis Freitag"}, Says: []record.Attribution{{Who: &berg, Cue: "sagte"}}, Evidence: ev(1, "Sanktionen")},
		{Kind: "event", Type: "AGREE", Status: "desired", Actor: []record.Entity{norland, iceland}, Confidence: 0.6, Evidence: ev(1, "Einigung"), Context: []string{"natural_resource"}, Place: &oslo},
		{Kind: "event", Type: "ASSAULT", Mode: "aerial", Status: "actual", Negated: true, Recipient: []record.Entity{denmark}, Killed: &record.Range{Min: 3, Max: 5}, Confidence: 0.6, Evidence: ev(1, "Anläufen")},
		{Kind: "figure", Measure: "trade", Status: "actual", Of: []record.Entity{norland, iceland}, Value: &record.Quantity{Min: 1.2e9, Max: 1.2e9, Unit: "money", Currency: "NOK"},
			Change: &record.Quantity{Min: 3, Max: 3, Unit: "percent", Direction: "up"}, Period: record.Date{From: record.DayOf(2020, 1, 1), To: record.DayOf(2020, 12, 31)}, Confidence: 0.8,
			Derived: &record.Derived{Value: record.Quantity{Min: 1165048543, Max: 1165048544, Unit: "money", Currency: "NOK"}}, Evidence: ev(2, "um 3 Prozent auf 1,2 Milliarden Kronen")},
		{Kind: "figure", Measure: "other", Noun: "Boote", Status: "actual", Value: &record.Quantity{Min: 1200, Max: 1200}, Approximate: true, Confidence: 0.5, Evidence: ev(2, "Milliarden")},
	}
	for _, s := range []record.Entity{norland, iceland, denmark} {
		rs = append(rs, record.Record{Kind: "relation", Predicate: "member_of", As: "member", Status: "actual", Subject: []record.Entity{s}, Object: []record.Entity{council}, Confidence: 0.9, Evidence: ev(3, "gehören")})
	}
	rs = append(rs, record.Record{Kind: "relation", Predicate: "member_of", As: "observer", Status: "planned", Subject: []record.Entity{berg}, Object: []record.Entity{council}, Confidence: 0.9,
		Date: record.Date{To: record.DayOf(2021, 12, 31), Text: "noch dieses Jahr"}, Evidence: ev(3, "gehören")},
		record.Record{Kind: "event", Type: "CONSULT", Status: "planned", Actor: []record.Entity{berg, reuters}, Date: record.Date{From: day + 9, To: day + 9}, Confidence: 0.9, Evidence: ev(0, "besucht")})
	return r, rs
}

func TestCard(t *testing.T) {
	r, rs := example()
	names := map[string]string{"NOR": "Norway", "Q189": "Iceland (island)", "x:anna-berg": "Berg, Anna"}
	for _, c := range []struct {
		file string
		o    Options
	}{
		{"plain80", Options{Width: 80, Names: Names{State: func(s string) string { return names[s] }, Entity: func(id string) string { return names[id] }}}},
		{"narrow", Options{Width: 48}},
		{"colour", Options{Width: 80, Color: true}},
		{"explain", Options{Width: 80, Explain: true}},
	} {
		var b strings.Builder
		if err := Write(&b, r, rs, c.o); err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(b.String()) {
			if n := columns(strings.TrimSuffix(l, "\n")); n > c.o.Width && !c.o.Color {
				t.Errorf("%s: %d columns: %q", c.file, n, l)
			}
		}
		golden(t, filepath.Join("testdata", c.file+".card"), b.String())
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got, -update to accept):\n%s", file, d)
	}
}
