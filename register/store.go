package register

import (
	"context"
	"errors"
	"iter"

	"depesche/record"
)

// ErrNotFound says that there is nothing of that id.
var ErrNotFound = errors.New("not in the register")

// Store is where a register is kept. Its transactions are serialisable: one
// Update at a time, across processes; a View sees one state throughout. Package
// register/conformance tests one.
type Store interface {
	Update(ctx context.Context, f func(Tx) error) error
	View(ctx context.Context, f func(View) error) error
	Close() error
}

// View reads.
type View interface {
	// Reader gives the fingerprint with which a report was read, and its name.
	Reader(ctx context.Context, report ID) (reader, name string, err error) // ErrNotFound
	Report(ctx context.Context, id ID) (Report, error)                      // ErrNotFound
	Reports(ctx context.Context) iter.Seq2[Report, error]                   // all, by day and id, without texts
	Failures(ctx context.Context) iter.Seq2[Failure, error]                 // all, by name

	// Members gives the members of entries, by entry, day of the report and
	// id; of reports, by order.
	MembersOf(ctx context.Context, entries []ID) ([]Member, error)
	RecordsOf(ctx context.Context, report ID) ([]Placed, error)

	Record(ctx context.Context, id ID) (Placed, error)            // ErrNotFound
	ReportsWith(ctx context.Context, entity string) ([]ID, error) // that name the entity as a party, as it was read or is now
	EntryOf(ctx context.Context, record ID) (ID, error)           // ErrNotFound
	EntriesByID(ctx context.Context, ids []ID) ([]Entry, error)
	EntriesIn(ctx context.Context, cell Cell) ([]Entry, error)              // of a cell
	PlansShownBy(ctx context.Context, family ID, entry ID) ([]Entry, error) // in order

	// Entries gives entries in order, filtered by all of f but AsOf and Today.
	// Plan holds statuses as they are stored: none is overdue.
	Entries(ctx context.Context, f *Filter) iter.Seq2[Entry, error]
	Counts(ctx context.Context) ([]Count, error)                    // by month, kind, type
	CountsOf(ctx context.Context, f *Filter) ([]Count, error)       // of what Entries gives
	PlanCounts(ctx context.Context, f *Filter) ([]PlanCount, error) // filtered as Entries, in no order
	Tallies(ctx context.Context, f *TallyFilter) ([]Tally, error)   // see Register.Tallies
	// DyadCounts are those of two states, a before b, in the order of
	// Register.DyadCounts.
	DyadCounts(ctx context.Context, a, b string) ([]DyadCount, error)
	LastDay(ctx context.Context) (record.Day, error)
	State(ctx context.Context) (int64, error) // another after each Update
	Totals(ctx context.Context) (Totals, error)
	Corrections(ctx context.Context) ([]Correction, error) // in the order they were made
}

// Totals is how much there is.
type Totals struct {
	Reports   int `json:"reports"`
	Origins   int `json:"origins"` // of these, copies counted once
	Records   int `json:"records"`
	Entries   int `json:"entries"`
	Failures  int `json:"failures"`
	Unsettled int `json:"unsettled"` // cells that wait for Settle
}

// Tx reads and writes.
type Tx interface {
	View

	PutReport(ctx context.Context, r *Report) error // with its text and number of shingles; replaces
	Rename(ctx context.Context, report ID, name string) error
	PutMembers(ctx context.Context, ms []Placed) error // replaces those of the same id
	DeleteMembers(ctx context.Context, ids []ID) error
	PutFailure(ctx context.Context, f *Failure) error
	DeleteFailure(ctx context.Context, name string, report ID) error

	// Copies of texts: shingles by week, so that what is of one time lies
	// together. Near gives, for reports of the weeks that share shingles with
	// those given, how many.
	PutShingles(ctx context.Context, report ID, week int, shingles []int64) error
	Near(ctx context.Context, shingles []int64, weeks []int) (map[ID]int, error)
	Sketch(ctx context.Context, report ID) (shingles int, origin ID, err error)
	SetOrigin(ctx context.Context, from []ID, to ID) error // of all reports of these origins

	// Cells that changed and wait to be merged.
	MarkCells(ctx context.Context, cells []Cell) error
	MarkReports(ctx context.Context, origins []ID) error // the cells of all records of reports of these origins
	MarkedCells(ctx context.Context, limit int) ([]Cell, error)
	UnmarkCells(ctx context.Context, cells []Cell) error
	MembersIn(ctx context.Context, cell Cell) ([]Placed, error) // by id

	// The entries of a cell.
	ReplaceEntries(ctx context.Context, cell Cell, old, new []Entry) error
	SetEntry(ctx context.Context, members []ID, entry ID) error

	// Plans: the entries of a family that may answer each other.
	MarkFamilies(ctx context.Context, families []ID) error
	MarkedFamilies(ctx context.Context, limit int) ([]ID, error)
	UnmarkFamilies(ctx context.Context, families []ID) error
	EntriesOfFamily(ctx context.Context, family ID) ([]Entry, error) // none if there is no plan among them
	SetPlan(ctx context.Context, entry *Entry) error

	PutCorrection(ctx context.Context, c *Correction) error
}
