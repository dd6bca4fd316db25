package page

import (
	"html/template"
	"strings"

	"depesche/export/card"
	"depesche/record"
	"depesche/web/plot"
	"depesche/web/view"
)

// classOf is the class of a tone and fill.
func classOf(tone int, fill view.Fill) plot.Class {
	c := plot.Class{}
	switch {
	case tone > 0:
		c.Tone = plot.Cooperation
	case tone < 0:
		c.Tone = plot.Conflict
	}
	switch fill {
	case view.FillPlanned:
		c.Fill = plot.Hollow
	case view.FillUncertain:
		c.Fill = plot.Hatched
	}
	return c
}

// timeline draws the lanes of a dyad.
func (p *Pages) timeline(s *Sheet, d *dyadPage) template.HTML {
	t := plot.Timeline{ID: "timeline", Title: say(s.Lang, "dyad.timeline.title", p.nameOf(s.Lang, &d.A.Entity), p.nameOf(s.Lang, &d.B.Entity)),
		Lang: s.Lang, From: d.Period.From, To: d.Period.To}
	for i := range d.Timeline {
		l := &d.Timeline[i]
		lane := plot.Lane{Label: say(s.Lang, "lane."+l.Group), Note: laneNote(s.Lang, l), Href: s.Link("/search", "q", laneQuery(d, l))}
		for _, span := range l.Spans {
			lane.Bars = append(lane.Bars, plot.Bar{From: span.From, To: span.To, Class: classOf(span.Tone, span.Fill),
				Href: s.Link("/entry/" + span.ID.String()), Title: p.spanTitle(s.Lang, &span)})
		}
		for _, b := range l.Bins {
			lane.Bins = append(lane.Bins, binOf(s, &b))
		}
		t.Lanes = append(t.Lanes, lane)
	}
	return t.SVG()
}

// laneNote is how many entries a lane has, and how many its highest column.
func laneNote(lang string, l *view.DyadLane) string {
	most := 0
	for i := range l.Bins {
		most = max(most, l.Bins[i].N())
	}
	if most == 0 {
		return countOf(lang, l.N)
	}
	return say(lang, "dyad.lane.most", countOf(lang, l.N), countOf(lang, most))
}

// laneQuery is the query that finds the entries of a lane.
func laneQuery(d *dyadPage, l *view.DyadLane) string {
	q := dyadQuery(d.A.Key, d.B.Key, d.Ask.On, []record.Kind{l.Kind})
	if len(l.Types) > 0 {
		q += " type:" + strings.Join(l.Types, ",")
	}
	return q
}

// spanTitle says an entry with its day.
func (p *Pages) spanTitle(lang string, span *view.Span) string {
	text, err := card.SentenceIn(card.Language(lang), &span.Entry.Record, p.names[lang])
	if err != nil {
		return span.Type
	}
	if on := when(lang, span.Entry); on != "" {
		return on + ": " + text
	}
	return say(lang, "dyad.undated.told", days(lang, record.Interval{From: span.Entry.First, To: span.Entry.First}), text)
}

func binOf(s *Sheet, b *view.Bin) plot.Bin {
	days := record.Interval{From: b.From, To: b.To}
	out := plot.Bin{From: b.From, To: b.To, Href: s.during(days), Title: binTitle(s.Lang, b)}
	for _, part := range b.Parts {
		out.Parts = append(out.Parts, plot.Part{Class: classOf(part.Tone, part.Fill), N: part.N})
	}
	return out
}

// binTitle says a bin's days and what there is in it.
func binTitle(lang string, b *view.Bin) string {
	var parts []string
	for _, p := range b.Parts {
		words := say(lang, "tone."+toneWord(p.Tone))
		if p.Fill != view.FillActual {
			words += " (" + say(lang, "fill."+string(p.Fill)) + ")"
		}
		parts = append(parts, countOf(lang, p.N)+" "+words)
	}
	return days(lang, record.Interval{From: b.From, To: b.To}) + ": " + strings.Join(parts, ", ")
}

func toneWord(tone int) string {
	switch {
	case tone > 0:
		return "good"
	case tone < 0:
		return "bad"
	}
	return "even"
}

// balance draws cooperation above and conflict below a line.
func (p *Pages) balance(s *Sheet, d *dyadPage) template.HTML {
	if len(d.Balance) == 0 {
		return ""
	}
	lane := plot.Lane{Height: 120}
	for _, b := range d.Balance {
		lane.Bins = append(lane.Bins, binOf(s, &b))
	}
	return plot.Timeline{ID: "balance", Title: say(s.Lang, "dyad.balance.title", p.nameOf(s.Lang, &d.A.Entity), p.nameOf(s.Lang, &d.B.Entity)),
		Lang: s.Lang, From: d.Period.From, To: d.Period.To, Lanes: []plot.Lane{lane}}.SVG()
}

// Share is the share of cooperation in the acts of a bin that happened, in
// percent; -1 if none did.
func (*dyadPage) Share(b view.Bin) int {
	good, bad := b.Of(1, view.FillActual), b.Of(-1, view.FillActual)
	if good+bad == 0 {
		return -1
	}
	return (100*good + (good+bad)/2) / (good + bad)
}
