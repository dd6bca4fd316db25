package guard

import "net/http"

// sameSite refuses what pages of other sites ask for: every request that changes
// something (http.CrossOriginProtection), and every other that is not the user
// following a link to the desk. Clients that are no browsers send none of the
// headers and pass.
func (g *Guard) sameSite(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := g.origin.Check(r); err != nil || embedded(r) {
			g.refuse(w, r, http.StatusForbidden, "site")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// embedded says whether another site's page asks for a resource, rather than the
// user for a page (https://web.dev/articles/fetch-metadata).
func embedded(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	link := r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	return !link
}
