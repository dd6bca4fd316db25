// Package card writes a report's records for people: one card a report,
// grouped into events, statements, figures, relations and plans. The left
// column says when and by which code, the right one who does what to whom in
// plain English, who vouches for it, how sure it is, and the sentence with the
// words that carry it.
//
// Output rules. Nothing but text reaches the writer: control characters of a
// report are left out. Colour only where Options ask for it. Lines are at most
// Options.Width wide. The same records give the same bytes.
package card

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"

	"depesche/record"
	"depesche/report"
)

// Options are how a card looks.
type Options struct {
	Width   int   // columns; less than 40 counts as 40
	Color   bool  // whether to use terminal colours
	Explain bool  // whether to print each record's path from words to record
	Names   Names // English ones; without them the report's own
}

// Names give names in the language of a sentence, "" for what they do not know. The zero
// value knows none; names stand then as their report gives them.
type Names struct {
	State  func(iso3 string) string
	Entity func(id string) string // of all but people
	Person func(id string) string
}

// The groups of a card, in its order.
const (
	events = iota
	statements
	figures
	relations
	plans
	numGroups
)

var groupNames = [numGroups][2]string{
	{"EVENTS", "event"}, {"STATEMENTS", "statement"}, {"FIGURES", "figure"}, {"RELATIONS", "relation"}, {"PLANS", "plan"},
}

// Write writes the card of a report.
func Write(w io.Writer, r *report.Report, records []record.Record, o Options) error {
	t, err := loadTables()
	if err != nil {
		return err
	}
	c := &card{en: &english{t, o.Names}, r: r, o: o, width: max(o.Width, 40)}
	groups := c.group(records)
	c.header(groups)
	for g, rs := range groups {
		if len(rs) == 0 {
			continue
		}
		c.line(line{{text: groupNames[g][0], style: bold}})
		for _, cluster := range c.clusters(rs) {
			c.cluster(g, cluster)
		}
	}
	if len(records) == 0 {
		c.line(line{{text: "Nothing found: no event, statement, figure, relation or plan.", style: dim}})
		c.out.WriteByte('\n')
	}
	_, err = io.WriteString(w, c.out.String())
	return err
}

// card is one card being written.
type card struct {
	en    *english
	r     *report.Report
	o     Options
	width int
	out   strings.Builder
}

// group sorts the records into the card's groups: the order of the text, plans
// by the day they are due.
func (c *card) group(records []record.Record) [numGroups][]*record.Record {
	var groups [numGroups][]*record.Record
	for i := range records {
		rec := &records[i]
		g := events
		switch {
		case c.plan(rec):
			g = plans
		case rec.Kind == record.KindStatement:
			g = statements
		case rec.Kind == record.KindFigure:
			g = figures
		case rec.Kind == record.KindRelation:
			g = relations
		}
		groups[g] = append(groups[g], rec)
	}
	due := func(rec *record.Record) record.Day {
		if rec.Date.To != 0 {
			return rec.Date.To
		}
		return rec.Date.From
	}
	sort.SliceStable(groups[plans], func(i, j int) bool {
		a, b := due(groups[plans][i]), due(groups[plans][j])
		return a != 0 && (b == 0 || a < b)
	})
	return groups
}

// plan says whether a record is something to watch for: planned or expected
// and not past already, or demanded for a day to come.
func (c *card) plan(rec *record.Record) bool {
	if rec.Kind != record.KindEvent && rec.Kind != record.KindRelation {
		return false
	}
	due := rec.Date.To
	past := due != 0 && c.r.Date.From != 0 && due < c.r.Date.From
	switch rec.Status {
	case record.Planned, record.Expected:
		return !past
	case record.Demanded:
		return due != 0 && !past
	}
	return false
}

func (c *card) header(groups [numGroups][]*record.Record) {
	name := clean(c.r.ID)
	facts := c.facts()
	left := line{{text: name, style: bold}}
	if n := c.width - columns(name) - columns(facts); n >= 2 {
		c.line(append(left, piece{text: strings.Repeat(" ", n), style: plain}, piece{text: facts, style: dim}))
	} else {
		c.lines(wrap(left, c.width), "")
		c.lines(wrap(line{{text: facts, style: dim}}, c.width), "")
	}
	if c.r.Title != "" {
		c.lines(wrap(line{{text: clean(c.r.Title), style: plain}}, c.width), "")
	}
	c.line(line{{text: strings.Repeat("─", c.width), style: dim}})
	var counts []string
	for g, rs := range groups {
		if len(rs) > 0 {
			counts = append(counts, plural(len(rs), groupNames[g][1]))
		}
	}
	if len(counts) > 0 {
		c.lines(wrap(line{{text: strings.Join(counts, ", "), style: dim}}, c.width), "")
	}
	c.out.WriteByte('\n')
}

// facts are what is known of the report as a whole.
func (c *card) facts() string {
	var fs []string
	switch c.r.Lang {
	case "de":
		fs = append(fs, "German")
	case "en":
		fs = append(fs, "English")
	case "":
	default:
		fs = append(fs, c.r.Lang)
	}
	if c.r.Place != "" {
		fs = append(fs, lowered(clean(c.r.Place)))
	}
	if c.r.Outlet != "" {
		fs = append(fs, clean(c.r.Outlet))
	}
	if c.r.Date.Known() {
		fs = append(fs, humanDate(record.Date{From: c.r.Date.From, To: c.r.Date.To}, false))
	} else {
		fs = append(fs, "day not known")
	}
	return strings.Join(fs, " · ")
}

// lowered is a place that a dateline shouts, written as usual: "Phnom Penh".
func lowered(place string) string {
	if strings.ToUpper(place) != place {
		return place
	}
	inWord := false
	return strings.Map(func(r rune) rune {
		lower := r
		if inWord {
			lower = unicode.ToLower(r)
		}
		inWord = unicode.IsLetter(r)
		return lower
	}, place)
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
