package page

import (
	"encoding/json"
	"strings"

	"depesche/source/prose"
)

// article is what the JSON-LD of a page (schema.org) says of its article.
type article struct {
	title, outlet, lang, url, body string
	published                      string // of an article
	pagePublished                  string // of the page it stands on
}

// thing is one object of JSON-LD. Its fields come in several shapes and are
// read when they are wanted.
type thing struct {
	Type          json.RawMessage `json:"@type"`
	Graph         json.RawMessage `json:"@graph"`
	Entity        json.RawMessage `json:"mainEntity"`
	ID            json.RawMessage `json:"@id"`
	URL           json.RawMessage `json:"url"`
	Name          json.RawMessage `json:"name"`
	Headline      json.RawMessage `json:"headline"`
	DatePublished json.RawMessage `json:"datePublished"`
	InLanguage    json.RawMessage `json:"inLanguage"`
	ArticleBody   json.RawMessage `json:"articleBody"`
	Publisher     json.RawMessage `json:"publisher"`
}

// maxNesting is how deep articles may stand in graphs and lists.
const maxNesting = 6

// merge reads one script of JSON-LD; what an earlier one said stays. What is
// no JSON is passed over: it is meant for search engines, not for us.
func (a *article) merge(script string) { a.value(json.RawMessage(strings.TrimSpace(script)), 0) }

func (a *article) value(raw json.RawMessage, depth int) {
	if len(raw) == 0 || depth > maxNesting {
		return
	}
	switch raw[0] {
	case '[':
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) == nil {
			for _, r := range list {
				a.value(r, depth+1)
			}
		}
	case '{':
		var t thing
		if json.Unmarshal(raw, &t) == nil {
			a.thing(&t)
			a.value(t.Graph, depth+1)
			a.value(t.Entity, depth+1)
		}
	}
}

func (a *article) thing(t *thing) {
	kinds := strings.Join(texts(t.Type), " ")
	switch {
	case strings.Contains(kinds, "Article") || strings.Contains(kinds, "Posting") || kinds == "Report":
		fill(&a.title, t.Headline)
		fill(&a.published, t.DatePublished)
		fill(&a.lang, t.InLanguage)
		fill(&a.url, t.URL)
		var publisher thing
		if json.Unmarshal(t.Publisher, &publisher) == nil {
			fill(&a.outlet, publisher.Name)
		}
		if body := text(t.ArticleBody); a.body == "" && body != "" {
			if b, err := prose.Fragment(body); err == nil {
				a.body = b
			}
		}
	case strings.Contains(kinds, "WebPage"):
		fill(&a.pagePublished, t.DatePublished)
	}
}

func fill(to *string, raw json.RawMessage) {
	if *to == "" {
		*to = strings.TrimSpace(text(raw))
	}
}

// text is the first text of a value that may be a text or a list of them.
func text(raw json.RawMessage) string {
	if t := texts(raw); len(t) > 0 {
		return t[0]
	}
	return ""
}

func texts(raw json.RawMessage) []string {
	var s string
	if len(raw) > 0 && raw[0] == '"' && json.Unmarshal(raw, &s) == nil {
		return []string{s}
	}
	var list []string
	if len(raw) > 0 && raw[0] == '[' && json.Unmarshal(raw, &list) == nil {
		return list
	}
	return nil
}
