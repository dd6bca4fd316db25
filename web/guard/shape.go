package guard

import (
	"net/http"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxURL is the most bytes of a request's address.
const maxURL = 8 << 10

// methods that handlers may be asked with.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete}

// shape refuses requests that are wrong whoever sends them: a method that
// nothing here has, a foreign host, an address that is long, unclean or hides
// something.
func (g *Guard) shape(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !knownMethod(r.Method):
			w.Header().Set("Allow", strings.Join(methods, ", "))
			g.refuse(w, r, http.StatusMethodNotAllowed, "method")
		case !g.mayBeAskedFor(r):
			g.refuse(w, r, http.StatusMisdirectedRequest, "host")
		case len(r.RequestURI) > maxURL || len(r.URL.Path) > maxURL || len(r.URL.RawQuery) > maxURL:
			g.refuse(w, r, http.StatusRequestURITooLong, "long")
		case !cleanPath(r.URL) || !cleanQuery(r.URL.RawQuery):
			g.refuse(w, r, http.StatusBadRequest, "address")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func knownMethod(m string) bool {
	for _, k := range methods {
		if m == k {
			return true
		}
	}
	return false
}

// cleanPath says whether a path is rooted, in its shortest form, valid UTF-8
// without control characters or backslashes, and hides no separator behind an
// escape. A final slash is fine.
func cleanPath(u *url.URL) bool {
	p := u.Path
	if u.Opaque != "" || !strings.HasPrefix(p, "/") || !utf8.ValidString(p) || strings.ContainsRune(p, '\\') ||
		strings.ContainsFunc(p, unicode.IsControl) {
		return false
	}
	if escaped := strings.ToLower(u.EscapedPath()); strings.Contains(escaped, "%2f") || strings.Contains(escaped, "%25") {
		return false // a separator, or an escape of an escape
	}
	if p == "/" {
		return true
	}
	return path.Clean(p) == strings.TrimSuffix(p, "/")
}

// cleanQuery says whether a query can be read and its text is valid UTF-8
// without NUL.
func cleanQuery(raw string) bool {
	if raw == "" {
		return true
	}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return false
	}
	for key, vs := range values {
		if !cleanText(key) {
			return false
		}
		for _, v := range vs {
			if !cleanText(v) {
				return false
			}
		}
	}
	return true
}

func cleanText(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }
