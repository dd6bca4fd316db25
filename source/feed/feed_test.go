package feed

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"depesche/report"
	"depesche/source"
)

func read(f Feed, o source.Options) (reports []*report.Report, errs []string) {
	for r, err := range f.Reports(o) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		reports = append(reports, r)
	}
	return reports, errs
}

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Nordblatt</title><link>https://nordblatt.example/</link><language>de</language>
<item><title>Berg &amp;amp; Helgadóttir treffen sich</title><link>/welt/berg</link><guid isPermaLink="false">4711</guid><pubDate>Mi, 01 Mrz 2023 12:00:00 +0100</pubDate>
<description>Kurz.</description><content:encoded><![CDATA[<p>Oslo (dpa) - Der Außenminister reist nach Island.</p><p>Er trifft dort seine Kollegin.</p>]]></content:encoded></item>
<item><title>Zweitens</title><link>https://nordblatt.example/2</link><guid>https://nordblatt.example/?p=2</guid><pubDate>Thu, 02 Mar 2023 00:30:00 +0100</pubDate><description>&lt;b&gt;Nur&lt;/b&gt; ein Satz.</description></item>
<item><title>Ohne Text</title><link>https://nordblatt.example/3</link></item>
<item><title>Ohne Tag</title><description>Nichts weiter.</description></item>
<item><title>Dublin Core</title><dc:date>2023-03-04T10:00:00Z</dc:date><description>Noch etwas.</description></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>North Paper</title><link href="https://north.example/"/>
<entry><id>tag:north.example,2023:1</id><title type="html">One</title><link href="one.html"/><published>2023-03-01T23:59:00-05:00</published><updated>2023-04-01T00:00:00Z</updated><summary>Short.</summary><content type="html">&lt;p&gt;Norway and Iceland signed.&lt;/p&gt;</content></entry>
<entry><id>tag:north.example,2023:2</id><title>Two</title><updated>2023-04-02T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They <b>met</b>.</p><p>Again.</p></div></content></entry>
</feed>`

const rdf = `<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Alt</title><link>http://alt.example/</link></channel>
<item rdf:about="x1"><title>Eins</title><link>http://alt.example/1</link><dc:date>2003-05-06</dc:date><description>` + "Gr\xfc\xdfe" + ` aus Wien.</description></item></rdf:RDF>`

