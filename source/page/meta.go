package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"depesche/record"
	"depesche/source"
	"depesche/source/prose"
)

// meta is what a page says of itself.
type meta struct {
	title, heading, outlet, lang, url, body string
	date                                    record.Interval
}

// metaDates are the names of meta elements that give the day of publication,
// the surest first. Those of a change ("article:modified_time") are not here:
// a day of change is no day of publication.
var metaDates = []string{
	"article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date.created",
	"dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date",
	"pubdate", "publication_date", "article.published", "cxenseparse:recs:publishtime", "originalpublicationdate", "last-published", "rnews:datepublished",
}

// readMeta reads the head of the page and the time elements of its body.
func readMeta(doc *html.Node) meta {
	s := scraper{names: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			s.element(n)
		}
	}
	m := meta{lang: s.lang, body: s.ld.body, heading: s.heading}
	m.title = first(s.ld.title, s.names["og:title"], s.names["twitter:title"], s.names["dc.title"])
	m.outlet = first(s.ld.outlet, s.names["og:site_name"], s.names["application-name"], s.names["dc.publisher"])
	m.lang = first(s.ld.lang, m.lang, s.names["og:locale"], s.names["content-language"])
	m.url = first(s.canonical, s.names["og:url"], s.ld.url)
	m.date = s.date()
	return m
}

// scraper collects what elements say.
type scraper struct {
	names           map[string]string // of meta elements, in lower case
	ld              article
	lang, canonical string
	heading         string // the only h1
	headings        int
	itemprop        string
	article, other  days // of time elements inside and outside of an article
}

// days are the days that time elements give, one kept, with the number of
// different ones.
type days struct {
	first   record.Interval
	several bool
}

func (d *days) add(value string) {
	day, err := source.ParseDate(value)
	switch {
	case err != nil || !plausible(day):
	case !d.first.Known():
		d.first = day
	case d.first != day:
		d.several = true
	}
}

func (s *scraper) element(n *html.Node) {
	if attr(n, "itemprop") == "datePublished" && s.itemprop == "" {
		s.itemprop = first(attr(n, "content"), attr(n, "datetime"))
	}
	switch n.Data {
	case "html":
		s.lang = first(attr(n, "lang"), attr(n, "xml:lang"))
	case "link":
		if s.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			s.canonical = attr(n, "href")
		}
	case "meta":
		name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "http-equiv")))
		if name != "" && s.names[name] == "" {
			s.names[name] = strings.TrimSpace(attr(n, "content"))
		}
	case "script":
		if n.FirstChild != nil && strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") {
			s.ld.merge(n.FirstChild.Data)
		}
	case "time":
		s.time(n)
	case "h1":
		var b prose.Builder
		b.HTML(n)
		if s.headings++; s.headings == 1 {
			s.heading = b.String()
		} else {
			s.heading = ""
		}
	}
}

// time notes a time element: by its datetime, else by its words.
func (s *scraper) time(n *html.Node) {
	value := attr(n, "datetime")
	if value == "" && n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
		value = strings.TrimSpace(n.FirstChild.Data)
	}
	if _, ok := lookup(n, "pubdate"); ok && s.itemprop == "" {
		s.itemprop = value
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Data == "article" || up.Data == "main" {
			s.article.add(value)
			return
		}
	}
	s.other.add(value)
}

// date is the day of publication: that of the article's JSON-LD, of the meta
// elements, of an itemprop, of the first time element of the article, or of
// the time elements outside if they agree.
func (s *scraper) date() record.Interval {
	values := []string{s.ld.published}
	for _, name := range metaDates {
		values = append(values, s.names[name])
	}
	for _, v := range append(values, s.itemprop, s.ld.pagePublished) {
		if day, err := source.ParseDate(v); err == nil && plausible(day) {
			return day
		}
	}
	if s.article.first.Known() {
		return s.article.first
	}
	if !s.other.several {
		return s.other.first
	}
	return record.Interval{}
}

// plausible says whether a report can have been on the web on the day. There is
// no clock here, so that a day to come is not seen.
func plausible(i record.Interval) bool {
	if i.From == 0 || i.To == 0 {
		return false
	}
	y, _, _ := i.From.Date()
	return y >= 1990 && y < 2100
}

// urlPattern is a day or month in the path of an address: /2023/03/01/,
// /2023-03-01-, /20230301/, /2023/03/.
var urlPattern = regexp.MustCompile(`(?:^|[/_])((?:19[9]|20[0-9])[0-9])(?:[/-]([0-9]{2})(?:[/-]([0-9]{2}))?|([0-9]{2})([0-9]{2}))(?:$|[/_.-])`)

// urlDate is the day, or the month, that the path of an address holds.
func urlDate(path string) record.Interval {
	if len(path) > 500 {
		return record.Interval{}
	}
	m := urlPattern.FindStringSubmatch(path)
	if m == nil {
		return record.Interval{}
	}
	s := m[1] + "-" + first(m[2], m[4])
	if day := first(m[3], m[5]); day != "" {
		s += "-" + day
	}
	i, err := record.ParseEDTF(s)
	if err != nil {
		return record.Interval{}
	}
	return i
}

func attr(n *html.Node, key string) string {
	v, _ := lookup(n, key)
	return v
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
