package view

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"depesche/record"
	"depesche/register"
)

// ErrReadOnly says that the desk takes no corrections.
var ErrReadOnly = errors.New("this desk takes no corrections")

// Writer takes corrections; *register.Register is one.
type Writer interface {
	Draft(ctx context.Context, w register.Wish) (register.Correction, error)
	Correct(ctx context.Context, c register.Correction) (register.Correction, error)
	Settle(ctx context.Context) error
}

// Wish is a correction as the desk is asked for it.
type Wish struct {
	Action  register.Action            `json:"action" enum:"reject,edit,party,merge,split,same,apart" doc:"reject: the records are wrong; edit: they say what fields says; party: in the records, from is to; merge: the entries are one, that of the first id; split: the records are an entry of their own; same: from is to everywhere; apart: from is to in the report"`
	Records []register.ID              `json:"records,omitempty" maxItems:"100" doc:"Ids of records, or of entries, which stand for all their records"`
	Alone   bool                       `json:"alone,omitempty" doc:"The id of an entry stands for its first record alone"`
	Fields  map[string]json.RawMessage `json:"fields,omitempty" doc:"Of edit: fields of a record to set; null empties one"`
	From    string                     `json:"from,omitempty" maxLength:"500" doc:"Of party, same and apart: the id of an entity as the register has it"`
	To      string                     `json:"to,omitempty" maxLength:"500" doc:"Of party, same and apart: the id or the name of the entity that it is; empty with party: no party at all"`
	Report  register.ID                `json:"report,omitzero" doc:"Of apart: the report"`
	Author  string                     `json:"author" minLength:"1" maxLength:"200" doc:"Who corrects"`
	Reason  string                     `json:"reason" minLength:"1" maxLength:"2000" doc:"Why"`
}

// SwapParty is the action that puts another entity in the place of a party of
// records, or takes it out; the register keeps it as an edit.
const SwapParty register.Action = "party"

// WishError is what is wrong with a wish, and how to mend it.
type WishError struct {
	What, Hint string
}

// Error says what is wrong.
func (e *WishError) Error() string { return e.What }

// ReadOnly says whether the desk takes no corrections.
func (d *Desk) ReadOnly() bool { return d.Writer == nil }

