package guard

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
	"sync"
	"time"
)

//go:embed data/pages.html
var pageSource string

//go:embed data/login.css
var style []byte

var pages = sync.OnceValue(func() *template.Template { return template.Must(template.New("pages").Parse(pageSource)) })

// page is what the guard's own two pages show.
type page struct {
	Lang, Title, Detail, Home string
	Status                    int
	Label, Button, Hint, Next string
}

func (g *Guard) loginPage(w http.ResponseWriter, r *http.Request, status int, next, wrong string) {
	lang := g.texts.language(r)
	get := func(key string) string { return g.texts.get(lang, key) }
	p := page{Lang: lang, Title: get("signin"), Label: get("label"), Button: get("button"), Hint: get("hint"), Next: localPath(next)}
	if wrong != "" {
		p.Detail = get(wrong)
	}
	w.Header().Set("Cache-Control", "no-store")
	g.show(w, r, status, "login", p)
}

func (g *Guard) show(w http.ResponseWriter, r *http.Request, status int, name string, p page) {
	var b bytes.Buffer
	if err := pages().ExecuteTemplate(&b, name, p); err != nil {
		g.o.Log.Error("a page of the guard", "page", name, "error", err)
		http.Error(w, http.StatusText(status), status)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", p.Lang)
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes())
	}
}

func serveStyle(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	http.ServeContent(w, r, "login.css", time.Time{}, bytes.NewReader(style))
}
