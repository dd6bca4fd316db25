package page

import (
	"html/template"
	"net/http"
	"strings"

	"depesche/export/card"
	"depesche/knowledge"
	"depesche/record"
	"depesche/web/plot"
	"depesche/web/view"
)

// entityBody is what the page of a state, person, organisation or place shows.
type entityBody struct {
	view.Profile
	Chart template.HTML // offices and memberships over time
	Most  int           // the greatest number of With
	Now   []view.Belonging
	Past  []view.Belonging
	Kinds []string // of members, in order
}

func (p *Pages) entity(r *http.Request, s *Sheet) (any, error) {
	v, err := p.desk.Profile(r.Context(), r.PathValue("key"), s.Ask.Filter)
	if err != nil {
		return nil, err
	}
	b := entityBody{Profile: v, Chart: p.careerChart(s, &v)}
	for _, w := range v.With {
		b.Most = max(b.Most, w.N)
	}
	for _, m := range v.Members {
		if !m.Now {
			b.Past = append(b.Past, m)
			continue
		}
		b.Now = append(b.Now, m)
		if n := len(b.Kinds); n == 0 || b.Kinds[n-1] != m.As {
			b.Kinds = append(b.Kinds, m.As)
		}
	}
	return b, nil
}

// Sort gives the words for what an entity is.
func (b entityBody) Sort() string {
	if b.Kind != "" && b.Entity.Type != record.TypePerson {
		return "sort." + b.Kind
	}
	return "sort." + b.Entity.Type
}

// Of gives the members of a kind.
func (b entityBody) Of(as string) (out []view.Belonging) {
	for _, m := range b.Now {
		if m.As == as {
			out = append(out, m)
		}
	}
	return out
}

// entities lists who bears a name.
func (p *Pages) entities(r *http.Request, s *Sheet) (any, error) {
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	b := struct {
		Name string
		List []view.Party
	}{Name: name}
	if name == "" {
		return b, nil
	}
	var err error
	b.List, err = p.desk.Bearers(r.Context(), name)
	return b, err
}

const (
	chartYears = 80 // how far back a chart goes
	chartMost  = 40 // bars of memberships
)

// careerChart draws offices and memberships by day, and the relations that
// reports tell. It is empty where there are none with a day.
func (p *Pages) careerChart(s *Sheet, v *view.Profile) template.HTML {
	t := plot.Timeline{ID: "career", Title: say(s.Lang, "entity.chart"), Lang: s.Lang, To: v.Today + 90}
	if v.Today == 0 {
		return ""
	}
	person := v.Entity.Type == record.TypePerson
	t.Lanes = p.officeLanes(s, v.Offices, person)
	t.Lanes = append(t.Lanes, p.officeLanes(s, v.Holders, false)...)
	if lane := p.memberLane(s, v.MemberOf, "entity.memberof", func(b view.Belonging) (string, string) {
		return p.nameOf(s.Lang, &b.Org), s.Entity(b.Org.ID)
	}); lane != nil {
		t.Lanes = append(t.Lanes, *lane)
	}
	if lane := p.memberLane(s, v.Members, "entity.members", func(b view.Belonging) (string, string) {
		return p.nameOf(s.Lang, &b.Member.Entity), s.Entity(b.Member.Key)
	}); lane != nil {
		t.Lanes = append(t.Lanes, *lane)
	}
	if lane := p.toldLane(s, v); lane != nil {
		t.Lanes = append(t.Lanes, *lane)
	}
	if t.From = earliest(t.Lanes, v.Today); t.From == 0 {
		return ""
	}
	return t.SVG()
}

// earliest is the first day of a chart: where its first bar begins.
func earliest(lanes []plot.Lane, today record.Day) record.Day {
	first := record.Day(0)
	for _, l := range lanes {
		for _, b := range l.Bars {
			if b.From != 0 && (first == 0 || b.From < first) {
				first = b.From
			}
		}
	}
	if first == 0 {
		return 0
	}
	return max(min(first, today-365), today-chartYears*365, 1)
}

// charted are the offices that have a lane of their own on the page of a state
// or organisation; the table has all.
var charted = map[string]bool{"head_of_state": true, "head_of_government": true, "monarch": true, "foreign_minister": true, "defence_minister": true, "secretary_general": true, "party_leader": true, "rebel_leader": true}

// officeLanes are a lane an office: of a person with what the office is, of a
// state with who held it.
func (p *Pages) officeLanes(s *Sheet, list []view.Office, person bool) []plot.Lane {
	var out []plot.Lane
	at := map[string]int{}
	for _, o := range list {
		if !person && !charted[o.Role] {
			continue
		}
		role := card.Label(card.Language(s.Lang), "role", o.Role)
		lane, label, href := role, p.nameOf(s.Lang, &o.Person), s.Entity(o.Person.ID)
		if person {
			label, href = p.nameOf(s.Lang, &o.Of.Entity), s.Entity(o.Of.Key)
		}
		i, ok := at[lane]
		if !ok {
			i = len(out)
			at[lane] = i
			out = append(out, plot.Lane{Label: lane})
		}
		title := label + ", " + role + ", " + p.termDays(s.Lang, &o)
		out[i].Bars = append(out[i].Bars, termBars(&o, label, title, href)...)
	}
	return out
}

// termBars are the bars of a term: solid where it is sure, hatched where the
// day it began or ended is known to a month or year only, or not at all; open,
// with an arrow, where it goes on as far as is known.
func termBars(o *view.Office, label, title, href string) []plot.Bar {
	var out []plot.Bar
	add := func(from, to record.Day, fill plot.Fill, words string) {
		out = append(out, plot.Bar{From: from, To: to, Class: plot.Class{Fill: fill}, Href: href, Title: title, Label: words})
	}
	start, _ := record.ParseEDTF(o.Start)
	stop, _ := record.ParseEDTF(o.Stop)
	from, to := start.To, stop.From // the days between are sure
	switch o.Ends {
	case knowledge.Observed:
		to, stop = o.Seen, record.Interval{From: o.Seen, To: o.Seen + 366}
	case knowledge.Open:
		to = 0
	}
	if to != 0 && to <= from && start.From < start.To { // nothing between is sure
		add(start.From, stop.To, plot.Hatched, label)
		return out
	}
	if start.From < start.To {
		add(start.From, start.To-1, plot.Hatched, "")
	}
	add(from, to, plot.Solid, label)
	if to != 0 && stop.From < stop.To {
		add(to+1, stop.To, plot.Hatched, "")
	}
	return out
}

// termDays says a term's days, and how its end is known.
func (p *Pages) termDays(lang string, o *view.Office) string {
	text := p.edtf(lang, o.Start) + " – " + p.edtf(lang, o.Stop)
	switch o.Ends {
	case knowledge.Observed:
		return text + " (" + say(lang, "entity.ends.observed", p.dates(lang, record.Interval{From: o.Seen, To: o.Seen})) + ")"
	case knowledge.Successor:
		return text + " (" + say(lang, "entity.ends.successor") + ")"
	}
	return text
}

// edtf says a date in a language; "?" where nothing is known.
func (p *Pages) edtf(lang, date string) string {
	i, err := record.ParseEDTF(date)
	if date == "" || err != nil {
		return "?"
	}
	return p.dates(lang, i)
}

func (p *Pages) memberLane(s *Sheet, list []view.Belonging, label string, of func(view.Belonging) (name, href string)) *plot.Lane {
	lane := plot.Lane{Label: say(s.Lang, label)}
	for _, b := range list {
		if b.From == 0 && b.To == 0 {
			continue
		}
		name, href := of(b)
		fill := plot.Solid
		if b.As != "member" && b.As != "permanent_member" {
			fill = plot.Hollow
		}
		as := card.Label(card.Language(s.Lang), "as", b.As)
		lane.Bars = append(lane.Bars, plot.Bar{From: b.From, To: b.To, Class: plot.Class{Fill: fill}, Href: href, Label: name, Title: name + ", " + as + ", " + p.spell(s.Lang, b.Interval)})
	}
	if len(lane.Bars) == 0 || len(lane.Bars) > chartMost {
		return nil
	}
	return &lane
}

// spell says the days of a membership.
func (p *Pages) spell(lang string, i record.Interval) string {
	from, to := "?", ""
	if i.From != 0 {
		from = p.dates(lang, record.Interval{From: i.From, To: i.From})
	}
	if i.To != 0 {
		to = p.dates(lang, record.Interval{From: i.To, To: i.To})
	}
	return from + " – " + to
}

// toldLane are the relations that reports tell, in a lane that says so.
func (p *Pages) toldLane(s *Sheet, v *view.Profile) *plot.Lane {
	lane := plot.Lane{Label: say(s.Lang, "entity.told")}
	for i := range v.Told {
		e := &v.Told[i]
		d := e.Record.Date.Interval()
		if d.From == 0 {
			d.From = e.First
		}
		fill := plot.Solid
		if e.Record.Status != record.Actual {
			fill = plot.Hollow
		}
		if e.Record.Negated {
			continue
		}
		text, err := card.SentenceIn(card.Language(s.Lang), &e.Record, p.names[s.Lang])
		if err != nil {
			continue
		}
		lane.Bars = append(lane.Bars, plot.Bar{From: d.From, To: d.To, Class: plot.Class{Fill: fill}, Href: s.Link("/entry/" + e.ID.String()), Title: text, Label: text})
		if len(lane.Bars) == chartMost/2 {
			break
		}
	}
	if len(lane.Bars) == 0 {
		return nil
	}
	return &lane
}
