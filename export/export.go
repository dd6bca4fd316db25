// Package export writes a register in other people's formats: flat tables (CSV,
// Parquet), graphs over time (GraphML, GEXF), linked data (JSON-LD with PROV-O
// and Web Annotations), FollowTheMoney, and the layouts of event data sets
// (POLECAT, ICEWS, GDELT 2.0, Phoenix). docs/export.md has the columns and says
// what is lost in each.
//
// Writing is streamed: memory does not grow with the register, except for the
// graphs, which hold the parties (not the entries). The same register gives the
// same bytes.
package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"depesche/knowledge"
	"depesche/register"
)

// Source is what is exported; *register.Register is one.
type Source interface {
	Entries(ctx context.Context, f register.Filter) iter.Seq2[register.Entry, error]
	Members(ctx context.Context, entries ...register.ID) ([]register.Member, error)
	Reports(ctx context.Context) iter.Seq2[register.Report, error]
}

// Options say what is exported and how.
type Options struct {
	Filter  register.Filter
	Table   string          // of csv and parquet: one of Tables
	Base    *knowledge.Base // codes of states, coordinates of places; nil = none are known
	Version string          // of the program
}

// Counts is what was written, and what a layout had no place for.
type Counts struct {
	Rows    int // rows, objects or edges
	Entries int // that stand in them
	Left    int // entries that the format cannot say
}

// Formats are the formats, each with the words that explain it.
var Formats = []string{"csv", "parquet", "jsonld", "graphml", "gexf", "ftm", "polecat", "icews", "gdelt", "phoenix"}

// Tables are the flat tables.
var Tables = []string{"entries", "parties", "claims", "evidence", "reports"}

// ErrUnknown says that there is no such format or table.
var ErrUnknown = errors.New("unknown")

// Write writes the entries that the filter finds in a format.
func Write(ctx context.Context, format string, from Source, w io.Writer, o Options) (Counts, error) {
	if o.Table == "" {
		o.Table = Tables[0]
	}
	if !slices.Contains(Tables, o.Table) {
		return Counts{}, fmt.Errorf("table %q: %w", o.Table, ErrUnknown)
	}
	x := &exporter{ctx: ctx, from: from, o: o}
	var err error
	switch format {
	case "csv":
		err = x.csv(w)
	case "parquet":
		err = x.parquet(w)
	case "jsonld":
		err = x.jsonld(w)
	case "graphml":
		err = x.graphml(w)
	case "gexf":
		err = x.gexf(w)
	case "ftm":
		err = x.ftm(w)
	case "polecat":
		err = x.polecat(w)
	case "icews":
		err = x.icews(w)
	case "gdelt":
		err = x.gdelt(w)
	case "phoenix":
		err = x.phoenix(w)
	default:
		err = fmt.Errorf("format %q: %w", format, ErrUnknown)
	}
	return x.counts, err
}

// exporter is one export.
type exporter struct {
	ctx    context.Context
	from   Source
	o      Options
	counts Counts
}

// told is an entry with its evidence, by day of the report.
type told struct {
	*register.Entry
	members []register.Member
}

// batch is how many entries are asked for their evidence at one go.
const batch = 200

// each gives the entries in the register's order with their evidence.
func (x *exporter) each(f func(told) error) error {
	var waiting []register.Entry
	flush := func() error {
		members, err := x.membersOf(waiting)
		if err != nil {
			return err
		}
		for i := range waiting {
			if err := f(told{&waiting[i], members[waiting[i].ID]}); err != nil {
				return err
			}
		}
		waiting = waiting[:0]
		return nil
	}
	for e, err := range x.from.Entries(x.ctx, x.o.Filter) {
		if err != nil {
			return err
		}
		if waiting = append(waiting, e); len(waiting) == batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// membersOf is the evidence of entries. As of a day, what was published later
// does not count.
func (x *exporter) membersOf(entries []register.Entry) (map[register.ID][]register.Member, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	ids := make([]register.ID, len(entries))
	for i := range entries {
		ids[i] = entries[i].ID
	}
	all, err := x.from.Members(x.ctx, ids...)
	if err != nil {
		return nil, err
	}
	of := map[register.ID][]register.Member{}
	for _, m := range all {
		if day := x.o.Filter.AsOf; day != 0 && m.Source.Day() > day {
			continue
		}
		of[m.Entry] = append(of[m.Entry], m)
	}
	return of, nil
}