// Correct logs the correction that is wished for, made at a time, and forms the
// entries anew. The error is a *WishError where the wish is at fault,
// register.ErrNotFound where there is nothing of an id, or ErrReadOnly.
func (d *Desk) Correct(ctx context.Context, w Wish, at time.Time) (register.Correction, error) {
	if d.ReadOnly() {
		return register.Correction{}, ErrReadOnly
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	draft, err := d.draft(ctx, &w)
	if err != nil {
		return register.Correction{}, err
	}
	return d.enter(ctx, draft, w.Author, w.Reason, at)
}

// Undo takes a correction back.
func (d *Desk) Undo(ctx context.Context, id register.ID, author, reason string, at time.Time) (register.Correction, error) {
	if d.ReadOnly() {
		return register.Correction{}, ErrReadOnly
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	return d.enter(ctx, register.Wish{Action: register.Undo, Undoes: id}, author, reason, at)
}

// enter makes the correction; the caller has the lock.
func (d *Desk) enter(ctx context.Context, w register.Wish, author, reason string, at time.Time) (register.Correction, error) {
	author, reason = strings.TrimSpace(author), strings.TrimSpace(reason)
	if author == "" || reason == "" {
		return register.Correction{}, &WishError{"a correction needs an author and a reason", "say who you are and why it is wrong"}
	}
	k, err := d.Writer.Draft(ctx, w)
	if err != nil {
		return k, wrong(err)
	}
	k.Author, k.Reason, k.At = author, reason, at.UTC().Format(time.RFC3339)
	if k, err = d.Writer.Correct(ctx, k); err != nil {
		return k, wrong(err)
	}
	return k, d.Writer.Settle(context.WithoutCancel(ctx)) // what is logged is carried out, whoever waits for it
}

// wrong gives what the register does not take as a WishError.
func wrong(err error) error {
	if errors.Is(err, register.ErrWish) {
		return &WishError{err.Error(), ""}
	}
	return err
}

// draft reads the names in a wish.
func (d *Desk) draft(ctx context.Context, w *Wish) (register.Wish, error) {
	out := register.Wish{Action: w.Action, IDs: w.Records, Alone: w.Alone, From: w.From, In: w.Report}
	switch w.Action {
	case register.Reject, register.Merge, register.Split:
	case register.Edit:
		out.Set = w.Fields
		return out, checkFields(w.Fields)
	case SwapParty:
		return d.partyWish(ctx, w)
	case register.Same, register.Apart:
		to, err := d.meant(ctx, w.To)
		out.To = to
		return out, err
	default:
		return out, &WishError{fmt.Sprintf("there is no correction %q", w.Action), "reject, edit, party, merge, split, same, apart"}
	}
	return out, nil
}

// checkFields refuses codes that there are not.
func checkFields(fields map[string]json.RawMessage) error {
	text := func(key string) string {
		var s string
		_ = json.Unmarshal(fields[key], &s) // what is no text is refused where the field is set
		return s
	}
	typ, mode, status, predicate := text("type"), text("mode"), text("status"), text("predicate")
	switch {
	case typ != "" && !record.IsType(typ):
		return &WishError{fmt.Sprintf("%q is no type", typ), strings.Join(record.Types(), ", ")}
	case typ != "" && mode != "" && !record.IsMode(typ, mode):
		return &WishError{fmt.Sprintf("%q is no mode of %s", mode, typ), strings.Join(record.Modes(typ), ", ")}
	case status != "" && !slices.Contains(record.Statuses(), record.Status(status)):
		return &WishError{fmt.Sprintf("%q is no status", status), "actual, planned, expected, possible, desired, demanded, hypothetical"}
	case predicate != "" && !record.IsPredicate(predicate):
		return &WishError{fmt.Sprintf("%q is no predicate", predicate), strings.Join(record.Predicates(), ", ")}
	}
	return nil
}

// partyWish is the edit of one record that puts another entity in the place of
// a party.
func (d *Desk) partyWish(ctx context.Context, w *Wish) (register.Wish, error) {
	out := register.Wish{Action: register.Edit, IDs: w.Records, Alone: true, Set: map[string]json.RawMessage{}}
	if len(w.Records) != 1 {
		return out, &WishError{"a party is corrected in one record", "same corrects an entity everywhere, apart in a report"}
	}
	spots, err := d.Register.Spots(ctx, w.Records[0])
	if err != nil {
		return out, err
	}
	_, is, _, err := d.Register.Corrected(ctx, spots[0])
	if err != nil {
		return out, err
	}
	var to *record.Entity
	if strings.TrimSpace(w.To) != "" {
		if to, err = d.meant(ctx, w.To); err != nil {
			return out, err
		}
	}
	found := false
	for field, list := range map[string][]record.Entity{"actor": is.Actor, "recipient": is.Recipient, "speaker": is.Speaker, "to": is.To, "of": is.Of, "subject": is.Subject, "object": is.Object} {
		changed, ok := replaced(list, w.From, to)
		if !ok {
			continue
		}
		found = true
		out.Set[field] = json.RawMessage("null")
		if len(changed) > 0 {
			if out.Set[field], err = json.Marshal(changed); err != nil {
				return out, err
			}
		}
	}
	if !found {
		return out, &WishError{fmt.Sprintf("%q is no party of the record", w.From), "give the id of one"}
	}
	return out, nil
}

// replaced is a list with another entity in the place of the one of the id, or
// without it; false if it is not there.
func replaced(list []record.Entity, id string, to *record.Entity) ([]record.Entity, bool) {
	var out []record.Entity
	found := false
	for _, e := range list {
		if e.ID != id {
			out = append(out, e)
			continue
		}
		found = true
		if to != nil {
			n := *to
			n.Text, n.Start, n.End = e.Text, e.Start, e.End
			out = append(out, n)
		}
	}
	return out, found
}

// meant is the one entity of an id or a name: of the knowledge base, else of
// the register.
func (d *Desk) meant(ctx context.Context, name string) (*record.Entity, error) {
	name = strings.TrimSpace(name)
	if e := d.Knowledge.ByID(name); e != nil {
		r := e.Record("en")
		return &r, nil
	}
	if e := d.Knowledge.ByCode(name); e != nil {
		r := e.Record("en")
		return &r, nil
	}
	named := d.Named(name)
	if len(named) == 1 {
		r := named[0].Record("en")
		return &r, nil
	}
	if len(named) > 1 {
		var ids []string
		for _, e := range named {
			ids = append(ids, e.ID+" ("+cmp.Or(e.State, e.Type)+")")
		}
		return nil, &WishError{fmt.Sprintf("%q may be any of %d", name, len(named)), "give an id: " + strings.Join(ids, ", ")}
	}
	for e, err := range d.Register.Entries(ctx, register.Filter{Party: []string{cmp.Or(name, "-"), register.Fold(name)}, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		for _, p := range register.Parties(&e.Record) {
			if p.ID == name || register.Fold(p.Name) == register.Fold(name) {
				out := *p
				out.Text, out.Start, out.End, out.Implied = "", 0, 0, false
				return &out, nil
			}
		}
	}
	return nil, &WishError{fmt.Sprintf("nobody is known as %q", name), "give a name that the knowledge base has, or the id of somebody in the register"}
}
