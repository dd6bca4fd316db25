// Package record fixes what Depesche writes down: events, statements, figures
// and relations, each dated, attributed, with the exact words that carry it.
//
// Codes follow PLOVER (event types, modes, contexts, sectors), ISO 3166-1
// alpha-3 (states), ISO 4217 (money), Wikidata (entity ids) and EDTF (dates).
// The JSON form is stable: exporters, the store and the pages read it.
package record

// Kind is one of the four kinds of record.
type Kind string

// The kinds of record.
const (
	KindEvent     Kind = "event"
	KindStatement Kind = "statement"
	KindFigure    Kind = "figure"
	KindRelation  Kind = "relation"
)

// Status says how far the text commits itself to a record.
type Status string

// The statuses, from the most to the least committed.
const (
	Actual       Status = "actual"       // it happened, is happening, or holds
	Planned      Status = "planned"      // announced, agreed or scheduled by somebody who can do it
	Expected     Status = "expected"     // predicted by somebody, the reporter included
	Possible     Status = "possible"     // may be, is considered, is offered
	Desired      Status = "desired"      // hoped or wished for
	Demanded     Status = "demanded"     // called for
	Hypothetical Status = "hypothetical" // only under a condition that is not given
)

// Statuses are all of them, in that order.
func Statuses() []Status {
	return []Status{Actual, Planned, Expected, Possible, Desired, Demanded, Hypothetical}
}

// Record is one thing that a report says. Fields that do not belong to its
// kind are empty. A Record is a plain value; nothing in it is shared.
type Record struct {
	Kind       Kind          `json:"kind"`
	ID         string        `json:"id"`
	Status     Status        `json:"status"`
	Negated    bool          `json:"negated,omitempty"`
	Date       Date          `json:"date,omitzero"`
	Place      *Entity       `json:"place,omitempty"`
	Says       []Attribution `json:"says,omitempty"`
	Evidence   []Evidence    `json:"evidence"`
	Confidence float64       `json:"confidence"`
	By         string        `json:"by"`

	// kind event
	Type      string   `json:"type,omitempty"`    // PLOVER type of the act itself, or an extension type X-…
	Plover    string   `json:"plover,omitempty"`  // the type by PLOVER's convention for future cooperation
	Mode      string   `json:"mode,omitempty"`    // PLOVER mode
	Context   []string `json:"context,omitempty"` // PLOVER contexts
	Cameo     string   `json:"cameo,omitempty"`   // CAMEO code, 2 to 4 digits
	Score     float64  `json:"score,omitempty"`   // conflict-cooperation, -10 to 10
	Actor     []Entity `json:"actor,omitempty"`
	Recipient []Entity `json:"recipient,omitempty"`
	Killed    *Range   `json:"killed,omitempty"`
	Injured   *Range   `json:"injured,omitempty"`
	Size      *Range   `json:"size,omitempty"`

	// kind statement
	Speaker []Entity `json:"speaker,omitempty"`
	Form    string   `json:"form,omitempty"` // direct, indirect, document
	Quote   string   `json:"quote,omitempty"`
	To      []Entity `json:"to,omitempty"`
	Medium  *Entity  `json:"medium,omitempty"`
	About   []Entity `json:"about,omitempty"`

	// kind figure
	Measure     string    `json:"measure,omitempty"`
	Noun        string    `json:"noun,omitempty"` // what is counted, where measure is "other"
	Of          []Entity  `json:"of,omitempty"`
	Value       *Quantity `json:"value,omitempty"`
	Change      *Quantity `json:"change,omitempty"`
	Period      Date      `json:"period,omitzero"`
	Against     Date      `json:"against,omitzero"`
	Approximate bool      `json:"approximate,omitempty"`
	Derived     *Derived  `json:"derived,omitempty"`

	// kind relation
	Predicate string   `json:"predicate,omitempty"`
	Subject   []Entity `json:"subject,omitempty"`
	Object    []Entity `json:"object,omitempty"`
	As        string   `json:"as,omitempty"`
	Label     string   `json:"label,omitempty"`

	// Trace is the path from words to record for --explain; it is not part
	// of the record's JSON.
	Trace []string `json:"-"`
}

// Entity is somebody or something that a record is about.
type Entity struct {
	ID      string   `json:"id"` // Wikidata "Q184", or local "x:" and a slug
	Type    string   `json:"type"`
	Name    string   `json:"name,omitempty"`
	Aliases []string `json:"aliases,omitempty"` // what else this report calls an organisation or group
	State   string   `json:"state,omitempty"`   // ISO 3166-1 alpha-3
	Sector  string   `json:"sector,omitempty"`  // PLOVER sector
	Role    string   `json:"role,omitempty"`    // office held on the record's day
	Text    string   `json:"text,omitempty"`    // the words of the report
	Start   int      `json:"start,omitempty"`   // byte offsets of Text in the report
	End     int      `json:"end,omitempty"`
	Implied bool     `json:"implied,omitempty"` // a party that the act's sentence does not name: read from the rest of the report or off the act's word
	Linked  string   `json:"-"`                 // why the words were taken for the entity, where the reader was asked to explain
}

// Entity types.
const (
	TypeState        = "state"
	TypePerson       = "person"
	TypeOrganisation = "organisation"
	TypePlace        = "place"
	TypeGroup        = "group"
	TypeOther        = "other"
)

// Attribution names one who vouches for a record, by which words, through
// which medium.
type Attribution struct {
	Who    *Entity `json:"who,omitempty"`
	Cue    string  `json:"cue,omitempty"`
	Medium *Entity `json:"medium,omitempty"`
}

// Evidence is the exact place of the words. Sentence counts from 0; Start and
// End are byte offsets into the document's UTF-8 text.
type Evidence struct {
	Document string `json:"document"`
	Sentence int    `json:"sentence"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
}

// Range is an inclusive range of numbers; a single number has Min = Max.
type Range struct {
	Min float64 `json:"min"`
	Max float64 `json:"max"`
}

// Quantity is a level or a change. Unit is "money", "percent",
// "percentage_point", or the thing counted; Currency is ISO 4217.
type Quantity struct {
	Min       float64 `json:"min"`
	Max       float64 `json:"max"`
	Unit      string  `json:"unit,omitempty"`
	Currency  string  `json:"currency,omitempty"`
	Direction string  `json:"direction,omitempty"` // up or down, of a change
}

// Derived is what follows by arithmetic from a figure, never said itself.
type Derived struct {
	Value  Quantity `json:"value"`
	Period Date     `json:"period,omitzero"`
}
