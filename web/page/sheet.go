package page

import (
	"net/url"

	"depesche/web/guard"
)

// Link is an address within the desk that keeps the day as of which the page
// shows the register; see ask.Ask.Link.
func (s *Sheet) Link(path string, values ...string) string { return s.Ask.Link(path, values...) }

// Dyad is the address of the page of two parties, by their keys.
func (s *Sheet) Dyad(a, b string) string {
	return s.Link("/dyad/" + url.PathEscape(a) + "/" + url.PathEscape(b))
}

// Entity is the address of the page of an entity, by its key (BLR, Q184, x:…).
func (s *Sheet) Entity(key string) string { return s.Link("/entity/" + url.PathEscape(key)) }

// With is the page's own address with one value changed; "" takes it out.
func (s *Sheet) With(name, value string) string {
	v, err := url.ParseQuery(s.values)
	if err != nil {
		v = url.Values{}
	}
	v.Del("before")
	if v.Del(name); value != "" {
		v.Set(name, value)
	}
	if len(v) == 0 {
		return s.Path
	}
	return s.Path + "?" + v.Encode()
}

// Filter is the address of the search with one term of the query changed.
func (s *Sheet) Filter(key, value string) string {
	return s.Link("/search", "q", s.Ask.With(key, value))
}

// Export is the address of the page's entries in another form.
func (s *Sheet) Export(format string) string {
	return s.Link("/api/v1/entries", "q", s.Ask.Query, "format", format)
}

// SignIn is where the reader signs in and comes back from to this page.
func (s *Sheet) SignIn() string {
	next := s.Path
	if s.values != "" {
		next += "?" + s.values
	}
	return guard.LoginPath + "?" + url.Values{"next": {next}}.Encode()
}
