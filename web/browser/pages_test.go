package browser

import (
	"testing"

	"github.com/chromedp/cdproto/network"

	"depesche/record"
	"depesche/register"
)

// page is one page of the desk, by the name of its pictures.
type page struct{ name, path string }

// site is every page of the desk.
func site(t *testing.T, d *desk) []page {
	figure := d.entry(t, register.Filter{Kind: []record.Kind{record.KindFigure}})
	event := d.entry(t, register.Filter{Kind: []record.Kind{record.KindEvent}})
	document := d.report(t, "gipfel-bratislava")
	members, err := d.reg.Members(t.Context(), d.entry(t, register.Filter{Outlet: []string{"APA"}}).ID)
	if err != nil || len(members) == 0 {
		t.Fatal(err)
	}
	return []page{
		{"today", "/"},
		{"search", "/search?q=kind:event"},
		{"search-none", "/search?q=nothingofthekind"},
		{"search-wrong", "/search?q=kind:nonsense"},
		{"as-of", "/?as-of=2022-12-31"},
		{"help", "/help"},
		{"plans", "/plans"},
		{"entry-event", "/entry/" + event.ID.String()},
		{"entry-figure", "/entry/" + figure.ID.String()},
		{"report", document},
		{"report-party", document + "?correct=" + members[0].ID.String() + "&do=party"},
		{"report-type", document + "?correct=" + members[0].ID.String() + "&do=type"},
		{"report-merge", document + "?correct=" + members[0].ID.String() + "&do=merge"},
		{"corrections", "/corrections"},
		{"dyad", "/dyad/BLR/CHN"},
		{"dyad-undated", "/dyad/RUS/EST"},
		{"dyads", "/dyad"},
		{"entities", "/entities?name=China"},
		{"entity-state", "/entity/CHN"},
		{"entity-person", "/entity/Q57643"},
		{"entity-organisation", "/entity/Q485207"},
		{"map", "/map"},
		{"map-period", "/map?since=2023&until=2024-06&q=kind:event"},
		{"network", "/network"},
		{"network-large", "/network?most=200"},
		{"plans-filtered", "/plans?status=overdue&party=BLR"},
		{"missing", "/nothing"},
		{"login", "/login"},
	}
}

// TestPages: every page, at both widths, in light and dark, in both languages.
func TestPages(t *testing.T) {
	browser(t)
	d := serve(t)
	for _, p := range site(t, d) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, d, look{})
			b.expect("status of 400")
			b.expect("status of 404")
			call(b, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
			b.visit(p.path)
			if n := b.code(); n == 0 || n > mostBytes {
				t.Errorf("scripts and styles weigh %.0f bytes", n)
			}
			b.tidy()
			b.shoot(p.name + "-1280")
			b.accessible(everything)
			if h := b.count("h1"); h != 1 {
				t.Errorf("%d headings of the first order", h)
			}
			b.look(look{dark: true})
			b.shoot(p.name + "-1280-dark")
			b.accessible(contrast)

			b.look(look{width: narrow, dark: true, lang: "de"})
			b.visit(p.path)
			b.tidy()
			b.shoot(p.name + "-390-dark")
			b.accessible(narrowness)
			if lang := js[string](b, "document.documentElement.lang"); lang != "de" {
				t.Errorf("the page is in %q", lang)
			}
			b.look(look{width: narrow, lang: "de"})
			b.shoot(p.name + "-390")
		})
	}
}
