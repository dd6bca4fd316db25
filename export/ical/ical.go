// Package ical writes plans as an iCalendar (RFC 5545): one all-day event on
// the day a plan is due. Plans without a day are left out. The same plans give
// the same bytes.
package ical

import (
	"errors"
	"io"
	"strings"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
)

// Type is the media type of an iCalendar.
const Type = "text/calendar; charset=utf-8"

// Words says what the calendar says in a language.
type Words struct {
	Language card.Language // English if empty
	Names    card.Names
	// Notes describes an entry beyond its sentence: what became of the plan,
	// who tells it. May be nil.
	Notes func(*register.Entry) string
	// Link is the address of an entry's page. May be nil.
	Link func(register.ID) string
}

// Writer writes one calendar. Write the plans, then Close.
type Writer struct {
	out   io.Writer
	words Words
	begun bool
	err   error
}

// New is a writer to out.
func New(out io.Writer, w Words) *Writer {
	if w.Language == "" {
		w.Language = card.English
	}
	return &Writer{out: out, words: w}
}

func (c *Writer) begin() {
	if c.begun {
		return
	}
	c.begun = true
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//Depesche//Plans//EN")
	c.line("CALSCALE:GREGORIAN")
}

// Close ends the calendar.
func (c *Writer) Close() error {
	c.begin()
	c.line("END:VCALENDAR")
	return c.err
}

// Write writes a plan; an entry that is none, or is due on no day, is left out.
func (c *Writer) Write(e *register.Entry) error {
	c.begin()
	if e.Plan == nil || e.Plan.Due == 0 {
		return c.err
	}
	text, err := card.SentenceIn(c.words.Language, &e.Record, c.words.Names)
	if err != nil {
		return err
	}
	from := e.Record.Date.From
	if from == 0 || e.Plan.Due-from > 31 {
		from = e.Plan.Due // a year in which it is to happen is no event of a year
	}
	c.line("BEGIN:VEVENT")
	c.line("UID:" + e.ID.String() + "@depesche")
	c.line("DTSTAMP:" + basic(e.Last) + "T000000Z")
	c.line("DTSTART;VALUE=DATE:" + basic(from))
	c.line("DTEND;VALUE=DATE:" + basic(e.Plan.Due+1))
	c.line("SUMMARY:" + escaped(text))
	if c.words.Notes != nil {
		c.line("DESCRIPTION:" + escaped(c.words.Notes(e)))
	}
	if p := e.Record.Place; p != nil {
		c.line("LOCATION:" + escaped(nameOf(p)))
	}
	if c.words.Link != nil {
		c.line("URL:" + c.words.Link(e.ID))
	}
	c.line("CATEGORIES:" + escaped(register.TypeOf(&e.Record)))
	c.line("STATUS:" + statusOf(e.Plan.Status))
	c.line("TRANSP:TRANSPARENT")
	c.line("END:VEVENT")
	return c.err
}

func nameOf(e *record.Entity) string {
	if e.Name != "" {
		return e.Name
	}
	return e.ID
}

func statusOf(s register.PlanStatus) string {
	switch s {
	case register.PlanFulfilled, register.PlanLate:
		return "CONFIRMED"
	case register.PlanCancelled:
		return "CANCELLED"
	}
	return "TENTATIVE"
}

func basic(d record.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

// escaped is a TEXT value (RFC 5545, 3.3.11).
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r", "", "\n", `\n`).Replace(s)
}

// line writes a content line, folded to 75 bytes (RFC 5545, 3.1).
func (c *Writer) line(s string) {
	for width := 75; len(s) > width; width = 74 {
		cut := width
		for cut > 0 && s[cut]&0xC0 == 0x80 { // not within a letter
			cut--
		}
		c.write(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	c.write(s + "\r\n")
}

func (c *Writer) write(s string) {
	if _, err := io.WriteString(c.out, s); err != nil {
		c.err = errors.Join(c.err, err)
	}
}
