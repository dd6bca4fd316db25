package register

import (
	"encoding/json"
	"fmt"
	"slices"

	"depesche/record"
)

// Row is an entry as stores keep it: its JSON, and beside it what it is found
// by. Stores write all of it and read back Seq, ID, Block, Words, Plan and
// Body.
type Row struct {
	Seq    int64
	ID     ID
	Block  ID
	Family ID
	Kind   record.Kind
	Type   string
	Mode   string
	Status record.Status

	From, To    record.Day // see Filter.On; 0 = open
	First, Last record.Day
	Due         record.Day // 0: no plan, or no day
	Month       Count      // N is 0
	Plan        *PlanState
	Words       ID
	Body        []byte

	Search string      // words for the full-text search, separated by spaces
	Marks  []Mark      // who and where, for filters
	Pairs  [][2]string // keys of those who take part, two by two in order

	Tallies []Tally   // in which it counts, in Month
	Dyad    DyadCount // as what it counts for its pairs; N is 0
}

// Mark is a name under which a filter finds an entry.
type Mark struct {
	What MarkKind
	Name string
}

// MarkKind is what a mark's name names.
type MarkKind int

// What marks name.
const (
	MarkFirst   MarkKind = 1 // entity on the first side
	MarkSecond  MarkKind = 2
	MarkPlace   MarkKind = 3
	MarkSpeaker MarkKind = 4
	MarkOutlet  MarkKind = 5
	MarkContext MarkKind = 6
)

// maxPairs bounds the dyads of one entry.
const maxPairs = 64

// RowOf is the row of an entry. Only entries that Settle formed have all of it.
func RowOf(e *Entry) (Row, error) {
	r := &e.Record
	span := spanOf(e)
	row := Row{Seq: e.seq, ID: e.ID, Block: e.block, Family: family(r), Kind: r.Kind, Type: TypeOf(r), Mode: r.Mode, Status: r.Status,
		From: span.From, To: span.To, First: e.First, Last: e.Last, Month: countOf(e), Plan: e.Plan, Words: e.words, Search: e.search}
	bare := *e
	bare.Plan = nil
	var err error
	if row.Body, err = json.Marshal(&bare); err != nil {
		return Row{}, fmt.Errorf("entry %s: %w", e.ID, err)
	}
	if IsPlan(r) {
		row.Due = r.Date.To
		if row.Plan == nil {
			row.Plan = &PlanState{Status: PlanOpen, Due: row.Due}
		}
	}
	row.marks(e)
	row.pairs(e)
	row.Tallies, _ = TalliesOf(e)
	row.Dyad = dyadCountOf(e)
	return row, nil
}

func (row *Row) marks(e *Entry) {
	add := func(what MarkKind, list []record.Entity) {
		for i := range list {
			for _, n := range Names(&list[i]) {
				row.Marks = append(row.Marks, Mark{what, n})
			}
		}
	}
	first, second := Sides(&e.Record)
	add(MarkFirst, first)
	add(MarkSecond, second)
	add(MarkPlace, placeOf(&e.Record))
	add(MarkSpeaker, speakers(e))
	for _, o := range e.Outlets {
		row.Marks = append(row.Marks, Mark{MarkOutlet, o})
	}
	for _, c := range e.Record.Context {
		row.Marks = append(row.Marks, Mark{MarkContext, c})
	}
	slices.SortFunc(row.Marks, func(a, b Mark) int {
		if a.What != b.What {
			return int(a.What) - int(b.What)
		}
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	row.Marks = slices.Compact(row.Marks)
}

func (row *Row) pairs(e *Entry) {
	keys := keysOf(e)
	for i := range keys {
		for j := i + 1; j < len(keys) && len(row.Pairs) < maxPairs; j++ {
			row.Pairs = append(row.Pairs, [2]string{keys[i], keys[j]})
		}
	}
}

// Entry is the entry of a row that was read back.
func (row *Row) Entry() (Entry, error) {
	var e Entry
	if err := json.Unmarshal(row.Body, &e); err != nil {
		return Entry{}, fmt.Errorf("entry %s: %w", row.ID, err)
	}
	e.seq, e.block, e.words, e.Plan = row.Seq, row.Block, row.Words, row.Plan
	return e, nil
}
