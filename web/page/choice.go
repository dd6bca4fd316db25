package page

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"depesche/record"
	"depesche/web/view"
)

// choice is the form in which two parties are chosen, with what was wrong with
// those asked for.
type choice struct {
	Wrong  string // what is wrong, in words; "" if nothing is
	A, B   string // as asked for
	May    []link // whom the word may mean
	States []link
	Often  []pairLink // who has most to do with each other; none where something is wrong
}

// pairLink are two parties by name, where they lead, and how many entries they
// share.
type pairLink struct {
	Names, Href string
	N           int
}

// oftenMost is how many pairs are offered, oftenOf among how many parties.
const (
	oftenMost = 12
	oftenOf   = 40
)

// often are the two parties that share most entries, and the next ones.
func (p *Pages) often(ctx context.Context, s *Sheet) ([]pairLink, error) {
	n, err := p.desk.Network(ctx, s.Ask.Filter, oftenOf)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for i := range n.Parties {
		names[n.Parties[i].Key] = p.nameOf(s.Lang, &n.Parties[i].Entity)
	}
	var out []pairLink
	for _, t := range n.Ties[:min(len(n.Ties), oftenMost)] {
		out = append(out, pairLink{names[t.A] + " – " + names[t.B], s.Dyad(t.A, t.B), t.N})
	}
	return out, nil
}

// link is a name and where it leads.
type link struct{ Name, Key string }

func (p *Pages) choice(wrong, a, b string) choice { return choice{Wrong: wrong, A: a, B: b} }

// StatesIn are the states that there are, by their names in a language, for the
// form's list.
func (p *Pages) statesIn(lang string) []link {
	var out []link
	for _, e := range p.desk.Knowledge.States() {
		out = append(out, link{e.Name(lang), e.State})
	}
	slices.SortFunc(out, func(a, b link) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// unknownParty answers where a word means nobody or several.
func (p *Pages) unknownParty(w http.ResponseWriter, r *http.Request, word string, list []view.Party, err error) {
	if err != nil && !errors.Is(err, view.ErrUnknown) {
		p.page("error", func(*http.Request, *Sheet) (any, error) { return nil, err }).ServeHTTP(w, r)
		return
	}
	if len(list) == 0 {
		p.notDyad(w, r, "dyad.unknown", word, word)
		return
	}
	s := p.sheetOf(r)
	c := p.choice(say(s.Lang, "dyad.several", word), r.PathValue("a"), r.PathValue("b"))
	for _, party := range list {
		other := c.B
		if c.A != word {
			other = c.A
		}
		c.May = append(c.May, link{p.describe(s.Lang, &party.Entity), "/dyad/" + party.Key + "/" + other})
	}
	s.Page, s.Body = "dyads", c
	p.write(w, s, http.StatusNotFound)
}

// notDyad answers with the form where there can be no page.
func (p *Pages) notDyad(w http.ResponseWriter, r *http.Request, key, arg, unknown string) {
	s := p.sheetOf(r)
	a, b := r.PathValue("a"), r.PathValue("b")
	if a == unknown {
		a = ""
	}
	if b == unknown {
		b = ""
	}
	s.Page, s.Body = "dyads", p.choice(say(s.Lang, key, arg), a, b)
	p.write(w, s, http.StatusNotFound)
}

func (p *Pages) sheetOf(r *http.Request) *Sheet {
	return &Sheet{Lang: Language(r), Path: r.URL.Path, pages: p, values: r.URL.RawQuery}
}

// describe is a name with what tells it from others of the name.
func (p *Pages) describe(lang string, e *record.Entity) string {
	words := []string{p.nameOf(lang, e)}
	if e.Type != record.TypeState && e.State != "" {
		if n := p.names[lang].State(e.State); n != "" {
			words = append(words, n)
		}
	}
	return strings.Join(words, ", ")
}
