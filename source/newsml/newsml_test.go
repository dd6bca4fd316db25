package newsml

import (
	"fmt"
	"strings"
	"testing"

	"depesche/report"
	"depesche/source"
)

const nitfBody = `<body><body.head><hedline><hl1>Berg in  Reykjavík</hl1><hl2>Fischerei</hl2></hedline><distributor>nda</distributor><dateline><location>Oslo</location></dateline></body.head>
<body.content><p>Oslo (nda) - Der Minister <em>reist</em> ab.</p><media media-type="image"><media-caption>Foto: nda</media-caption></media><p>Er kommt im Mai&nbsp;wieder.</p></body.content><body.end><tagline>nda ab cd</tagline></body.end></body>`

const nitfDoc = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>T</title><docdata><doc-id id-string="nda-1"/><urgency ed-urg="4"/><date.issue norm="20230301T233000Z"/><du-key key="berg-besuch"/></docdata><pubdata name="Nordblatt" date.publication="20230302"/></head>` + nitfBody + `</nitf>`

func newsItem2(guid, class, meta, set string) string {
	return fmt.Sprintf(`<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="2" standard="NewsML-G2" xml:lang="de"><itemMeta><itemClass qcode="ninat:%s"/><provider qcode="nprov:NDA"><name>Nordische Depeschen-Agentur</name></provider><versionCreated>2023-03-01T10:00:00+01:00</versionCreated>%s</itemMeta><contentMeta><urgency>3</urgency><headline>Berg in Reykjavík</headline><slugline>berg/besuch</slugline><language tag="de"/><located type="cptype:city"><name>Oslo</name></located></contentMeta><contentSet>%s</contentSet></newsItem>`, guid, class, meta, set)
}

func message(items ...string) string {
	return `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>` + strings.Join(items, "") + `</itemSet></newsMessage>`
}

const xhtml = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>weg</title></head><body><h1>Berg in Reykjavík</h1><section><p>Oslo (nda) - Eins.</p><p>Zwei.<br/>Drei.</p></section></body></html></inlineXML>`

func read(body string) (reports []*report.Report, errs []string) {
	for r, err := range Reports("n.xml", []byte(body), source.Options{}) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		reports = append(reports, r)
	}
	return reports, errs
}

func TestItems(t *testing.T) {
	g2 := func(id, text string) string {
		return id + ":2|Berg in Reykjavík|2023-03-01|Nordische Depeschen-Agentur|de|berg/besuch|3|Oslo|" + text
	}
	for name, c := range map[string]struct {
		body string
		want []string // id|title|date|outlet|lang|slug|urgency|place|text
		errs []string
	}{
		"nitf":            {nitfDoc, []string{"nda-1|Berg in Reykjavík|2023-03-01|Nordblatt||berg-besuch|4|Oslo|Oslo (nda) - Der Minister reist ab.\n\nEr kommt im Mai wieder."}, nil},
		"one item, xhtml": {newsItem2("urn:a", "text", "", xhtml), []string{g2("urn:a", "Oslo (nda) - Eins.\n\nZwei.\nDrei.")}, nil},
		"message": {message(newsItem2("urn:a", "text", "", xhtml), newsItem2("urn:p", "picture", "", ""), newsItem2("urn:b", "text", "", `<inlineXML><nitf>`+nitfBody+`</nitf></inlineXML>`),
			newsItem2("urn:c", "text", "", `<inlineData contenttype="text/plain">Oslo (nda) - Kurz &amp; gut.</inlineData>`), newsItem2("urn:d", "text", `<pubStatus qcode="stat:canceled"/>`, xhtml), newsItem2("urn:e", "text", "", `<remoteContent href="http://x.example/"/>`)),
			[]string{g2("urn:a", "Oslo (nda) - Eins.\n\nZwei.\nDrei."), g2("urn:b", "Oslo (nda) - Der Minister reist ab.\n\nEr kommt im Mai wieder."), g2("urn:c", "Oslo (nda) - Kurz & gut.")},
			[]string{"n.xml:4: no report: its provider has canceled it", "n.xml:5: no report: the item has no text"}},
		"cut off":        {message(newsItem2("urn:a", "text", "", xhtml), newsItem2("urn:b", "text", "", xhtml))[:1400], []string{g2("urn:a", "Oslo (nda) - Eins.\n\nZwei.\nDrei.")}, []string{"n.xml: malformed XML: in <newsItem>: "}},
		"newsml 1":       {`<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>` + nitfDoc[strings.Index(nitfDoc, "<nitf>"):] + `</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`, []string{"nda-1|Berg in Reykjavík|2023-03-01|Nordblatt||berg-besuch|4|Oslo|Oslo (nda) - Der Minister reist ab.\n\nEr kommt im Mai wieder."}, nil},
		"picture":        {newsItem2("urn:p", "picture", "", ""), nil, []string{"n.xml: no report: no news item with a text"}},
		"empty":          {"", nil, []string{"n.xml: no report"}},
		"entities":       {`<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body><body.content>&a;</body.content></body></nitf>`, nil, []string{"n.xml: over a limit: it declares XML entities"}},
		"unknown entity": {`<nitf><body><body.content>&a;</body.content></body></nitf>`, nil, []string{"n.xml: malformed XML"}},
		"deep":           {"<nitf>" + strings.Repeat("<p>", 1_000_000), nil, []string{"n.xml: over a limit: XML elements nested"}},
		"wide":           {"<nitf>" + strings.Repeat("<p/>", 1_000_000), nil, []string{"n.xml: malformed XML: an item of more than"}},
		"latin-1":        {strings.Replace(`<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><body.content><p>GrXYe aus Oslo.</p></body.content></body></nitf>`, "XY", "\xfc\xdf", 1), []string{"n||||||0||Grüße aus Oslo."}, nil},
	} {
		reports, errs := read(c.body)
		for i, r := range reports {
			got := strings.Join([]string{r.ID, r.Title, r.Date.EDTF(), r.Outlet, r.Lang, r.Slug, fmt.Sprint(r.Urgency), r.Place, r.Text}, "|")
			if i >= len(c.want) || got != c.want[i] {
				t.Errorf("%s: item %d\n%q, want\n%q", name, i, got, c.want)
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

func FuzzNewsML(f *testing.F) {
	f.Add([]byte(nitfDoc))
	f.Add([]byte(message(newsItem2("urn:a", "text", "", xhtml))))
	f.Fuzz(func(_ *testing.T, b []byte) {
		for range Reports("f.xml", b, source.Options{}) {
		}
	})
}

func BenchmarkNewsML(b *testing.B) {
	body := []byte(message(newsItem2("urn:a", "text", "", xhtml), newsItem2("urn:b", "text", "", `<inlineXML><nitf>`+nitfBody+`</nitf></inlineXML>`)))
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		for range Reports("f.xml", body, source.Options{}) {
		}
	}
}
