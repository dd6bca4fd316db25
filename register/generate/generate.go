// Package generate makes up readings: reports with records about invented
// happenings between real states, told by several outlets, copied, contradicted
// and fulfilled. It serves tests and measurements of the register; nothing in
// it means anything.
package generate

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"depesche/record"
	"depesche/register"
)

// Options are the size and shape of what is made up.
type Options struct {
	Seed       uint64
	Happenings int        // how many things happen
	Tellings   int        // reports of each at most; 0 is 3
	From       record.Day // the first day; 0 is 1 January 2015
	Days       int        // how many days it goes on; 0 is ten years
	States     []string   // who takes part, two at least; nil: fifty states
}

var states = strings.Fields("USA CHN RUS DEU FRA GBR IND JPN BLR UKR POL ITA ESP TUR IRN ISR EGY SAU KEN NGA ZAF BRA ARG MEX CAN AUS KOR PRK VNM IDN PAK AFG SYR IRQ LBN JOR QAT OMN YEM ETH SDN MLI TCD LBY TUN MAR DZA SRB GRC SWE")

var types = strings.Fields("CONSULT CONSULT CONSULT AGREE COOPERATE SUPPORT AID REQUEST ACCUSE ACCUSE REJECT THREATEN SANCTION MOBILIZE COERCE ASSAULT ASSAULT PROTEST")

// scores are on the scale of conflict and cooperation.
var scores = map[string]float64{"CONSULT": 2, "AGREE": 5, "COOPERATE": 6, "SUPPORT": 4, "AID": 7, "REQUEST": -1, "ACCUSE": -2, "REJECT": -3, "THREATEN": -5, "SANCTION": -6,
	"MOBILIZE": -6, "COERCE": -7, "ASSAULT": -9, "PROTEST": -4}

var outlets = strings.Fields("Anzeiger Bote Courier Dispatch Echo Globus Herold Journal Kurier Merkur Post Rundschau")

var (
	nouns = strings.Fields("grenze brücke hafen vertrag gipfel bank werk flotte ernte gas netz mine bahn dorf see insel wald archiv museum schule labor satellit kabel pipeline stützpunkt manöver delegation minister sprecher ausschuss")
	verbs = strings.Fields("prüfen bauen schließen öffnen verlegen zahlen senden warnen bitten fordern liefern kürzen planen treffen reisen sprechen einigen verhandeln drohen besetzen")
)

// Readings gives readings in the order of their days; the same options give
// the same ones.
func Readings(o Options) iter.Seq[register.Reading] {
	if o.Tellings == 0 {
		o.Tellings = 3
	}
	if o.From == 0 {
		o.From = record.DayOf(2015, 1, 1)
	}
	if o.Days == 0 {
		o.Days = 3650
	}
	if o.States == nil {
		o.States = states
	}
	return func(yield func(register.Reading) bool) {
		for i := range o.Happenings {
			// Each has a source of chance of its own, so that it stays the
			// same however many there are.
			h := happening(rand.New(rand.NewPCG(o.Seed, uint64(i))), i, o)
			for k := range h.tellings {
				if !yield(h.reading(k)) {
					return
				}
			}
		}
	}
}

type story struct {
	chance   *rand.Rand
	number   int
	tellings int
	day      record.Day
	a, b     string
	kind     string
	planned  bool
	killed   float64
	words    []string
	place    *record.Entity
}

func happening(c *rand.Rand, n int, o Options) *story {
	h := &story{chance: c, number: n, tellings: 1 + c.IntN(o.Tellings)}
	h.day = o.From + record.Day(int64(n)*int64(o.Days)/int64(max(o.Happenings, 1)))
	// A few states are in the news more than others.
	some := func() string { return o.States[int(float64(len(o.States))*c.Float64()*c.Float64())] }
	h.a = some()
	for h.b = h.a; h.b == h.a; {
		h.b = some()
	}
	h.kind = types[c.IntN(len(types))]
	h.planned = c.IntN(5) == 0
	if h.kind == "ASSAULT" {
		h.killed = float64(1 + c.IntN(30))
	}
	for range 7 {
		h.words = append(h.words, nouns[c.IntN(len(nouns))], verbs[c.IntN(len(verbs))])
	}
	if c.IntN(2) == 0 {
		h.place = &record.Entity{ID: fmt.Sprintf("x:stadt-%d", c.IntN(200)), Type: record.TypePlace, Name: fmt.Sprintf("Stadt %d", c.IntN(200)), State: h.b}
	}
	return h
}

func state(code string) record.Entity {
	return record.Entity{ID: "x:" + strings.ToLower(code), Type: record.TypeState, Name: "State " + code, State: code}
}

// reading is one report of the happening: of another outlet each, a little
// later each, in the same words or in others.
func (h *story) reading(k int) register.Reading {
	c := h.chance
	day := h.day + record.Day(k/2)
	words := h.words
	if k%2 == 1 {
		words = append([]string{nouns[c.IntN(len(nouns))], verbs[c.IntN(len(verbs))]}, words[2:]...)
	}
	text := strings.Join(words, " ")
	rep := register.Report{Name: fmt.Sprintf("made-up-%d-%d", h.number, k), Outlet: outlets[(h.number+k)%len(outlets)], Lang: "de",
		Title: fmt.Sprintf("Meldung %d", h.number), Text: text, Date: record.Interval{From: day, To: day}, Reader: "made up"}
	rep.ID = rep.Digest()
	ev := func(s int) []record.Evidence {
		return []record.Evidence{{Document: rep.ID.String(), Sentence: s, Start: 0, End: len(text), Text: text}}
	}
	event := record.Record{Kind: record.KindEvent, ID: "e", Status: record.Actual, Type: h.kind, Plover: h.kind, Score: scores[h.kind], Place: h.place, Confidence: 0.5 + float64(k)/10,
		By: "made up", Evidence: ev(0), Actor: []record.Entity{state(h.a)}, Recipient: []record.Entity{state(h.b)}, Context: []string{"diplomatic"}}
	if c.IntN(3) > 0 {
		event.Date = record.Date{From: h.day, To: h.day, Text: "am Tag"}
	}
	if h.planned {
		event.Status = record.Planned
		due := h.day + 30 + record.Day(h.number%300)
		event.Date = record.Date{From: due - 5, To: due, Text: "bald"}
	}
	records := []record.Record{event}
	if h.killed > 0 {
		n := h.killed + float64(k/2)
		event.Killed = &record.Range{Min: n, Max: n}
		records[0] = event
		records = append(records, record.Record{Kind: record.KindFigure, ID: "f", Status: record.Actual, Measure: "killed", Of: []record.Entity{state(h.b)},
			Value: &record.Quantity{Min: n, Max: n, Unit: "people"}, Date: event.Date, Period: event.Date, By: "made up", Confidence: 0.6, Evidence: ev(0)})
	}
	if h.number%7 == 0 {
		records = append(records, record.Record{Kind: record.KindRelation, ID: "r", Status: record.Actual, Predicate: "partner_of",
			Subject: []record.Entity{state(h.a)}, Object: []record.Entity{state(h.b)}, By: "made up", Confidence: 0.6, Evidence: ev(0)})
	}
	folded := strings.Fields(register.Fold(text))
	return register.Reading{Report: rep, Records: records, Words: []register.Words{{Lemmas: folded}}}
}
