// Package report holds one report while it is read: the immutable text and the
// layers laid over it. Every span is a byte range of the text. The package
// knows nothing of how a layer is made.
package report

import "depesche/record"

// Report is one report: where it comes from, its text, and what has been laid
// over the text so far. A layer is written once, by its maker.
type Report struct {
	ID     string          // stable name of the document
	Lang   string          // "de", "en"
	Title  string          // headline, if the source gives it apart from the text
	Outlet string          // who published it, if known
	URL    string          // where it was published, if known
	Origin string          // where it was found: "news.zip/a.xml", "reports.jsonl:7"
	Text   string          // the text, UTF-8, never changed
	Date   record.Interval // when it was published; unknown bounds are zero
	Body   int             // byte offset in Text where the prose starts: after a leading "date …" and a dateline
	Place  string          // place of the dateline, as written

	Slug    string // the agency's short name of the story, which its later versions share; "" if not known
	Urgency int    // 1, flash, to 8 (IPTC); 0 if not known

	Dateline Span // where the dateline stands, no prose; empty if there is none

	Sentences []Sentence // made by package language
	Times     []Time     // made by package timex
}

// Span is a byte range [Start, End) of the report's text.
type Span struct{ Start, End int32 }

// Len is the number of bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Covers says whether o lies wholly inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps says whether the two share at least a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cut is the text under the span.
func (r *Report) Cut(s Span) string { return r.Text[s.Start:s.End] }

// Sentence is a run of words with one dependency tree over them.
type Sentence struct {
	Span
	Words []Word
}

// Word is a syntactic word of Universal Dependencies. The words of a
// contraction ("zum" = "zu" + "dem") share the span of the written token.
type Word struct {
	Span
	Form   string // as written; for a part of a contraction, the part
	Lemma  string // dictionary form, separable verbs rejoined ("zusammentreffen")
	Feats  Feats  // morphological features, packed
	Head   int16  // index of the head in the sentence, -1 for the root
	UPOS   UPOS
	Rel    Rel
	Part   uint8 // 0 for a token of its own; 1, 2, … for the parts of a contraction
	Parts  uint8 // number of parts of the contraction, else 0
	Name   NameTag
	Spaced bool // white space (or the text's end) follows the written token
}

// NameTag marks words of names that the name model found, in the BIO scheme:
// B begins a name, I continues it.
type NameTag uint8

// The name tags.
const (
	NameNone NameTag = iota
	NameBPerson
	NameIPerson
	NameBOrg
	NameIOrg
	NameBPlace
	NameIPlace
	NameBOther
	NameIOther
)

// Time is one expression of time in the text.
type Time struct {
	Span
	Sentence    int         // index of its sentence
	First, Last int         // word indices in that sentence, inclusive
	Type        string      // TIMEX3 type: DATE, TIME, DURATION, SET
	Value       string      // TIMEX3 value, "2023-03-01", "P2W", "2022-W08", "XXXX-WXX-3" …
	Date        record.Date // the interval, with the words in Text
	Bound       Bound       // what a preposition makes of it

	// Best is the reading to prefer where one is wanted and Date allows
	// several: that of the earliest possible day of publication. It is a
	// convention, not a finding, and equals Date's interval where nothing is
	// open.
	Best record.Interval
}

// Bound says what a preposition makes of an expression of time.
type Bound uint8

// The bounds: at or during it, from it on, until it, before it, after it.
const (
	During Bound = iota
	Since        // "seit Montag", "since Monday": Date.From only, it still holds
	Until        // "bis Donnerstag", "by Thursday": Date.To only
	Before       // "vor Montag"
	After        // "nach Montag"
)
