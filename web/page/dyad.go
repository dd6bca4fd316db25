package page

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
	"depesche/web/ask"
	"depesche/web/view"
)

// dyadPage is what the page of two parties shows.
type dyadPage struct {
	view.Dyad
	Ask      ask.Dyad
	TimePlot template.HTML
	Balanced template.HTML
	Ledgers  []ledger
	Moves    []move // to other periods
	Query    string // that finds the page's entries
}

// move is a link to another period.
type move struct{ Key, Href string }

// dyads is the page on which two parties are chosen: asked with a and b it leads
// to theirs.
func (p *Pages) dyads(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	a, b := strings.TrimSpace(v.Get("a")), strings.TrimSpace(v.Get("b"))
	if a != "" && b != "" {
		v.Del("a")
		v.Del("b")
		redirect(w, r, a, b, v)
		return
	}
	p.page("dyads", func(r *http.Request, s *Sheet) (_ any, err error) {
		c := p.choice("", a, b)
		c.Often, err = p.often(r.Context(), s)
		return c, err
	}).ServeHTTP(w, r)
}

// redirect leads to the page of two parties and keeps the other values.
func redirect(w http.ResponseWriter, r *http.Request, a, b string, v url.Values) {
	to := "/dyad/" + url.PathEscape(a) + "/" + url.PathEscape(b)
	if len(v) > 0 {
		to += "?" + v.Encode()
	}
	http.Redirect(w, r, to, http.StatusFound)
}

// dyad is the page of two parties. Whatever names them, it stands at one
// address: their keys in order.
func (p *Pages) dyad(w http.ResponseWriter, r *http.Request) {
	var found [2]view.Party
	for i, word := range []string{r.PathValue("a"), r.PathValue("b")} {
		list, err := p.desk.Parties(r.Context(), word)
		if err != nil || len(list) != 1 {
			p.unknownParty(w, r, word, list, err)
			return
		}
		found[i] = list[0]
	}
	a, b := found[0], found[1]
	if a.Key > b.Key {
		a, b = b, a
	}
	switch {
	case a.Key == b.Key:
		p.notDyad(w, r, "dyad.same", a.Key, "")
	case a.Key != r.PathValue("a") || b.Key != r.PathValue("b"):
		redirect(w, r, a.Key, b.Key, r.URL.Query())
	default:
		p.page("dyad", func(r *http.Request, s *Sheet) (any, error) { return p.dyadOf(r, s, a, b) }).ServeHTTP(w, r)
	}
}

func (p *Pages) dyadOf(r *http.Request, s *Sheet, a, b view.Party) (any, error) {
	q, err := ask.ReadDyad(r.URL.Query(), p.desk.Names)
	if err != nil {
		return nil, err
	}
	d := dyadPage{Ask: q, Query: dyadQuery(a.Key, b.Key, q.On, q.Kind)}
	d.Dyad, err = p.desk.Dyad(r.Context(), view.DyadAsk{A: a, B: b, AsOf: q.AsOf, On: q.On, Kind: q.Kind, Changed: q.Changed, Limit: q.Limit, Before: q.Before})
	if err != nil {
		return nil, err
	}
	d.TimePlot = p.timeline(s, &d)
	d.Balanced = p.balance(s, &d)
	d.Ledgers = p.ledgers(s, &d)
	d.Moves = moves(s, d.Period, d.Known)
	return &d, nil
}

// dyadQuery is the query that finds the entries of a page.
func dyadQuery(a, b string, on record.Interval, kinds []record.Kind) string {
	terms := []string{"dyad:" + a + "," + b}
	if on.From != 0 {
		terms = append(terms, "since:"+on.From.String())
	}
	if on.To != 0 {
		terms = append(terms, "until:"+on.To.String())
	}
	if len(kinds) > 0 {
		words := make([]string, len(kinds))
		for i, k := range kinds {
			words[i] = string(k)
		}
		terms = append(terms, "kind:"+strings.Join(words, ","))
	}
	return strings.Join(terms, " ")
}

// ExportOf is the address of the page's entries in another form.
func (d *dyadPage) ExportOf(s *Sheet, format string) string {
	return s.Link("/api/v1/entries", "q", d.Query, "format", format)
}

// Whole is the page with all that is known drawn.
func (d *dyadPage) Whole(s *Sheet) string { return s.during(d.Known) }

// Has says whether the page shows a kind.
func (d *dyadPage) Has(kind string) bool {
	return len(d.Kinds) == 0 || slices.Contains(d.Kinds, record.Kind(kind))
}

// during is the page's own address with another period.
func (s *Sheet) during(i record.Interval) string {
	v, err := url.ParseQuery(s.values)
	if err != nil {
		v = url.Values{}
	}
	v.Del("before")
	for _, e := range []struct {
		name string
		day  record.Day
	}{{"since", i.From}, {"until", i.To}} {
		if v.Del(e.name); e.day != 0 {
			v.Set(e.name, e.day.String())
		}
	}
	if len(v) == 0 {
		return s.Path
	}
	return s.Path + "?" + v.Encode()
}

// moves are the periods to go on to from one: earlier, later, nearer, farther,
// and all that is known.
func moves(s *Sheet, now, known record.Interval) []move {
	if !now.Known() {
		return nil
	}
	n := now.To - now.From + 1
	half := max(n/2, 1)
	quarter := n / 4
	list := []move{
		{"dyad.earlier", s.during(record.Interval{From: max(now.From-half, 1), To: max(now.To-half, 1)})},
		{"dyad.later", s.during(record.Interval{From: now.From + half, To: now.To + half})},
	}
	if n > 7 {
		list = append(list, move{"dyad.nearer", s.during(record.Interval{From: now.From + quarter, To: now.To - quarter})})
	}
	list = append(list, move{"dyad.farther", s.during(record.Interval{From: max(now.From-half, 1), To: now.To + half})})
	if now != known && now.Known() {
		list = append(list, move{"dyad.whole", s.during(record.Interval{})})
	}
	return list
}

// days is an interval in words.
func days(lang string, i record.Interval) string {
	return card.WhenIn(card.Language(lang), record.Date{From: i.From, To: i.To})
}

// claimOf is what a claim claims, in words.
func claimOf(lang string, c register.Claim) string {
	var words []string
	for _, q := range []*record.Quantity{c.Value, c.Change} {
		if q != nil {
			words = append(words, amount(lang, q))
		}
	}
	return strings.Join(words, ", ")
}
