package guard

import (
	_ "embed"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/text/language"
)

//go:embed data/texts.tsv
var textSource string

// texts are the guard's few sentences, by language and key.
type texts struct {
	matcher language.Matcher
	langs   []string
	by      map[string]map[string]string
}

// readTexts reads data/texts.tsv: the languages in the first line, the first of
// them for readers of any other; then a key and its text in each.
func readTexts() (texts, error) {
	t := texts{by: map[string]map[string]string{}}
	var tags []language.Tag
	for n, line := range strings.Split(strings.TrimSpace(textSource), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if t.langs == nil {
			t.langs = fields[1:]
			for _, l := range t.langs {
				tags = append(tags, language.Make(l))
				t.by[l] = map[string]string{}
			}
			continue
		}
		if len(fields) != len(t.langs)+1 {
			return texts{}, fmt.Errorf("web/guard/data/texts.tsv:%d: %d columns, want %d", n+1, len(fields), len(t.langs)+1)
		}
		for i, l := range t.langs {
			t.by[l][fields[0]] = fields[i+1]
		}
	}
	t.matcher = language.NewMatcher(tags)
	return t, nil
}

// language returns the language of the answer: the query's lang, else that of
// the cookie that remembers it, else the best of Accept-Language.
func (t *texts) language(r *http.Request) string {
	if l := r.URL.Query().Get("lang"); t.by[l] != nil {
		return l
	}
	if c, err := r.Cookie("lang"); err == nil && t.by[c.Value] != nil {
		return c.Value
	}
	_, i := language.MatchStrings(t.matcher, r.Header.Get("Accept-Language"))
	return t.langs[i]
}

func (t *texts) get(lang, key string) string { return t.by[lang][key] }
