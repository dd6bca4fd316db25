package page

import (
	"html/template"
	"slices"
	"strings"

	"golang.org/x/text/number"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
	"depesche/web/view"
)

// dyadFunctions are what the templates of a dyad can call beside the others.
func (p *Pages) dyadFunctions(lang string) template.FuncMap {
	return template.FuncMap{
		"fromTo":      func(from, to record.Day) record.Interval { return record.Interval{From: from, To: to} },
		"belonged":    func(i record.Interval) string { return spell(lang, i) },
		"measureOf":   func(l ledger) string { return p.measure(lang, &l.Ledger) },
		"claimant":    func(c register.Claim) string { return p.claimant(lang, c) },
		"claim":       func(c register.Claim) string { return claimOf(lang, c) },
		"states":      func() []link { return p.statesIn(lang) },
		"kindsOf":     func() []string { return []string{"event", "statement", "figure", "relation"} },
		"toneWord":    toneWord,
		"ref":         refOf,
		"section":     newSection,
		"firstOf":     func(l []register.Entry) []register.Entry { return l[:min(len(l), shownFirst)] },
		"restFrom":    func(l []register.Entry) []register.Entry { return l[min(len(l), shownFirst):] },
		"members":     func(s *Sheet, d *dyadPage, l []view.SharedMembership) memberList { return memberList{s, d, l} },
		"differences": func(c view.ChangedEntry) []string { return p.differences(lang, c) },
	}
}

// shownFirst is how much of a long list is shown before it is asked for.
const shownFirst = 10

// refOf is the key by which pages name an entity: of a state its code.
func refOf(e record.Entity) string {
	if e.Type == record.TypeState {
		return register.Key(&e)
	}
	return e.ID
}

// section is a list of a dyad with its heading.
type section struct {
	Sheet *Sheet
	Key   string
	List  view.List
	Rest  string // where the whole list is
}

// restOf are the terms that find the rest of a list.
var restOf = map[string]string{
	"statements": " kind:statement", "relations": " kind:relation",
	"open": " plan:open", "undated": " plan:open", "overdue": " plan:overdue", "past": " plan:fulfilled,late,cancelled",
}

func newSection(s *Sheet, key string, l view.List) section {
	d, _ := s.Body.(*dyadPage)
	q := dyadQuery(d.A.Key, d.B.Key, d.Ask.On, nil) + restOf[key]
	return section{s, key, l, s.Link("/search", "q", q)}
}

// Counted are the numbers that the page begins with, in words.
func (d *dyadPage) Counted(s *Sheet) []string {
	t := d.Totals
	var out []string
	for _, c := range []struct {
		key string
		n   int
	}{{"dyad.total", t.Entries}, {"dyad.good", t.Good}, {"dyad.bad", t.Bad}, {"dyad.plans", t.Plans}, {"dyad.said", t.Statements}, {"dyad.counted", t.Figures}} {
		switch c.n {
		case 0:
		case 1:
			out = append(out, say(s.Lang, c.key+".one"))
		default:
			out = append(out, say(s.Lang, c.key, countOf(s.Lang, c.n)))
		}
	}
	return out
}

// countOf writes a whole number.
func countOf(lang string, n int) string { return printers[lang].Sprint(number.Decimal(n)) }

// Binned says whether the timeline counts rather than shows each entry.
func (d *dyadPage) Binned() bool {
	return slices.ContainsFunc(d.Timeline, func(l view.DyadLane) bool { return len(l.Bins) > 0 })
}

// binRow is a time, and how many each lane has in it.
type binRow struct {
	Days record.Interval
	N    []int
}

// BinRows are the columns of the timeline as a table, the latest first.
func (d *dyadPage) BinRows() []binRow {
	at := map[record.Interval][]int{}
	for i, l := range d.Timeline {
		for _, b := range l.Bins {
			days := record.Interval{From: b.From, To: b.To}
			if at[days] == nil {
				at[days] = make([]int, len(d.Timeline))
			}
			at[days][i] = b.N()
		}
	}
	rows := make([]binRow, 0, len(at))
	for days, n := range at {
		rows = append(rows, binRow{days, n})
	}
	slices.SortFunc(rows, func(a, b binRow) int { return int(b.Days.From - a.Days.From) })
	return rows
}

// Unchosen is the form for other parties.
func (s *Sheet) Unchosen() choice { return choice{} }

// differences says what of an entry is other than it was.
func (p *Pages) differences(lang string, c view.ChangedEntry) []string {
	a, b := &c.Before, &c.Now
	known := func(s string) string {
		if s == "" {
			return say(lang, "dyad.unknown.value")
		}
		return s
	}
	place := func(e *record.Entity) string {
		if e == nil {
			return ""
		}
		return p.nameOf(lang, e)
	}
	status := func(s record.Status) string { return card.Label(card.Language(lang), "status", string(s)) }
	var out []string
	for _, what := range c.What {
		key := "dyad.what." + what
		switch what {
		case "reports":
			out = append(out, say(lang, key, b.Reports, a.Reports))
		case "claims":
			out = append(out, say(lang, key, len(b.Claims), len(a.Claims)))
		case "date":
			out = append(out, say(lang, key, known(days(lang, b.Record.Date.Interval())), known(days(lang, a.Record.Date.Interval()))))
		case "status":
			out = append(out, say(lang, key, status(b.Record.Status), status(a.Record.Status)))
		case "place":
			out = append(out, say(lang, key, known(place(b.Record.Place)), known(place(a.Record.Place))))
		}
	}
	return out
}

// spell is a time of belonging in words, without days of the week: "since 1 Jul
// 2002".
func spell(lang string, i record.Interval) string {
	short := func(d record.Day) string {
		s := days(lang, record.Interval{From: d, To: d})
		return s[max(strings.IndexAny(s, "0123456789"), 0):]
	}
	switch {
	case i.From != 0 && i.To != 0:
		return short(i.From) + " – " + short(i.To)
	case i.From != 0:
		return say(lang, "dyad.spell.from", short(i.From))
	case i.To != 0:
		return say(lang, "dyad.spell.to", short(i.To))
	}
	return ""
}

// Members are the memberships of both: those that hold, or the others.
func (d *dyadPage) Members(hold bool) []view.SharedMembership {
	var out []view.SharedMembership
	for _, m := range d.Memberships {
		if m.Today == hold {
			out = append(out, m)
		}
	}
	return out
}

// memberList is a table of memberships.
type memberList struct {
	Sheet *Sheet
	Dyad  *dyadPage
	List  []view.SharedMembership
}
