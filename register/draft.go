package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"depesche/record"
)

// Wish is a correction as people ask for it: by the ids of entries and records.
type Wish struct {
	Action Action
	IDs    []ID // of reject, edit, merge and split: of records, or of entries, which stand for all their records
	Alone  bool // the id of an entry stands for its first record alone
	Set    map[string]json.RawMessage
	From   string
	To     *record.Entity
	In     ID // of apart: the report
	Undoes ID
}

// Value is the JSON of a field as people write it: what is JSON as it is,
// anything else as a text.
func Value(s string) (json.RawMessage, error) {
	if json.Valid([]byte(s)) {
		return json.RawMessage(s), nil
	}
	return json.Marshal(s)
}

// ErrWish says that a wish is no correction.
var ErrWish = errors.New("no correction")

// Draft is the correction that a wish asks for, without author, reason and
// time; see Correct. ErrNotFound, ErrWish.
func (g *Register) Draft(ctx context.Context, w Wish) (Correction, error) {
	k := Correction{Action: w.Action}
	var err error
	switch w.Action {
	case Undo:
		k.Undoes = w.Undoes
		return k, nil
	case Same, Apart:
		k.From, k.To = w.From, w.To
		if k.From == "" || k.To == nil || k.From == k.To.ID {
			return k, fmt.Errorf("%w: want two different entities", ErrWish)
		}
		if w.Action == Apart {
			k.Records, err = g.naming(ctx, w.In, w.From)
		}
		return k, err
	case Merge:
		if len(w.IDs) < 2 {
			return k, fmt.Errorf("%w: one id, want two or more to merge", ErrWish)
		}
	case Split:
		w.Alone = true
	case Edit:
		if k.Fields, err = json.Marshal(w.Set); err != nil {
			return k, fmt.Errorf("%w: fields: %w", ErrWish, err)
		}
		if len(w.Set) == 0 {
			return k, fmt.Errorf("%w: nothing is to be set", ErrWish)
		}
	}
	if len(w.IDs) == 0 {
		return k, fmt.Errorf("%w: no ids", ErrWish)
	}
	k.Records, err = g.spotsOf(ctx, &w)
	return k, err
}

// spotsOf are the records that a wish is about: of an entry, all.
func (g *Register) spotsOf(ctx context.Context, w *Wish) ([]Spot, error) {
	var ids []ID
	for _, id := range w.IDs {
		e, err := g.Entry(ctx, id, 0)
		if w.Alone || err != nil || e.ID != id {
			ids = append(ids, id) // a record, also one that was rejected
			continue
		}
		members, err := g.Members(ctx, id)
		if err != nil {
			return nil, err
		}
		for i := range members {
			ids = append(ids, members[i].ID)
		}
	}
	return g.Spots(ctx, ids...)
}

// naming are the records of a report in which an entity takes part.
func (g *Register) naming(ctx context.Context, report ID, entity string) ([]Spot, error) {
	members, err := g.Records(ctx, report)
	if err != nil {
		return nil, err
	}
	var ids []ID
	for i := range members {
		for _, e := range Parties(&members[i].Record) {
			if e.ID == entity {
				ids = append(ids, members[i].ID)
				break
			}
		}
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("entity %s in report %s: %w", entity, report, ErrNotFound)
	}
	return g.Spots(ctx, ids...)
}
