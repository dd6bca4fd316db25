package view

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"depesche/record"
	"depesche/register"
)

// Document is a report with what was read from it.
type Document struct {
	Source     register.Report `json:"source"`     // without its text
	Paragraphs [][]Segment     `json:"paragraphs"` // its text; On counts in Records
	Records    []Read          `json:"records"`    // in the order of the text
	Truncated  bool            `json:"truncated,omitempty"`
}

// Read is one record of a report.
type Read struct {
	register.Member
	Rejected bool           `json:"rejected,omitempty"` // a correction says that it is wrong; it belongs to no entry
	Was      *record.Record `json:"was,omitempty"`      // as it was read, where a correction changed it
	Changes  []Change       `json:"changes,omitempty"`  // corrections of it, oldest first
	Reports  int            `json:"reports,omitempty"`  // that tell the entry
	Origins  int            `json:"origins,omitempty"`

	Plan *register.PlanState `json:"plan,omitempty"`

	spot register.Spot
}

// documentRecords is how many records of a report are shown.
const documentRecords = 1000

// Document is a report by its id, as it was known on a day (0: as it is known).
func (d *Desk) Document(ctx context.Context, id register.ID, asOf record.Day) (Document, error) {
	told, err := d.Register.Told(ctx, id, asOf)
	if err != nil {
		return Document{}, err
	}
	v := Document{Source: told.Report}
	v.Source.Text = ""
	for i := range told.Records {
		read := Read{Member: told.Records[i], spot: told.Spots[i]}
		if e, ok := told.Entries[read.Entry]; ok {
			read.Reports, read.Origins, read.Plan = e.Reports, e.Origins, e.Plan
		}
		v.Records = append(v.Records, read)
	}
	slices.SortStableFunc(v.Records, func(a, b Read) int { return cmp.Compare(startOf(&a.Record), startOf(&b.Record)) })
	if len(v.Records) > documentRecords {
		v.Records, v.Truncated = v.Records[:documentRecords], true
	}
	v.Paragraphs = paragraphs(told.Report.Text, v.Records)
	return v, d.corrected(ctx, v.Records, changes(told.Corrections))
}

// startOf is where a record's words begin.
func startOf(r *record.Record) int {
	if len(r.Evidence) == 0 {
		return 0
	}
	return r.Evidence[0].Start
}

// paragraphs cuts a text at its line ends, and each part at the ends of records.
func paragraphs(text string, records []Read) [][]Segment {
	var marks []stretch
	for i := range records {
		marks = append(marks, stretches(&records[i].Record, i)...)
	}
	var out [][]Segment
	from := 0
	for line := range strings.Lines(text) {
		to := from + len(strings.TrimRight(line, "\r\n"))
		if strings.TrimSpace(text[from:to]) != "" {
			out = append(out, segments(text, from, to, marks))
		}
		from += len(line)
	}
	begin(out, len(records))
	return out
}

// begin notes where each record is marked first.
func begin(text [][]Segment, records int) {
	seen := make([]bool, records)
	for _, p := range text {
		for i := range p {
			for _, n := range p[i].On {
				if !seen[n] {
					seen[n] = true
					p[i].Begins = append(p[i].Begins, n)
				}
			}
		}
	}
}

// corrected tells records of the corrections that concern them.
func (d *Desk) corrected(ctx context.Context, records []Read, log []Change) error {
	if len(log) == 0 {
		return nil
	}
	for i := range records {
		r := &records[i]
		r.Changes = touching(log, []register.Spot{r.spot}, register.Parties(&r.Record))
		if len(r.Changes) == 0 {
			continue
		}
		was, _, rejected, err := d.Register.Corrected(ctx, r.spot)
		if err != nil {
			return err
		}
		if r.Rejected = rejected; rejected {
			r.Entry, r.Reports, r.Origins, r.Plan = 0, 0, 0, nil
		}
		if standing(r.Changes, register.Edit, register.Apart, register.Same) {
			r.Was = was
		}
	}
	return nil
}

// standing says whether one of the actions is in force.
func standing(list []Change, actions ...register.Action) bool {
	return slices.ContainsFunc(list, func(c Change) bool { return !c.Undone && slices.Contains(actions, c.Action) })
}
