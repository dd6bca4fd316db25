// Package ask reads what the address of a page or of an API call asks for, and
// writes such addresses. All of it stands in the address, so that every view is
// a link:
//
//	q        a query, see register/query
//	as-of    what was known on this day (EDTF; of a month, its last day)
//	lang     de or en
//	limit    entries at most
//	before   go on behind this place, as the answer before said
package ask

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"depesche/record"
	"depesche/register"
	"depesche/register/query"
)

// Limits of one answer.
const (
	DefaultLimit = 50
	MaxLimit     = 500
)

// Ask is what an address asks for.
type Ask struct {
	Query  string     // as written
	AsOf   record.Day // 0: all that is known
	Limit  int
	Before int64
	Filter register.Filter // of all of the above
}

// Error is what is wrong with an address: which part, and how to mend it.
type Error struct {
	Part string // q, as-of, limit, before
	Err  error
	Hint string
}

// Error names the part and what is wrong with it.
func (e *Error) Error() string { return e.Part + ": " + e.Err.Error() }

// Unwrap is the error itself.
func (e *Error) Unwrap() error { return e.Err }

// Read reads the values of an address. Names says whom the names in a query
// mean; it may be nil. The error is an *Error.
func Read(v url.Values, names query.Names) (Ask, error) {
	a := Ask{Query: strings.TrimSpace(v.Get("q")), Limit: DefaultLimit}
	f, err := query.Parse(a.Query, names)
	if err != nil {
		hint := ""
		var q *query.Error
		if errors.As(err, &q) {
			hint = q.Hint
		}
		return a, &Error{"q", err, hint}
	}
	if s := v.Get("as-of"); s != "" {
		day, err := query.Last(s)
		if err != nil {
			return a, &Error{"as-of", err, "for instance 2023-03-01"}
		}
		f.AsOf = day
	}
	a.AsOf = f.AsOf
	if s := v.Get("limit"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > MaxLimit {
			return a, &Error{"limit", fmt.Errorf("%q is no number from 1 to %d", s, MaxLimit), ""}
		}
		a.Limit = n
	}
	if s := v.Get("before"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return a, &Error{"before", fmt.Errorf("%q is no place in the register", s), "take it from the answer before"}
		}
		a.Before = n
	}
	f.Limit, f.Before = a.Limit, a.Before
	a.Filter = f
	return a, nil
}

// Link is an address that keeps the day of a, with further values: name, value,
// name, value … An empty value takes a name out.
func (a Ask) Link(path string, values ...string) string {
	v := url.Values{}
	if a.AsOf != 0 {
		v.Set("as-of", a.AsOf.String())
	}
	for pair := range slices.Chunk(values, 2) {
		if pair[1] == "" {
			v.Del(pair[0])
		} else {
			v.Set(pair[0], pair[1])
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// With is the query with a term in place of those of the same key.
func (a Ask) With(key, value string) string {
	var kept []string
	for _, term := range Terms(a.Query) {
		if !strings.HasPrefix(strings.ToLower(term), key+":") {
			kept = append(kept, term)
		}
	}
	if value != "" {
		if strings.ContainsAny(value, " \t") {
			value = `"` + value + `"`
		}
		kept = append(kept, key+":"+value)
	}
	return strings.Join(kept, " ")
}

// Terms splits a query at the spaces outside of quotation marks.
func Terms(q string) []string {
	quoted := false
	return strings.FieldsFunc(q, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return !quoted && (r == ' ' || r == '\t' || r == '\n' || r == '\r')
	})
}
