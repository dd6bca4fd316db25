package browser

import "testing"

// site is every page of the desk, by the name of its pictures.
var site = []struct{ name, path string }{
	{"today", "/"},
	{"search", "/search?q=kind:event"},
	{"search-none", "/search?q=text:nothingofthekind"},
	{"help", "/help"},
	{"plans", "/plans"},
	{"dyad", "/dyad/RUS/EST"},
	{"login", "/login"},
}

// TestPages: every page, at both widths, in light and dark, in both languages.
func TestPages(t *testing.T) {
	d := serve(t)
	for _, p := range site {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, d, look{})
			b.visit(p.path)
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
			b.accessible(allButContrast)
			if lang := js[string](b, "document.documentElement.lang"); lang != "de" {
				t.Errorf("the page is in %q", lang)
			}
			b.look(look{width: narrow, lang: "de"})
			b.shoot(p.name + "-390")
		})
	}
}
