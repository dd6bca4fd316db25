package page

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
	"depesche/web/view"
)

// document is what the page of a report shows.
type document struct {
	*view.Document
	Form *form // the form that corrects one record; nil: none is open
}

// form is what the form that corrects a record shows.
type form struct {
	Record     *view.Read
	Number     int // of the record on the page
	Do         string
	Candidates []register.Entry
	Author     string
}

// ways are what can be wrong with a record, by the value of do in the address,
// each with the key that opens it.
var ways = []way{{"reject", "x"}, {"type", "t"}, {"party", "a"}, {"merge", "m"}}

type way struct{ Do, Key string }

// document is the page of one report; correct=RECORD&do=… opens a form in it.
func (p *Pages) document(r *http.Request, s *Sheet) (any, error) {
	id, err := pathID(r)
	if err != nil {
		return nil, err
	}
	v, err := p.desk.Document(r.Context(), id, s.Ask.AsOf)
	if err != nil {
		return nil, err
	}
	s.author = authorOf(r)
	d := &document{Document: &v}
	q := r.URL.Query()
	if p.desk.ReadOnly() || q.Get("correct") == "" {
		return d, nil
	}
	n := slices.IndexFunc(v.Records, func(m view.Read) bool { return m.ID.String() == q.Get("correct") })
	if n < 0 {
		return d, nil
	}
	d.Form = &form{Record: &v.Records[n], Number: n, Do: "party", Author: s.author}
	for _, w := range ways {
		if q.Get("do") == w.Do {
			d.Form.Do = w.Do
		}
	}
	if d.Form.Do == "merge" {
		d.Form.Candidates, err = p.desk.Candidates(r.Context(), &v.Records[n].Member, v.Records[n].Entry)
	}
	return d, err
}

// option is a choice of a form.
type option struct {
	Value, Label string
	Group        string
	Chosen       bool
}

// typeOptions are the types and modes that an event can have, "TYPE mode".
func typeOptions(lang string, r record.Record) []option {
	var out []option
	l := card.Language(lang)
	for _, typ := range record.Types() {
		group := card.Label(l, "type", typ)
		out = append(out, option{typ, group, group, r.Type == typ && r.Mode == ""})
		for _, mode := range record.Modes(typ) {
			out = append(out, option{typ + " " + mode, group + ", " + card.Label(l, "mode", mode), group, r.Type == typ && r.Mode == mode})
		}
	}
	return out
}

// statusOptions are the statuses that a record can have.
func statusOptions(lang string, r record.Record) []option {
	var out []option
	for _, s := range record.Statuses() {
		out = append(out, option{string(s), card.Label(card.Language(lang), "status", string(s)), "", s == r.Status})
	}
	return out
}

// predicateOptions are the predicates that a relation can have.
func predicateOptions(lang string, r record.Record) []option {
	var out []option
	for _, s := range record.Predicates() {
		out = append(out, option{s, card.Label(card.Language(lang), "predicate", s), "", s == r.Predicate})
	}
	return out
}

// numbersOf are the numbers of records, as the island of the page reads them.
func numbersOf(list []int) string {
	var b strings.Builder
	for i, n := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// webLink is an address that a report gives for itself, "" for one that is not
// of the web.
func webLink(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return u.String()
}

// knownLanguage is a language that has a name in the interface.
func knownLanguage(lang string) string {
	if slices.Contains(Languages, lang) {
		return lang
	}
	return "unknown"
}

// Correct is the address of the page of a report with the form open that
// corrects one of its records.
func (s *Sheet) Correct(record register.ID) string { return s.CorrectBy(record, "") }

// CorrectIn is Correct from another page than that of the report.
func (s *Sheet) CorrectIn(report, record register.ID) string {
	return s.Link("/report/"+report.String(), "correct", record.String()) + "#correct"
}

// CorrectBy is Correct with a way to correct chosen.
func (s *Sheet) CorrectBy(record register.ID, do string) string {
	return s.Link(s.Path, "correct", record.String(), "do", do) + "#correct"
}

// Writes says whether the desk takes corrections.
func (s *Sheet) Writes() bool { return !s.pages.desk.ReadOnly() }
