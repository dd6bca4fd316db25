package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
)

// tablePrinter writes entries for people: when, what, who, and how often told.
type tablePrinter struct {
	out   io.Writer
	names card.Names
}

const (
	dateColumn = 17
	codeColumn = 22
)

func (p *tablePrinter) entry(e *register.Entry, evidence []register.Member) error {
	r := &e.Record
	text, err := card.Sentence(r, p.names)
	if err != nil {
		return err
	}
	when := "undated"
	if d := dateOf(r); d.Interval().Known() {
		when = card.When(d)
	} else if e.First != 0 {
		when = "told " + e.First.String()
	}
	notes := []string{seen(e)}
	if e.Plan != nil {
		notes = append([]string{planWords(e.Plan)}, notes...)
	}
	fmt.Fprintf(p.out, "%s  %s  %s  (%s)  %s\n", padded(when, dateColumn), padded(codeOf(r), codeColumn), text, strings.Join(notes, "; "), e.ID)
	if len(e.Claims) > 1 {
		for i := range e.Claims {
			p.claim(r, &e.Claims[i])
		}
	}
	for i := range evidence {
		p.evidence(&evidence[i])
	}
	return nil
}

func padded(s string, width int) string {
	if n := width - utf8.RuneCountInString(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s
}

func dateOf(r *record.Record) record.Date {
	if r.Kind == record.KindFigure && r.Period.Interval().Known() {
		return r.Period
	}
	return r.Date
}

func codeOf(r *record.Record) string {
	code := register.TypeOf(r)
	if r.Kind == record.KindStatement {
		code = "statement " + code
	}
	return strings.TrimSpace(code + " " + r.Mode)
}

func planWords(p *register.PlanState) string {
	s := string(p.Status)
	if p.Status == register.PlanFulfilled || p.Status == register.PlanLate || p.Status == register.PlanCancelled {
		if p.On != 0 {
			s += " " + p.On.String()
		}
	}
	if p.Due != 0 {
		s += ", due " + p.Due.String()
	}
	return s
}

// claim writes one of several values with who says so.
func (p *tablePrinter) claim(r *record.Record, c *register.Claim) {
	parts := []string{claimValue(r, c)}
	for i := range c.By {
		parts = append(parts, "says "+nameOf(&c.By[i]))
	}
	if len(c.Outlets) > 0 {
		parts = append(parts, "in "+strings.Join(c.Outlets, ", "))
	}
	parts = append(parts, c.Last.String())
	switch {
	case c.Superseded != 0:
		parts = append(parts, "corrected")
	case c.Newest:
		parts = append(parts, "newest")
	}
	fmt.Fprintf(p.out, "%s  claim: %s\n", strings.Repeat(" ", dateColumn), strings.Join(parts, "; "))
}

func nameOf(e *record.Entity) string {
	if e.Name != "" {
		return e.Name
	}
	return e.ID
}

func claimValue(r *record.Record, c *register.Claim) string {
	var parts []string
	for _, v := range []struct {
		r    *record.Range
		word string
	}{{c.Killed, "killed"}, {c.Injured, "injured"}, {c.Size, "taking part"}} {
		if v.r != nil {
			parts = append(parts, number(v.r.Min, v.r.Max)+" "+v.word)
		}
	}
	for _, q := range []*record.Quantity{c.Value, c.Change} {
		if q != nil {
			parts = append(parts, strings.TrimSpace(q.Direction+" "+number(q.Min, q.Max)+" "+q.Currency+unit(q)))
		}
	}
	return strings.Join(parts, ", ")
}

func unit(q *record.Quantity) string {
	if q.Unit == "money" {
		return ""
	}
	return q.Unit
}

func number(lo, hi float64) string {
	s := strconv.FormatFloat(lo, 'f', -1, 64)
	if hi != lo {
		s += "–" + strconv.FormatFloat(hi, 'f', -1, 64)
	}
	return s
}

func (p *tablePrinter) evidence(m *register.Member) {
	where := m.Source.Name
	if m.Source.Outlet != "" {
		where = m.Source.Outlet + ", " + where
	}
	text := ""
	if len(m.Record.Evidence) > 0 {
		text = strings.Join(strings.Fields(m.Record.Evidence[0].Text), " ")
	}
	fmt.Fprintf(p.out, "%s  │ %s (%s, %s)\n", strings.Repeat(" ", dateColumn), text, where, m.Source.Day())
}

func (p *tablePrinter) end(n int, more bool) error {
	switch {
	case n == 0:
		_, err := fmt.Fprintln(p.out, "Nothing found.")
		return err
	case more:
		_, err := fmt.Fprintf(p.out, "… there may be more: --limit 0 prints all\n")
		return err
	}
	return nil
}

// csvPrinter writes one entry a row; with evidence one record a row.
type csvPrinter struct{ w *csv.Writer }

var csvColumns = []string{"id", "kind", "type", "mode", "status", "negated", "from", "to", "first_side", "second_side", "place",
	"value", "unit", "reports", "origins", "first_report", "last_report", "plan", "due", "evidence", "source"}

func newCSVPrinter(out io.Writer) (*csvPrinter, error) {
	p := &csvPrinter{csv.NewWriter(out)}
	return p, p.w.Write(csvColumns)
}

func (p *csvPrinter) entry(e *register.Entry, evidence []register.Member) error {
	r := &e.Record
	first, second := register.Sides(r)
	d := dateOf(r)
	value, unit := "", ""
	if q := r.Value; q != nil {
		value, unit = number(q.Min, q.Max), q.Currency+unitOf(q)
	}
	place := ""
	if r.Place != nil {
		place = r.Place.ID
	}
	plan, due := "", ""
	if e.Plan != nil {
		plan, due = string(e.Plan.Status), e.Plan.Due.String()
	}
	row := []string{e.ID.String(), string(r.Kind), register.TypeOf(r), r.Mode, string(r.Status), strconv.FormatBool(r.Negated), d.From.String(), d.To.String(),
		idsOf(first), idsOf(second), place, value, unit, strconv.Itoa(e.Reports), strconv.Itoa(e.Origins), e.First.String(), e.Last.String(), plan, due}
	if len(evidence) == 0 {
		return p.w.Write(append(row, "", ""))
	}
	for i := range evidence {
		text := ""
		if ev := evidence[i].Record.Evidence; len(ev) > 0 {
			text = ev[0].Text
		}
		if err := p.w.Write(append(row[:len(row):len(row)], text, evidence[i].Source.Name)); err != nil {
			return err
		}
	}
	return nil
}

func unitOf(q *record.Quantity) string {
	if q.Currency != "" {
		return ""
	}
	return q.Unit
}

// idsOf are the ids of entities, separated by spaces.
func idsOf(list []record.Entity) string {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	return strings.Join(ids, " ")
}

func (p *csvPrinter) end(int, bool) error {
	p.w.Flush()
	return p.w.Error()
}