func TestItems(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want []string // id | title | date | url | outlet | text
		errs []string
	}{
		"rss": {rss, []string{
			"https://nordblatt.example/welt/berg|Berg & Helgadóttir treffen sich|2023-03-01|https://nordblatt.example/welt/berg|Nordblatt|Oslo (dpa) - Der Außenminister reist nach Island.\n\nEr trifft dort seine Kollegin.",
			"https://nordblatt.example/?p=2|Zweitens|2023-03-02|https://nordblatt.example/2|Nordblatt|Nur ein Satz.",
			"f:4|Ohne Tag|||Nordblatt|Nichts weiter.",
			"f:5|Dublin Core|2023-03-04||Nordblatt|Noch etwas.",
		}, []string{`f.xml:3: no report: item "Ohne Text" has no text`}},
		"atom": {atom, []string{
			"tag:north.example,2023:1|One|2023-03-01|https://north.example/one.html|North Paper|Norway and Iceland signed.",
			"tag:north.example,2023:2|Two|2023-04-02||North Paper|They met.\n\nAgain.",
		}, nil},
		"rdf": {rdf, []string{"http://alt.example/1|Eins|2003-05-06|http://alt.example/1|Alt|Grüße aus Wien."}, nil},
		"truncated": {rss[:strings.Index(rss, "<item><title>Ohne Tag")+30], []string{"https://nordblatt.example/welt/berg|Berg & Helgadóttir treffen sich|2023-03-01|https://nordblatt.example/welt/berg|Nordblatt|Oslo (dpa) - Der Außenminister reist nach Island.\n\nEr trifft dort seine Kollegin.", "https://nordblatt.example/?p=2|Zweitens|2023-03-02|https://nordblatt.example/2|Nordblatt|Nur ein Satz."},
			[]string{"f.xml:3: no report", "f.xml: malformed feed"}},
		"atom, truncated": {atom[:len(atom)-40], []string{"tag:north.example,2023:1|One|2023-03-01|https://north.example/one.html|North Paper|Norway and Iceland signed."}, []string{"f.xml: malformed feed"}},
		"no items":        {`<rss><channel><title>x</title></channel></rss>`, nil, []string{"f.xml: no report: the feed has no items"}},
		"entities":        {`<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>`, nil, []string{"f.xml: over a limit: it declares XML entities"}},
		"deep":            {`<rss><channel><item>` + strings.Repeat("<x:a>", 1_000_000), nil, []string{"f.xml: over a limit: XML elements nested"}},
		"nonsense":        {`<rss>&&&&<item>`, nil, []string{"f.xml: malformed feed"}},
	} {
		reports, errs := read(Feed{Input: "f.xml", Body: []byte(c.body)}, source.Options{})
		for i, r := range reports {
			got := strings.Join([]string{r.ID, r.Title, r.Date.EDTF(), r.URL, r.Outlet, r.Text}, "|")
			if i >= len(c.want) || got != c.want[i] {
				t.Errorf("%s: item %d %q", name, i, got)
			}
		}
		if len(reports) != len(c.want) || len(errs) != len(c.errs) {
			t.Errorf("%s: %d reports, want %d, errors %q", name, len(reports), len(c.want), errs)
			continue
		}
		for i, e := range c.errs {
			if !strings.HasPrefix(errs[i], e) {
				t.Errorf("%s: error %q, want %q", name, errs[i], e)
			}
		}
	}
}

func TestManyItems(t *testing.T) {
	var b strings.Builder
	b.WriteString("<rss><channel><title>x</title>")
	for i := range MaxItems + 10 {
		fmt.Fprintf(&b, "<item><link>https://x.example/%d</link><description>Text %d</description></item>", i, i)
	}
	for name, body := range map[string]string{"whole": b.String() + "</channel></rss>", "cut off": b.String()} {
		start := time.Now()
		reports, errs := read(Feed{Input: "f.xml", Body: []byte(body)}, source.Options{})
		if len(reports) != MaxItems || len(errs) != 1 {
			t.Errorf("%s: %d reports, errors %q", name, len(reports), errs)
		}
		t.Log(name, time.Since(start))
	}
}

func TestOPML(t *testing.T) {
	subs, err := OPML("f.opml", []byte(`<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body><outline text="Ordner"><outline text="A &auml;" type="rss" xmlUrl="https://a.example/rss"/><outline title="B" text="b" xmlURL="http://b.example/"/></outline><outline text="A" xmlUrl="https://a.example/rss"/><outline text="böse" xmlUrl="file:///etc/passwd"/></body></opml>`))
	if len(subs) != 2 || subs[0] != (Subscription{"A ä", "https://a.example/rss"}) || subs[1] != (Subscription{"B", "http://b.example/"}) {
		t.Errorf("%+v", subs)
	}
	if err == nil || !strings.Contains(err.Error(), "file:///etc/passwd") {
		t.Error(err)
	}
	for _, bad := range []string{"", "<opml/>", "<opml><body><outline", strings.Repeat("<outline>", 1000)} {
		if subs, err := OPML("f.opml", []byte(bad)); err == nil || len(subs) > 0 || !strings.HasPrefix(err.Error(), "f.opml: ") {
			t.Errorf("%.20q: %v, %v", bad, subs, err)
		}
	}
}

func FuzzFeed(f *testing.F) {
	for _, s := range []string{rss, atom, rdf} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(_ *testing.T, b []byte) {
		read(Feed{Input: "f.xml", Body: b}, source.Options{})
		_, _ = OPML("f.opml", b)
	})
}

func BenchmarkFeed(b *testing.B) {
	body := []byte(rss)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		read(Feed{Input: "f.xml", Body: body}, source.Options{})
	}
}
