package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
)

type plansCmd struct {
	askFlags

	Due   edtf     `help:"Plans that are due by this day, or between two with a slash." placeholder:"EDTF"`
	Is    []string `name:"is" help:"open, fulfilled, late, overdue, cancelled."`
	Today dayFlag  `help:"The day by which plans are overdue; else that of --as-of, or of the latest report." placeholder:"DAY"`
}

// Help says more under depesche plans --help.
func (plansCmd) Help() string {
	return `Examples:
  depesche plans --due 2023-12-31             what was to happen by the end of 2023, and whether it did
  depesche plans --is overdue party:BLR
  depesche plans --as-of 2023-03-01 --format ical > plans.ics`
}

// Run prints plans by the day they are due.
func (cmd *plansCmd) Run(c *console) error {
	f, err := cmd.filter()
	if err != nil {
		return err
	}
	f.ByDue, f.Today = true, cmd.Today.Day
	if f.Due = cmd.Due.Interval; f.Due.Known() && f.Due.From == f.Due.To {
		f.Due.From = 0 // by that day
	}
	for _, s := range cmd.Is {
		f.Plan = append(f.Plan, register.PlanStatus(s))
	}
	if cmd.Format != "ical" {
		return cmd.answer(c, f)
	}
	ctx := context.Background()
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	names, err := newStages().cardNames()
	if err != nil {
		return err
	}
	cal := calendar{out: c.out, names: names}
	cal.begin()
	for e, err := range reg.Plans(ctx, f) {
		if err != nil {
			return err
		}
		if err := cal.event(&e); err != nil {
			return err
		}
	}
	cal.end()
	return cal.err
}

// calendar writes plans as an iCalendar (RFC 5545): one all-day event on the
// day a plan is due. Plans without a day are left out.
type calendar struct {
	out   io.Writer
	names card.Names
	err   error
}

func (c *calendar) begin() {
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//Depesche//Plans//EN")
	c.line("CALSCALE:GREGORIAN")
}

func (c *calendar) end() { c.line("END:VCALENDAR") }

func (c *calendar) event(e *register.Entry) error {
	if e.Plan == nil || e.Plan.Due == 0 {
		return nil
	}
	text, err := card.Sentence(&e.Record, c.names)
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
	c.line("DESCRIPTION:" + escaped(planWords(e.Plan)+"; "+seen(e)))
	if p := e.Record.Place; p != nil {
		c.line("LOCATION:" + escaped(nameOf(p)))
	}
	c.line("CATEGORIES:" + escaped(register.TypeOf(&e.Record)))
	c.line("STATUS:" + statusOf(e.Plan.Status))
	c.line("TRANSP:TRANSPARENT")
	c.line("END:VEVENT")
	return c.err
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
func (c *calendar) line(s string) {
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

func (c *calendar) write(s string) {
	if _, err := fmt.Fprint(c.out, s); err != nil {
		c.err = errors.Join(c.err, err)
	}
}
