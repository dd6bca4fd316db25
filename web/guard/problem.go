package guard

import (
	"encoding/json"
	"net/http"
	"strings"
)

// Problem is an error as the API tells it (RFC 9457).
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

// Refuse answers a request with a status and a detail in the reader's language:
// as application/problem+json under /api/, as a plain page elsewhere. The detail
// is shown as text, whatever stands in it.
func (g *Guard) Refuse(w http.ResponseWriter, r *http.Request, status int, detail string) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	if isAPI(r) {
		h.Set("Content-Type", "application/problem+json")
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			_ = json.NewEncoder(w).Encode(Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail})
		}
		return
	}
	lang := g.texts.language(r)
	g.show(w, r, status, "error", page{Lang: lang, Title: g.texts.get(lang, "error"), Detail: detail, Status: status,
		Home: g.texts.get(lang, "home")})
}

// refuse is Refuse with a detail of the table of texts.
func (g *Guard) refuse(w http.ResponseWriter, r *http.Request, status int, key string) {
	g.Refuse(w, r, status, g.texts.get(g.texts.language(r), key))
}

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }
