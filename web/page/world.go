package page

import (
	"cmp"
	"html/template"
	"net/http"
	"slices"

	"depesche/web/plot"
	"depesche/web/view"
)

// worldBody is what the map shows.
type worldBody struct {
	view.World
	Times times
	Map   template.HTML
}

func (p *Pages) world(r *http.Request, s *Sheet) (any, error) {
	if err := p.narrow(r, s); err != nil {
		return nil, err
	}
	v, err := p.desk.World(r.Context(), s.Ask.Filter)
	if err != nil {
		return nil, err
	}
	b := worldBody{World: v, Times: p.times(s, &v.Period)}
	b.Map, err = plot.World{ID: "world", Title: say(s.Lang, "map.title"), Marks: p.marks(s, v.Places)}.SVG()
	return b, err
}

// marks are those of the map: one for each place that has its own, one for all
// that is known no better than to a state.
func (p *Pages) marks(s *Sheet, places []view.Site) []plot.Mark {
	var out []plot.Mark
	whole := map[string]*view.Site{}
	for _, x := range places {
		switch {
		case !x.Located:
		case x.Whole:
			w := whole[x.Entity.State]
			if w == nil {
				w = &view.Site{Party: view.Party{Key: x.Entity.State}, Lat: x.Lat, Lon: x.Lon}
				whole[x.Entity.State] = w
			}
			w.N, w.Good, w.Bad = w.N+x.N, w.Good+x.Good, w.Bad+x.Bad
		default:
			name := p.nameOf(s.Lang, &x.Entity)
			out = append(out, plot.Mark{Lat: x.Lat, Lon: x.Lon, N: x.N, Tone: toneOf(x.Good, x.Bad), Href: s.Where(x.Key), Title: say(s.Lang, "map.mark", name, x.N, x.Good, x.Bad)})
		}
	}
	for code, w := range whole {
		title := say(s.Lang, "map.whole", p.stateName(s.Lang, code), w.N, w.Good, w.Bad)
		out = append(out, plot.Mark{State: code, Lat: w.Lat, Lon: w.Lon, N: w.N, Tone: toneOf(w.Good, w.Bad), Href: s.Where(code), Title: title})
	}
	slices.SortFunc(out, func(a, b plot.Mark) int { return cmp.Or(-cmp.Compare(a.N, b.N), cmp.Compare(a.Href, b.Href)) })
	return out
}

// Where is the address of what happened at a place, in the page's time.
func (s *Sheet) Where(key string) string { return s.Link("/search", "q", s.Ask.With("place", key)) }

func toneOf(good, bad int) plot.Tone {
	switch view.Tone(good, bad) {
	case 1:
		return plot.Cooperation
	case -1:
		return plot.Conflict
	}
	return plot.Neutral
}
