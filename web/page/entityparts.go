package page

import (
	"fmt"
	"html/template"
	"strings"

	"depesche/record"
	"depesche/web/view"
)

// entityFunctions are what templates can call to show states, people and
// organisations.
func (p *Pages) entityFunctions(lang string) template.FuncMap {
	return template.FuncMap{
		"dates":      func(i record.Interval) string { return p.dates(lang, i) },
		"spell":      func(i record.Interval) string { return p.spell(lang, i) },
		"termDays":   func(o view.Office) string { return p.termDays(lang, &o) },
		"stateName":  func(code string) string { return p.stateName(lang, code) },
		"term":       term,
		"balanceBar": func(w view.With, most int) template.HTML { return balanceBar(w.N, w.Good, w.Bad, most) },
	}
}

func (p *Pages) stateName(lang, code string) string {
	if name := p.names[lang].State(code); name != "" {
		return name
	}
	return code
}

// term is a term of a query; a value with spaces stands in quotes.
func term(key, value string) string {
	if strings.ContainsAny(value, " \t") {
		value = `"` + value + `"`
	}
	return key + ":" + value
}

// balanceBar draws how many of the entries are cooperation, neither and
// conflict, as long as they are many. Cooperation is full and round, conflict
// has a cap at its end; what is neither is between them.
func balanceBar(n, good, bad, most int) template.HTML {
	const height = 12
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="plot balance" width="100%%" height="%d" aria-hidden="true">`, height)
	x := 0.0
	for _, part := range []struct {
		n      int
		class  string
		radius int
	}{{good, "good solid", 4}, {max(n-good-bad, 0), "even hollow", 0}, {bad, "bad solid", 0}} {
		if part.n == 0 || most == 0 {
			continue
		}
		w := 100 * float64(part.n) / float64(most)
		fmt.Fprintf(&b, `<rect class="%s" x="%.2f%%" y="1" width="%.2f%%" height="%d" rx="%d"/>`, part.class, x, w, height-2, part.radius)
		if x += w; part.class == "bad solid" {
			fmt.Fprintf(&b, `<line class="cap" x1="%.2f%%" x2="%.2f%%" y1="0" y2="%d"/>`, x, x, height)
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String()) //nolint:gosec // there is nothing in it but numbers
}
