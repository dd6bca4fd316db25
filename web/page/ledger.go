package page

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"depesche/export/card"
	"depesche/register"
	"depesche/web/plot"
	"depesche/web/view"
)

// ledger is the figures of one measure with their drawing.
type ledger struct {
	view.Ledger
	ID        string
	Plot      template.HTML // empty where there is but one value
	Claimants template.HTML // the legend
}

// ledgers draws the figures of a dyad.
func (p *Pages) ledgers(s *Sheet, d *dyadPage) []ledger {
	out := make([]ledger, len(d.Figures))
	for i, l := range d.Figures {
		out[i] = ledger{Ledger: l, ID: fmt.Sprintf("figure-%d", i+1)}
		out[i].Plot, out[i].Claimants = p.drawLedger(s, out[i].ID, &l)
	}
	return out
}

// drawLedger draws each claim as a value of the series of who claims it.
func (p *Pages) drawLedger(s *Sheet, id string, l *view.Ledger) (drawing, legend template.HTML) {
	period := l.Days()
	g := plot.Graph{ID: id, Title: p.measure(s.Lang, l), Lang: s.Lang, From: period.From, To: period.To,
		Say: func(v float64) string { return strings.TrimSpace(numberOf(s.Lang, v) + " " + l.Sign()) }}
	var names []string
	for _, row := range l.Rows {
		for _, c := range row.Entry.Claims {
			v := c.Value
			if v == nil {
				v = c.Change
			}
			if v == nil {
				continue
			}
			who := p.claimant(s.Lang, c)
			if !slices.Contains(names, who) {
				names = append(names, who)
			}
			low, high := v.Min, v.Max
			if v.Direction == "down" {
				low, high = -high, -low
			}
			g.Points = append(g.Points, plot.Point{From: row.Period.From, To: row.Period.To, Low: low, High: high, Series: slices.Index(names, who),
				Href:  s.Link("/entry/" + row.Entry.ID.String()),
				Title: fmt.Sprintf("%s: %s (%s)", days(s.Lang, row.Period), amount(s.Lang, v), who)})
		}
	}
	if len(g.Points) < 2 {
		return "", ""
	}
	return g.SVG(), plot.Legend(names)
}

// claimant is who vouches for a claim, in words.
func (p *Pages) claimant(lang string, c register.Claim) string {
	if len(c.By) == 0 {
		return say(lang, "dyad.ledger.voice")
	}
	names := make([]string, len(c.By))
	for i := range c.By {
		names[i] = p.nameOf(lang, &c.By[i])
	}
	return strings.Join(names, ", ")
}

// measure says what a ledger's figures measure.
func (p *Pages) measure(lang string, l *view.Ledger) string {
	if l.Noun != "" {
		return l.Noun
	}
	return card.Label(card.Language(lang), "measure", l.Measure)
}
