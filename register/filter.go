package register

import "depesche/record"

// Filter says which entries are asked for. Of several words in one field any
// may hold; all fields must. The zero Filter asks for all.
//
// An entity is named by its id ("Q184", "x:…"), its state (ISO 3166-1 alpha-3,
// then all who act for the state count), or the folded words of its name.
type Filter struct {
	Kind      []record.Kind
	Actor     []string // event: actor; statement: speaker; relation: subject; figure: of
	Recipient []string // event: recipient; statement: to; relation: object
	Party     []string // on either side
	Dyad      []string // two entities, one on each side, or both on one
	Type      []string // PLOVER type, predicate, measure or form
	Mode      []string
	Context   []string // PLOVER contexts
	Status    []record.Status
	Place     []string // id, state or name
	Speaker   []string // who says or vouches for it
	Outlet    []string // who printed it
	Plan      []PlanStatus
	Due       record.Interval // plans due in these days
	Undated   bool            // plans of which no report says when they are due
	On        record.Interval // what holds, happened or is due in these days
	Reported  record.Interval // told by a report of these days
	Text      []string        // all of these words or phrases, folded, are in a sentence that tells it

	// AsOf leaves out all that was published after the day.
	AsOf record.Day
	// Today is the day by which plans are overdue; 0 is AsOf, else the day of
	// the latest report.
	Today record.Day

	ByDue  bool  // plans by the day they are due, those without a day last
	Limit  int   // 0: all
	Before int64 // only entries that stand behind this place, see Entry.Seq; 0: from the start
}

// Count is how many entries of a kind and type begin in a month. Undated ones
// count where their first report does.
type Count struct {
	Year  int         `json:"year"`
	Month int         `json:"month"`
	Kind  record.Kind `json:"kind"`
	Type  string      `json:"type"`
	N     int         `json:"n"`
}
