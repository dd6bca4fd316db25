package register

import "depesche/record"

// Entry is one happening, statement, figure or relation, merged from the
// records of all reports that tell it.
type Entry struct {
	ID ID `json:"id"`

	// Record is the merged record. Its parties have no offsets; its evidence
	// is that of the first report; Evidence.Document is the report's id.
	Record record.Record `json:"record"`

	Reports int        `json:"reports"`           // that tell it
	Origins int        `json:"origins"`           // of these, copies counted once
	First   record.Day `json:"first"`             // day of the first report
	Last    record.Day `json:"last"`              // day of the last report
	Outlets []string   `json:"outlets,omitempty"` // who printed it, sorted
	Claims  []Claim    `json:"claims,omitempty"`
	Plan    *PlanState `json:"plan,omitempty"`

	seq    int64  // place in the order of all entries
	block  ID     // see block.go
	search string // words to search it by
	words  ID     // digest of search
}

// Seq is the entry's place in the order of the register, for Filter.Before.
func (e *Entry) Seq() int64 { return e.seq }

// Claim is one value that an entry is said to have. An entry with one
// undisputed value has one claim.
type Claim struct {
	Value   *record.Quantity `json:"value,omitempty"`
	Change  *record.Quantity `json:"change,omitempty"`
	Killed  *record.Range    `json:"killed,omitempty"`
	Injured *record.Range    `json:"injured,omitempty"`
	Size    *record.Range    `json:"size,omitempty"`

	By      []record.Entity `json:"by,omitempty"`      // who vouches for it; empty: reports in their own voice
	Outlets []string        `json:"outlets,omitempty"` // who printed it
	Reports int             `json:"reports"`
	Origins int             `json:"origins"`
	First   record.Day      `json:"first"`
	Last    record.Day      `json:"last"`
	Newest  bool            `json:"newest,omitempty"` // no other claim is newer or as new; superseded ones aside

	// Superseded is the report that corrected the claim, 0 if none did.
	Superseded ID `json:"superseded,omitzero"`
}

// PlanStatus says what became of a plan.
type PlanStatus string

// What becomes of plans.
const (
	PlanOpen      PlanStatus = "open"      // not due yet, or never with a day
	PlanFulfilled PlanStatus = "fulfilled" // it happened by the day it was due
	PlanLate      PlanStatus = "late"      // it happened afterwards
	PlanOverdue   PlanStatus = "overdue"   // the day has passed and nothing shows that it happened
	PlanCancelled PlanStatus = "cancelled" // a later report says that it will not happen, or did not
)

// PlanStatuses are all of them.
var PlanStatuses = []PlanStatus{PlanOpen, PlanFulfilled, PlanLate, PlanOverdue, PlanCancelled}

// PlanState is what became of a plan as far as the register knows.
type PlanState struct {
	Status PlanStatus `json:"status"`
	Due    record.Day `json:"due,omitempty"`  // last day on which it is to happen; 0 if no report says
	Shown  ID         `json:"shown,omitzero"` // the entry that shows it, where one does
	On     record.Day `json:"on,omitempty"`   // the day on which that happened
}

// IsPlan says whether a record announces something that may come true: an
// event or relation that is planned, expected or demanded, and not denied.
func IsPlan(r *record.Record) bool {
	if r.Negated || r.Kind != record.KindEvent && r.Kind != record.KindRelation {
		return false
	}
	return r.Status == record.Planned || r.Status == record.Expected || r.Status == record.Demanded
}

// Parties are all entities that take part: actors and recipients, speaker and
// audience, what a figure describes, subject and object.
func Parties(r *record.Record) []*record.Entity {
	var all []*record.Entity
	for _, list := range [][]record.Entity{r.Actor, r.Recipient, r.Speaker, r.To, r.Of, r.Subject, r.Object} {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	return all
}

// Key is what an entity counts as where entries are merged and dyads are
// counted: its state if it has one, else its id.
func Key(e *record.Entity) string {
	if e.State != "" {
		return e.State
	}
	return e.ID
}
