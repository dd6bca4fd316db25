package page

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"depesche/record"
	"depesche/source"
)

var paragraphs = []string{
	"Der norwegische Außenminister Lars Berg hat am Mittwoch in Reykjavík seine isländische Kollegin Jóna Helgadóttir getroffen. Beide Seiten sprachen über die Fischerei im Nordmeer und über ein Abkommen zur Seenotrettung.",
	"»Wir wollen bis zum Herbst unterschreiben«, sagte Berg nach dem Treffen. Island hatte im vergangenen Jahr verlangt, dass Norwegen seine Fangmengen um zehn Prozent senkt.",
	"Der Handel zwischen beiden Ländern stieg nach isländischen Angaben auf 900 Millionen Euro. Im Mai soll eine Delegation des Parlaments nach Oslo reisen, um über die Häfen zu beraten.",
	"Die Opposition in Reykjavík warf der Regierung vor, zu viel zuzugestehen, und kündigte einen Antrag im Parlament an, über den im Juni abgestimmt werden dürfte.",
}

// site is a page as news sites build them: head, navigation, article with a
// captioned picture, teasers, footer.
func site(head, lede string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=\"de-DE\"><head><meta charset=\"utf-8\"><title>Berg besucht Island | Nordblatt</title>" + head + "</head><body>")
	b.WriteString(`<header><nav><ul>`)
	for i := range 20 {
		fmt.Fprintf(&b, `<li><a href="/ressort/%d">Ressort %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav></header><main><article><h1>Berg besucht Island</h1>` + lede)
	for i, p := range paragraphs {
		b.WriteString("<p>" + p + "</p>\n")
		if i == 0 {
			b.WriteString(`<figure><img src="/bild.jpg" alt="Hafen"><figcaption>Der Hafen von Reykjavík. Foto: Nordblatt</figcaption></figure><script>werbung()</script>`)
		}
	}
	b.WriteString(`</article></main><aside class="related"><h2>Mehr zum Thema</h2>`)
	for i := range 30 {
		fmt.Fprintf(&b, `<div class="teaser"><a href="/artikel/%d">Was sonst noch geschah, Folge %d</a></div>`, i, i)
	}
	b.WriteString(`</aside><footer><p>Impressum · Datenschutz · Alle Rechte vorbehalten</p></footer></body></html>`)
	return b.String()
}

