package page

import (
	"fmt"
	"html/template"
	"net/http"
	"strconv"

	"depesche/web/ask"
	"depesche/web/plot"
	"depesche/web/view"
)

// networkBody is what the network shows.
type networkBody struct {
	view.Network
	Times times
	Most  int
	Sizes []int // how many parties can be chosen
	Graph template.HTML
	Names map[string]string // by key
}

func (p *Pages) network(r *http.Request, s *Sheet) (any, error) {
	if err := p.narrow(r, s); err != nil {
		return nil, err
	}
	most := view.NetworkDefault
	if text := r.URL.Query().Get("most"); text != "" {
		var err error
		if most, err = strconv.Atoi(text); err != nil || most < 2 || most > view.NetworkMost {
			return nil, &ask.Error{Part: "most", Err: fmt.Errorf("%q is no number from 2 to %d", text, view.NetworkMost)}
		}
	}
	v, err := p.desk.Network(r.Context(), s.Ask.Filter, most)
	if err != nil {
		return nil, err
	}
	b := networkBody{Network: v, Times: p.times(s, &v.Period), Most: most, Sizes: []int{20, 60, 120, 200}, Names: map[string]string{}}
	b.Graph = p.graph(s, &b)
	return b, nil
}

func (p *Pages) graph(s *Sheet, b *networkBody) template.HTML {
	g := plot.Net{ID: "network", Title: say(s.Lang, "network.title")}
	at := map[string]int{}
	for i, n := range b.Parties {
		at[n.Key] = i
		b.Names[n.Key] = p.nameOf(s.Lang, &n.Entity)
		g.Nodes = append(g.Nodes, plot.NetNode{X: n.X, Y: n.Y, R: n.R, Tone: toneOf(n.Good, n.Bad), Label: b.Names[n.Key], Href: s.Entity(n.Key), Title: say(s.Lang, "map.mark", b.Names[n.Key], n.N, n.Good, n.Bad)})
	}
	for _, t := range b.Ties {
		g.Edges = append(g.Edges, plot.NetEdge{A: at[t.A], B: at[t.B], N: t.N, Tone: toneOf(t.Good, t.Bad), Href: s.Dyad(t.A, t.B),
			Title: say(s.Lang, "map.mark", b.Names[t.A]+" – "+b.Names[t.B], t.N, t.Good, t.Bad)})
	}
	return g.SVG()
}
