package ask

import (
	"net/url"
	"slices"
	"strings"
)

// narrowing are the parameters that forms have beside the query, and the term
// that each stands for.
var narrowing = [][2]string{{"party", "party"}, {"status", "plan"}, {"due", "due"}, {"since", "since"}, {"until", "until"}}

// Narrowed puts the values of the parameters party, status, due, since and
// until into the query, each in place of the term of its key; an empty value
// takes the term out.
func Narrowed(v url.Values) url.Values {
	out := url.Values{}
	for k, list := range v {
		out[k] = slices.Clone(list)
	}
	a := Ask{Query: v.Get("q")}
	for _, n := range narrowing {
		if v.Has(n[0]) {
			a.Query = a.With(n[1], strings.TrimSpace(v.Get(n[0])))
			out.Del(n[0])
		}
	}
	if out.Set("q", a.Query); a.Query == "" {
		out.Del("q")
	}
	return out
}

// Term is the value of the query's term of a key, without quotation marks; ""
// if there is none.
func (a Ask) Term(key string) string {
	for _, term := range Terms(a.Query) {
		if k, v, ok := strings.Cut(term, ":"); ok && strings.EqualFold(k, key) {
			return strings.ReplaceAll(v, `"`, "")
		}
	}
	return ""
}

// Without is the query without the terms of some keys.
func (a Ask) Without(keys ...string) string {
	for _, k := range keys {
		a.Query = a.With(k, "")
	}
	return a.Query
}
