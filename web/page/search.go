package page

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"depesche/export/card"
	"depesche/record"
	"depesche/register/query"
	"depesche/web/ask"
	"depesche/web/view"
)

// search is the page of entries that match a query.
func (p *Pages) search(r *http.Request, s *Sheet) (any, error) {
	return p.desk.Search(r.Context(), s.Ask.Filter)
}

// chip is a term of the query with the address of the page without it.
type chip struct{ Text, Without string }

// Chips are the terms of the query.
func (s *Sheet) Chips() []chip {
	terms := ask.Terms(s.Ask.Query)
	var out []chip
	for i, t := range terms {
		rest := slices.Delete(slices.Clone(terms), i, i+1)
		out = append(out, chip{t, s.Link("/search", "q", strings.Join(rest, " "))})
	}
	return out
}

// Has says whether the query asks for this value of a key.
func (s *Sheet) Has(key, value string) bool {
	for _, t := range ask.Terms(s.Ask.Query) {
		k, v, ok := strings.Cut(t, ":")
		if ok && strings.EqualFold(k, key) && slices.Contains(strings.Split(strings.ReplaceAll(v, `"`, ""), ","), value) {
			return true
		}
	}
	return false
}

// Narrow is the address of the search with a value of a key asked for, or no
// longer where it is already.
func (s *Sheet) Narrow(key, value string) string {
	a := s.Ask
	if s.Has(key, value) {
		value = s.others(key, value)
		return a.Link("/search", "q", a.With(key, value))
	}
	if key == "on" { // a year takes the place of other bounds
		a.Query = a.With("since", "")
		a.Query = a.With("until", "")
	}
	return a.Link("/search", "q", a.With(key, value))
}

// others are the values of a key that the query asks for beside one.
func (s *Sheet) others(key, value string) string {
	var rest []string
	for _, t := range ask.Terms(s.Ask.Query) {
		if k, v, ok := strings.Cut(t, ":"); ok && strings.EqualFold(k, key) {
			for _, o := range strings.Split(strings.ReplaceAll(v, `"`, ""), ",") {
				if o != value {
					rest = append(rest, o)
				}
			}
		}
	}
	return strings.Join(rest, ",")
}

// facetLabel is a value of a facet in words.
func (p *Pages) facetLabel(lang, key string, v view.FacetValue) string {
	switch {
	case v.Of != nil && key == "party":
		if name := p.names[lang].State(v.Value); name != "" {
			return name
		}
		return p.nameOf(lang, v.Of)
	case v.Of != nil:
		return p.nameOf(lang, v.Of)
	case key == "type":
		return typeLabel(lang, v.Value)
	case key == "outlet" || key == "on":
		return v.Value
	}
	return card.Label(card.Language(lang), key, v.Value)
}

// typeLabel is a type, predicate or measure in words.
func typeLabel(lang, typ string) string {
	kind := "measure"
	switch {
	case record.IsType(typ):
		kind = "type"
	case record.IsPredicate(typ):
		kind = "predicate"
	}
	return card.Label(card.Language(lang), kind, typ)
}

// faulty is a query with the place at which it cannot be read.
type faulty struct{ Before, At, After string }

// faultOf shows where a query is at fault; nil if it is something else that is.
func faultOf(text string, err error) *faulty {
	var q *query.Error
	if text == "" || !errors.As(err, &q) {
		return nil
	}
	at := min(max(q.At, 0), len(text))
	word := text[at:]
	if n := strings.IndexAny(word, " \t"); n > 0 {
		word = word[:n]
	}
	return &faulty{strings.ToValidUTF8(text[:at], "�"), strings.ToValidUTF8(word, "�"), strings.ToValidUTF8(text[at+len(word):], "�")}
}

// phrase is a run of a sentence: a party, or words between; Main is the run
// that leads to the entry.
type phrase struct {
	card.Piece
	Main bool
}

// pieces cut a record's sentence into its parties and the words between.
func (p *Pages) pieces(lang string, r *record.Record) ([]phrase, error) {
	list, err := card.Pieces(card.Language(lang), r, p.names[lang])
	if err != nil {
		return nil, err
	}
	var out []phrase
	main := -1
	for _, piece := range list {
		if piece.Entity != nil {
			out = append(out, phrase{piece, false})
			continue
		}
		words := strings.TrimSpace(piece.Text)
		if note := strings.IndexByte(words, ')'); note > 0 && words[0] == '(' { // the state of the party before
			words = strings.TrimLeft(words[note+1:], ": ")
		}
		before, after, _ := strings.Cut(piece.Text, words)
		for _, text := range []string{before, words, after} { // the space around the words is no part of a link
			if text == "" {
				continue
			}
			out = append(out, phrase{card.Piece{Text: text}, false})
			if words != "" && text == words && (main < 0 || len(words) > len(out[main].Text)) {
				main = len(out) - 1
			}
		}
	}
	switch {
	case main >= 0:
		out[main].Main = true
	case len(out) > 0: // nothing but a party
		out[0].Main = true
	}
	return out, nil
}
