package confidence

import (
	"math"
	"strings"
	"testing"

	"depesche/record"
)

// TestFit learns that named actors are right more often, the same each time,
// and that a table written and read again says the same.
func TestFit(t *testing.T) {
	sample := func(doc string, actor []record.Entity, right bool) Sample {
		r := record.Record{Kind: record.KindEvent, Type: "CONSULT", By: "meet/V[obj:actor] (en/events-consult.tsv:1)", Status: record.Actual, Actor: actor}
		return Sample{doc, Features(&r), right}
	}
	named, local := []record.Entity{{ID: "Q1"}}, []record.Entity{{ID: "x:rebels"}}
	var list []Sample
	for i := range 40 {
		doc := string(rune('a' + i%4))
		list = append(list, sample(doc, named, i%10 != 0), sample(doc, local, i%2 == 0))
	}
	w := Fit(list)
	again, err := Parse(w.String())
	if err != nil {
		t.Fatal(err)
	}
	good := record.Record{Kind: record.KindEvent, Type: "CONSULT", By: "meet/V[obj:actor] (x)", Status: record.Actual, Actor: named}
	bad := good
	bad.Actor = local
	if w.Of(&good) != again.Of(&good) || w.String() != Fit(list).String() {
		t.Error("the table is not stable")
	}
	if x := w.Of(&good); math.Abs(x-0.9) > 0.1 {
		t.Errorf("named actor: %.2f, nine in ten are right", x)
	}
	if x := w.Of(&bad); math.Abs(x-0.5) > 0.1 {
		t.Errorf("unknown actor: %.2f, five in ten are right", x)
	}
	for i, x := range LeftOut(list) {
		if x <= 0 || x >= 1 {
			t.Fatalf("sample %d left out: %v", i, x)
		}
	}
}

// TestFeatures reads the kind of word and the conditions off the rule's name.
func TestFeatures(t *testing.T) {
	r := record.Record{Kind: record.KindEvent, Type: "AID", By: "send|deliver/V[obj=aid,to] (en/events-aid.tsv:1)", Status: record.Planned,
		Actor: []record.Entity{{ID: "Q1"}, {ID: "x:a", Implied: true}}}
	got := strings.Join(Features(&r), "; ")
	for _, want := range []string{"event word V", "event conditions more", "event actor implied", "event recipient none", "event status not actual"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if _, err := Parse("event\tx\n"); err == nil || !strings.Contains(err.Error(), "weights.tsv:1") {
		t.Errorf("broken table: %v", err)
	}
}
