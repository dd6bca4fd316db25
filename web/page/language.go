package page

import (
	"net/http"
	"slices"
	"time"

	"golang.org/x/text/language"
)

// Languages are those of the interface, the one first that is used where the
// browser asks for none of them.
var Languages = []string{"en", "de"}

const languageCookie = "lang"

// Language is the language for a request: what ?lang= says, else the cookie,
// else the browser.
func Language(r *http.Request) string {
	if l := r.URL.Query().Get("lang"); slices.Contains(Languages, l) {
		return l
	}
	if c, err := r.Cookie(languageCookie); err == nil && slices.Contains(Languages, c.Value) {
		return c.Value
	}
	tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil || len(tags) == 0 {
		return Languages[0]
	}
	_, i, _ := language.NewMatcher([]language.Tag{language.English, language.German}).Match(tags...)
	return Languages[i]
}

// keepLanguage remembers the language that an address asks for.
func keepLanguage(w http.ResponseWriter, r *http.Request) {
	if l := r.URL.Query().Get("lang"); slices.Contains(Languages, l) {
		http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: l, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: int(365 * 24 * time.Hour / time.Second)})
	}
}
