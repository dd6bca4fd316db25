package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"depesche/record"
)

// Sentence is a text that tells one act, or none.
type Sentence struct {
	ID     string `json:"id"`
	Lang   string `json:"lang"`
	Text   string `json:"text"`
	Events []Act  `json:"events"` // the first counts; empty: nothing may be coded
}

// Act is the gold event of a sentence.
type Act struct {
	Source  []Code `json:"source"`
	Target  []Code `json:"target"`
	Plover  string `json:"plover"`
	Plover2 string `json:"plover2"` // the type after review; it wins
}

// Code is a party: a state's code or a kind of international actor's, with
// what follows it in CAMEO.
type Code struct {
	Code string `json:"code"`
}

// SentenceScores are the counts over single sentences.
type SentenceScores struct {
	Sentences, Silent, Coded, Right, Hit, Both int
	Sources, SourceHit, Targets, TargetHit     int
	Empty, Wrong                               int // sentences that must stay empty, and those that did not
	Confused                                   []Confusion
}

// Confusion is a gold type that was not found, and what was read.
type Confusion struct {
	Gold, Got string
	N         int
}

// ScoreSentences compares gold sentences with the records of reports that hold
// one sentence each. Events count that are not negated and of no extension
// type, by their PLOVER type.
func ScoreSentences(gold, records Input) (*SentenceScores, error) {
	events := map[string][]record.Record{}
	if err := lines(records, func(r *record.Record) error {
		if r.Kind == record.KindEvent && !r.Negated && !strings.HasPrefix(r.Type, "X-") {
			id := firstEvidence(r).Document
			events[id] = append(events[id], *r)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	s := &SentenceScores{}
	err := lines(gold, func(g *Sentence) error {
		s.add(g, events[g.ID])
		return nil
	})
	return s, err
}

func (s *SentenceScores) add(g *Sentence, read []record.Record) {
	if len(g.Events) == 0 {
		s.Empty++
		s.Wrong += one(len(read) > 0)
		return
	}
	s.Sentences++
	s.Coded += len(read)
	s.Silent += one(len(read) == 0)
	act := &g.Events[0]
	want := cmp.Or(act.Plover2, act.Plover)
	source, target := states(act.Source), states(act.Target)
	var hit, both, bySource, byTarget bool
	var types []string
	for i := range read {
		r := &read[i]
		t := cmp.Or(r.Plover, r.Type)
		types = append(types, t)
		actors, recipients := statesOf(r.Actor), statesOf(r.Recipient)
		s.Right += one(t == want)
		hit = hit || t == want
		all := slices.Concat(actors, recipients)
		both = both || t == want && subset(source, all) && subset(target, all)
		bySource = bySource || subset(source, actors)
		if len(recipients) == 0 {
			recipients = actors
		}
		byTarget = byTarget || subset(target, recipients)
	}
	s.Hit += one(hit)
	s.Both += one(both)
	s.Sources += one(len(source) > 0)
	s.SourceHit += one(len(source) > 0 && bySource)
	s.Targets += one(len(target) > 0)
	s.TargetHit += one(len(target) > 0 && byTarget)
	if !hit {
		s.confuse(want, types)
	}
}

func (s *SentenceScores) confuse(gold string, types []string) {
	slices.Sort(types)
	got := strings.Join(slices.Compact(types), ", ")
	for i := range s.Confused {
		if c := &s.Confused[i]; c.Gold == gold && c.Got == got {
			c.N++
			return
		}
	}
	s.Confused = append(s.Confused, Confusion{gold, got, 1})
}

// states are the codes of states; those of kinds of international actors go.
func states(codes []Code) []string {
	var out []string
	for _, c := range codes {
		switch state := c.Code[:min(3, len(c.Code))]; state {
		case "", "IGO", "NGO", "IMG", "REL", "MNC", "UIS":
		default:
			out = append(out, state)
		}
	}
	return out
}

func statesOf(es []record.Entity) []string {
	var out []string
	for i := range es {
		if es[i].State != "" {
			out = append(out, es[i].State)
		}
	}
	return out
}

func subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// String is the figures, then the most frequent confusions.
func (s *SentenceScores) String() string {
	var b strings.Builder
	if s.Sentences > 0 {
		rate := func(a, of int) float64 { return float64(a) / float64(max(1, of)) }
		fmt.Fprintf(&b, "sentences %d: type found %.3f, right among coded %.3f, silent %.3f, type and both parties %.3f, source %.3f, target %.3f, events a sentence %.2f\n",
			s.Sentences, rate(s.Hit, s.Sentences), rate(s.Right, s.Coded), rate(s.Silent, s.Sentences), rate(s.Both, s.Sentences),
			rate(s.SourceHit, s.Sources), rate(s.TargetHit, s.Targets), rate(s.Coded, s.Sentences))
		most := slices.Clone(s.Confused)
		slices.SortStableFunc(most, func(x, y Confusion) int { return cmp.Compare(y.N, x.N) })
		for _, c := range most[:min(12, len(most))] {
			fmt.Fprintf(&b, "  %3d gold %s, got %s\n", c.N, c.Gold, cmp.Or(c.Got, "nothing"))
		}
	}
	if s.Empty > 0 {
		fmt.Fprintf(&b, "must be empty: %d of %d coded = %.3f\n", s.Wrong, s.Empty, float64(s.Wrong)/float64(s.Empty))
	}
	return b.String()
}
