package register

import (
	"depesche/record"
	"depesche/report"
)

// Report is a report as it is kept.
type Report struct {
	ID       ID              `json:"id"`
	Name     string          `json:"name"` // what its source calls it; of several names the first in order
	Outlet   string          `json:"outlet,omitempty"`
	URL      string          `json:"url,omitempty"`
	Lang     string          `json:"lang"`
	Title    string          `json:"title,omitempty"`
	Place    string          `json:"place,omitempty"` // of the dateline
	Date     record.Interval `json:"date"`            // of publication
	Text     string          `json:"text,omitempty"`
	Corrects bool            `json:"corrects,omitempty"` // it says of itself that it corrects an earlier one
	Origin   ID              `json:"origin"`             // the first report of those that are copies of each other
	Reader   string          `json:"reader"`             // fingerprint of what read it

	shingles int // see origin.go
}

// Day is the day that a report counts from: the last on which it may have been
// published, so that the register is never said to have known earlier.
func (r *Report) Day() record.Day {
	if r.Date.To != 0 {
		return r.Date.To
	}
	return r.Date.From
}

// ReportID is the id of a report: a digest of outlet, date, title and text. The
// same report under two names is one report.
func ReportID(r *report.Report) ID {
	kept := Report{Outlet: r.Outlet, Date: r.Date, Title: r.Title, Text: r.Text}
	return kept.Digest()
}

// Digest is the report's id, see ReportID.
func (r *Report) Digest() ID {
	return digest("report", r.Outlet, r.Date.EDTF(), r.Title, r.Text)
}

// Reading is a report with what was read from it.
type Reading struct {
	Report  Report
	Records []record.Record
	Words   []Words // one a sentence; Evidence.Sentence counts them
}

// Words are the words of a sentence that carry its sense, folded (see Fold).
// Merging compares lemmas; the full-text search finds both.
type Words struct{ Lemmas, Forms []string }

// Member is a record in the register: evidence of one entry.
type Member struct {
	ID     ID            `json:"id"`
	Report ID            `json:"report"`
	Order  int           `json:"order"` // among the records of its report
	Entry  ID            `json:"entry"`
	Record record.Record `json:"record"`
	Words  string        `json:"-"` // lemmas, a tab, forms; separated by spaces

	// Withdrawn is set in a report of a correction for the value that it
	// takes back ("statt 50 Milliarden").
	Withdrawn bool `json:"withdrawn,omitempty"`

	// Source is the report without its text.
	Source Report `json:"source,omitzero"`
}

// Failure is an input that could not be read, and why.
type Failure struct {
	Name   string `json:"name"`             // the input: file, file and line, address
	Report ID     `json:"report,omitempty"` // if it was a report
	Reader string `json:"reader"`
	Error  string `json:"error"`
	Hint   string `json:"hint,omitempty"`
}

// Shingles is how many runs of words of its text are kept to find copies by.
func (r *Report) Shingles() int { return r.shingles }
