package register

import (
	"slices"

	"depesche/record"
)

// Setting is what a record takes over from its surroundings where it says
// nothing itself: "Twelve people were killed" in the sentence after the attack.
// It serves to compare records and is never shown as said.
type Setting struct {
	Date  record.Date    `json:"date,omitzero"`
	Place *record.Entity `json:"place,omitempty"`
}

// How far a setting reaches, in sentences, and how definite it must be, in
// days.
const (
	settingReach = 2
	settingDays  = 7
)

// settings gives each record of a report the setting of the nearest event that
// has one, shares a party and is not a plan: in its own sentence, before it,
// else after it.
func settings(list []Placed) {
	for i := range list {
		r := &list[i].Record
		if r.Kind != record.KindEvent && r.Kind != record.KindFigure || statusClass(r) != string(record.Actual) {
			continue
		}
		if !when(r).Interval().Known() {
			if e := nearest(list, i, func(o *record.Record) bool {
				d := o.Date
				return d.From != 0 && d.To != 0 && d.To-d.From < settingDays
			}); e != nil {
				list[i].Setting.Date = e.Date
			}
		}
		if r.Place == nil {
			if e := nearest(list, i, func(o *record.Record) bool { return o.Place != nil && o.Place.Type != record.TypeState }); e != nil {
				list[i].Setting.Place = e.Place
			}
		}
	}
}

func nearest(list []Placed, i int, fits func(*record.Record) bool) *record.Record {
	at, ok := sentenceOf(&list[i].Record)
	if !ok {
		return nil
	}
	var best *record.Record
	least := 2*settingReach + 2
	for j := range list {
		o := &list[j].Record
		s, ok := sentenceOf(o)
		if j == i || !ok || o.Kind != record.KindEvent || o.Negated || statusClass(o) != string(record.Actual) || !fits(o) || !shareParty(&list[i].Record, o) {
			continue
		}
		distance := 2 * (at - s)
		if distance < 0 { // before it rather than after it
			distance = 1 - distance
		}
		if distance < least {
			best, least = o, distance
		}
	}
	return best
}

func sentenceOf(r *record.Record) (int, bool) {
	if len(r.Evidence) == 0 {
		return 0, false
	}
	return r.Evidence[0].Sentence, true
}

func shareParty(a, b *record.Record) bool {
	keys := stateKeys(b.Actor, b.Recipient)
	for _, e := range Parties(a) {
		if slices.Contains(keys, Key(e)) {
			return true
		}
	}
	return false
}

// stateKeys are the keys of entities, in order, each once.
func stateKeys(lists ...[]record.Entity) []string {
	var keys []string
	for _, l := range lists {
		for i := range l {
			keys = append(keys, Key(&l[i]))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