func TestMainText(t *testing.T) {
	r, err := Page{Input: "berg.html", Body: []byte(site("", ""))}.Read(source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(paragraphs, "\n\n"); r.Text != want {
		t.Errorf("text\n%s\nwant\n%s", r.Text, want)
	}
	if r.ID != "berg" || r.Title != "Berg besucht Island" || r.Lang != "de-DE" || r.Date.Known() || r.Outlet != "" {
		t.Errorf("%+v", r)
	}
}

func TestDates(t *testing.T) {
	// What must come out: the day as the page gives it, nothing finer.
	for _, c := range []struct{ head, lede, url, want string }{
		{`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2023-03-01T23:30:00+01:00","dateModified":"2023-03-05"}</script>`, "", "", "2023-03-01"},
		{`<script type="application/ld+json">[{"@graph":[{"@type":"WebPage","datePublished":"2022-01-01"},{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2023-03"}]}]</script>`, "", "", "2023-03"},
		{`<script type="application/ld+json">{"@type":"WebPage","datePublished":"2022-01-01"}</script>`, "", "", "2022-01-01"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>`, "", "", ""},
		{`<meta property="article:published_time" content="2023-03-01T08:00:00Z"><meta property="article:modified_time" content="2023-04-01">`, "", "", "2023-03-01"},
		{`<meta property="article:modified_time" content="2023-04-01">`, "", "", ""},
		{`<meta name="date" content="Mi, 01 Mrz 2023 08:00:00 +0100">`, "", "", "2023-03-01"},
		{`<meta name="DC.date.issued" content="2023-03-01">`, "", "https://nordblatt.example/2020/01/02/berg", "2023-03-01"},
		{`<meta name="date" content="1970-01-01">`, "", "", ""},
		{"", `<p><time datetime="2023-03-01T10:00">1. März</time></p>`, "", "2023-03-01"},
		{"", `<p><time>1. März 2023, 10:00 Uhr</time></p>`, "", "2023-03-01"},
		{"", `<span itemprop="datePublished" content="2023-03-02"></span>`, "", "2023-03-02"},
		{"", "", "https://nordblatt.example/welt/2023/03/01/berg.html", "2023-03-01"},
		{"", "", "https://nordblatt.example/2023/03/berg.html", "2023-03"},
		{"", "", "https://nordblatt.example/welt/berg_20230301.html", "2023-03-01"},
		{"", "", "https://nordblatt.example/plan-2023-10-punkte", ""},
		{"", "", "https://nordblatt.example/2023/13/41/", ""},
		{"", "", "https://nordblatt.example/artikel/20231234567/", ""},
	} {
		r, err := Page{Input: "x.html", URL: c.url, Body: []byte(site(c.head, c.lede))}.Read(source.Options{})
		if err != nil {
			t.Errorf("%s%s: %v", c.head, c.lede, err)
			continue
		}
		if got := r.Date.EDTF(); got != c.want {
			t.Errorf("%s%s%s: date %q, want %q", c.head, c.lede, c.url, got, c.want)
		}
	}
}

func TestDateOptionWinsAndHintDoesNot(t *testing.T) {
	head := `<meta name="date" content="2023-03-01">`
	r, err := Page{Input: "x", Body: []byte(site(head, "")), Date: record.Year(2001)}.Read(source.Options{Date: record.Year(2020)})
	if err != nil || r.Date.EDTF() != "2020" {
		t.Errorf("%v, %v", r, err)
	}
	r, err = Page{Input: "x", Body: []byte(site(head, "")), Date: record.Year(2001)}.Read(source.Options{})
	if err != nil || r.Date.EDTF() != "2023-03-01" {
		t.Errorf("%v, %v", r, err)
	}
}

func TestMeta(t *testing.T) {
	for _, c := range []struct{ head, url, title, outlet, address string }{
		{`<meta property="og:title" content="Berg besucht Island – Nordblatt"><meta property="og:site_name" content="Nordblatt"><link rel="canonical" href="https://nordblatt.example/berg">`, "", "Berg besucht Island", "Nordblatt", "https://nordblatt.example/berg"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Berg in Island","publisher":{"@type":"Organization","name":"Das Nordblatt"}}</script>`, "https://www.nordblatt.example/b#x", "Berg in Island", "Das Nordblatt", "https://www.nordblatt.example/b"},
		{"", "https://www.nordblatt.example/b", "Berg besucht Island", "nordblatt.example", "https://www.nordblatt.example/b"},
		{`<link rel="canonical" href="javascript:alert(1)">`, "", "Berg besucht Island", "", ""},
	} {
		r, err := Page{Input: "x.html", URL: c.url, Body: []byte(site(c.head, ""))}.Read(source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if c.title != r.Title || r.Outlet != c.outlet || r.URL != c.address {
			t.Errorf("%s: title %q outlet %q url %q", c.head, r.Title, r.Outlet, r.URL)
		}
	}
}

func TestCharset(t *testing.T) {
	latin := func(s string) string {
		var b []byte
		for _, r := range s {
			if r == '»' || r == '«' || r < 256 {
				b = append(b, byte(r))
			}
		}
		return string(b)
	}
	utf := site("", "")
	for name, c := range map[string]struct{ body, contentType string }{
		"utf-8, mislabelled":            {utf, "text/html; charset=iso-8859-1"},
		"latin-1 by header":             {latin(strings.Replace(utf, "utf-8", "", 1)), "text/html; charset=iso-8859-1"},
		"latin-1 by meta":               {latin(strings.Replace(utf, "utf-8", "iso-8859-15", 1)), ""},
		"latin-1 that calls itself utf": {latin(utf), "text/html; charset=utf-8"},
		"latin-1 that says nothing":     {latin(strings.Replace(utf, `<meta charset="utf-8">`, "", 1)), ""},
	} {
		r, err := Page{Input: "x.html", ContentType: c.contentType, Body: []byte(c.body)}.Read(source.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !strings.Contains(r.Text, "Außenminister") || !strings.Contains(r.Text, "»Wir wollen") {
			t.Errorf("%s: %.100q", name, r.Text)
		}
	}
}

func TestPaywall(t *testing.T) {
	page := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + paragraphs[0] + `\n\n` + paragraphs[1] + `"}</script></head><body><p>Jetzt anmelden.</p></body></html>`
	r, err := Page{Input: "x", Body: []byte(page)}.Read(source.Options{})
	if err != nil || r.Text != paragraphs[0]+"\n\n"+paragraphs[1] {
		t.Errorf("%v, %v", r, err)
	}
}

func TestHostile(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want error
	}{
		"deep":               {strings.Repeat("<div>", 100_000) + "x", source.ErrFormat},
		"deep tables":        {strings.Repeat("<table><tr><td>", 50_000) + "x", source.ErrFormat},
		"empty":              {"<html></html>", source.ErrNoReport},
		"ten thousand links": {"<html><body>" + strings.Repeat(`<a href="http://x.example/">x</a> `, 10_000), nil},
		"too many":           {"<html><body>" + strings.Repeat("<p>x</p>", MaxElements+1), source.ErrTooLarge},
		"many at limit":      {"<html><body>" + strings.Repeat("<p>x, y</p><br>", MaxElements/2-10), nil},
		"nested spans":       {"<html><body>" + strings.Repeat("<div><span><a href=#>a</a>, b</span>", 150) + strings.Repeat("<p>c, d</p>", 10_000), nil},
		"huge":               {"<html>" + strings.Repeat("<!-- -->", MaxBytes/8), source.ErrTooLarge},
		"attributes":         {"<html><body><p " + strings.Repeat("a=b ", 200_000) + ">x", nil},
		"formatting":         {"<html><body>" + strings.Repeat("<b><i><a>", 20_000), source.ErrFormat},
		"json":               {`<script type="application/ld+json">` + strings.Repeat(`[`, 500_000) + "</script>", source.ErrNoReport},
		"binary":             {"<html>\x00\x00", nil},
	} {
		start := time.Now()
		_, err := Page{Input: "x.html", Body: []byte(c.body)}.Read(source.Options{})
		var e *source.Error
		if c.want != nil && (!errors.Is(err, c.want) || !errors.As(err, &e) || e.Hint == "" || e.Input != "x.html") {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Logf("%s: %v, %v", name, d.Round(time.Millisecond), err)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(site(`<meta name="date" content="2023-03-01">`, "")), "text/html; charset=utf-8", "https://x.example/2023/03/01")
	f.Add([]byte(`<script type="application/ld+json">[{"@type":["Article"],"@graph":[{}],"articleBody":["a"]}]</script><p>x`), "text/html;charset=gbk", "")
	f.Fuzz(func(t *testing.T, b []byte, contentType, url string) {
		r, err := Page{Input: "f.html", Body: b, ContentType: contentType, URL: url}.Read(source.Options{})
		if err == nil && (strings.TrimSpace(r.Text) == "" || r.Body > len(r.Text)) {
			t.Fatalf("%+v", r)
		}
		if err != nil && strings.Contains(err.Error(), "internal error") {
			t.Skip(err)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	page := []byte(site(`<meta name="date" content="2023-03-01">`, "") + strings.Repeat("<script>var x = 1; // "+strings.Repeat("y", 1000)+"</script>", 50))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Page{Input: "x.html", Body: page}).Read(source.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
