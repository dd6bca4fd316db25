package page

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"depesche/register"
	"depesche/web/view"
)

// authorCookie remembers who corrects.
const authorCookie = "author"

func authorOf(r *http.Request) string {
	c, err := r.Cookie(authorCookie)
	if err != nil {
		return ""
	}
	name, err := url.QueryUnescape(c.Value)
	if err != nil || len(name) > maxAuthor {
		return ""
	}
	return name
}

// Limits of the form.
const (
	maxForm   = 64 << 10
	maxAuthor = 200
	maxReason = 2000
)

// corrections is the page of the log.
func (p *Pages) corrections(r *http.Request, s *Sheet) (any, error) {
	s.author = authorOf(r)
	return p.desk.Changes(r.Context())
}

// correct takes the form that corrects a record, or takes a correction back,
// and goes back to the page that it came from.
func (p *Pages) correct() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := &Sheet{Lang: Language(r), Path: "/corrections", pages: p}
		if p.desk.ReadOnly() {
			p.fail(w, s, view.ErrReadOnly)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			p.fail(w, s, &view.WishError{What: "the form cannot be read", Hint: ""})
			return
		}
		if err := p.take(r); err != nil {
			p.fail(w, s, err)
			return
		}
		author := strings.TrimSpace(r.PostForm.Get("author"))
		http.SetCookie(w, &http.Cookie{Name: authorCookie, Value: url.QueryEscape(author), Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteStrictMode})
		http.Redirect(w, r, back(r.PostForm.Get("back")), http.StatusSeeOther)
	})
}

// back is the page to go back to, always one of the desk's own.
func back(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.ContainsAny(address, "\\\r\n") {
		return "/corrections"
	}
	return u.String()
}

// take makes the correction of a form.
func (p *Pages) take(r *http.Request) error {
	f := r.PostForm
	author, reason := f.Get("author"), f.Get("reason")
	if len(author) > maxAuthor || len(reason) > maxReason {
		return &view.WishError{What: "author or reason is too long", Hint: ""}
	}
	if f.Get("do") == "undo" {
		id, err := register.ParseID(f.Get("id"))
		if err != nil {
			return &view.WishError{What: err.Error(), Hint: ""}
		}
		_, err = p.desk.Undo(r.Context(), id, author, reason, time.Now())
		return err
	}
	wish, err := wishOf(f)
	if err != nil {
		return err
	}
	wish.Author, wish.Reason = author, reason
	_, err = p.desk.Correct(r.Context(), wish, time.Now())
	return err
}

// wishOf reads what a form asks for. Fields: do (reject, type, party, merge,
// split), record, report; type ("TYPE mode"), predicate, status, negated; from,
// to, reach (record, report, everywhere); entry or other, the id of one.
func wishOf(f url.Values) (view.Wish, error) {
	var w view.Wish
	id, err := register.ParseID(f.Get("record"))
	if err != nil {
		return w, &view.WishError{What: "record: " + err.Error(), Hint: ""}
	}
	w.Records, w.Alone = []register.ID{id}, true
	switch f.Get("do") {
	case "reject":
		w.Action = register.Reject
	case "split":
		w.Action = register.Split
	case "type":
		w.Action, w.Fields = register.Edit, fieldsOf(f)
	case "merge":
		w.Action, w.Alone = register.Merge, false
		other, err := register.ParseID(cmp.Or(strings.TrimSpace(f.Get("other")), f.Get("entry")))
		if err != nil {
			return w, &view.WishError{What: "entry: " + err.Error(), Hint: "choose one, or give the id that stands at the foot of its page"}
		}
		own, err := register.ParseID(f.Get("own"))
		if err != nil {
			own = id
		}
		w.Records = []register.ID{other, own}
	case "party":
		w.From, w.To = f.Get("from"), f.Get("to")
		switch f.Get("reach") {
		case "everywhere":
			w.Action, w.Records = register.Same, nil
		case "report":
			w.Action, w.Records = register.Apart, nil
			if w.Report, err = register.ParseID(f.Get("report")); err != nil {
				return w, &view.WishError{What: "report: " + err.Error(), Hint: ""}
			}
		default:
			w.Action = view.SwapParty
		}
	default:
		return w, &view.WishError{What: "the form does not say what is wrong", Hint: ""}
	}
	return w, nil
}

// fieldsOf are the fields that the form of a wrong type sets.
func fieldsOf(f url.Values) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	set := func(name, value string) {
		out[name] = json.RawMessage("null")
		if value != "" {
			out[name], _ = json.Marshal(value) // a text can always be written
		}
	}
	if typ, mode, _ := strings.Cut(f.Get("type"), " "); typ != "" {
		set("type", typ)
		set("mode", mode)
	}
	for _, name := range []string{"predicate", "measure", "status"} {
		if v := strings.TrimSpace(f.Get(name)); v != "" {
			set(name, v)
		}
	}
	if f.Has("polar") { // the form has the box
		out["negated"] = json.RawMessage("null")
		if f.Get("negated") != "" {
			out["negated"] = json.RawMessage("true")
		}
	}
	return out
}

// failed is how the page says an error of a correction; false if it is none.
func failed(err error) (failure, bool) {
	var wish *view.WishError
	switch {
	case errors.Is(err, view.ErrReadOnly):
		return failure{Code: http.StatusForbidden}, true
	case errors.As(err, &wish):
		return failure{Code: http.StatusBadRequest, Text: wish.What, Hint: wish.Hint}, true
	}
	return failure{}, false
}

// undoing is what the form that takes a correction back shows.
type undoing struct {
	Sheet  *Sheet
	Change view.Change
	Author string
}

func undoingOf(s *Sheet, c view.Change) undoing { return undoing{s, c, s.author} }

// moment is a time of the log as people read it, "2026-01-31 14:05".
func moment(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return t.Format("2006-01-02 15:04")
}

// fieldSet is a field that an edit sets, its value as JSON; "" empties it.
type fieldSet struct{ Name, Value string }

func fieldsSet(fields json.RawMessage) []fieldSet {
	var all map[string]json.RawMessage
	if json.Unmarshal(fields, &all) != nil {
		return nil
	}
	var out []fieldSet
	for _, name := range slices.Sorted(maps.Keys(all)) {
		value := strings.Trim(string(all[name]), `"`)
		if value == "null" {
			value = ""
		}
		out = append(out, fieldSet{name, shortened(value)})
	}
	return out
}

// shortened is a value on a line.
func shortened(s string) string {
	const most = 160
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// reportsOf are the spots of a correction, one a report.
func reportsOf(list []register.Spot) []register.Spot {
	var out []register.Spot
	for _, s := range list {
		if !slices.ContainsFunc(out, func(o register.Spot) bool { return o.Report == s.Report }) {
			out = append(out, s)
		}
	}
	return out
}
