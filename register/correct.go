package register

import (
	"encoding/json"

	"depesche/record"
)

// Action is what a correction does.
type Action string

// What corrections do.
const (
	Reject Action = "reject" // the records are wrong
	Edit   Action = "edit"   // the records say what Fields says
	Merge  Action = "merge"  // the records are of one entry, that of the first
	Split  Action = "split"  // the records are an entry of their own
	Same   Action = "same"   // the entity From is the entity To, everywhere
	Apart  Action = "apart"  // the entity From is To in the reports of Records
	Undo   Action = "undo"   // the correction Undoes is void
)

// Correction is an entry of the log of corrections. Nothing is ever taken out
// of the log; to undo is a correction too.
type Correction struct {
	ID      ID              `json:"id"`
	At      string          `json:"at"` // RFC 3339, when it was made
	Author  string          `json:"author"`
	Reason  string          `json:"reason"`
	Action  Action          `json:"action"`
	Records []Spot          `json:"records,omitempty"`
	Fields  json.RawMessage `json:"fields,omitempty"` // fields of record.Record that an edit sets; null empties one
	Cell    *Cell           `json:"cell,omitempty"`   // of a merge or split: where the entry is formed
	From    string          `json:"from,omitempty"`
	To      *record.Entity  `json:"to,omitempty"`
	Undoes  ID              `json:"undoes,omitzero"`
}

// Spot finds a record again after its report was read anew: by its words and
// kind, not by its id, which depends on what the reader made of them.
type Spot struct {
	Report ID          `json:"report"`
	Kind   record.Kind `json:"kind"`
	Start  int         `json:"start"`
	End    int         `json:"end"`
	Type   string      `json:"type"` // as read: two records may stand on the same words
}

func spotOf(report ID, r *record.Record) Spot {
	s := Spot{Report: report, Kind: r.Kind, Type: TypeOf(r)}
	if len(r.Evidence) > 0 {
		s.Start, s.End = r.Evidence[0].Start, r.Evidence[0].End
	}
	return s
}
