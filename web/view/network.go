package view

import (
	"context"
	"fmt"
	"math"

	"depesche/register"
)

// Network is who has to do with whom.
type Network struct {
	Period    Period `json:"period"`
	Parties   []Node `json:"parties"`          // the most entries first
	Ties      []Tie  `json:"ties"`             // between those, the most first
	Left      int    `json:"left"`             // parties beyond those listed
	Looked    int    `json:"looked,omitempty"` // the latest entries that were counted; 0: all
	Truncated bool   `json:"truncated,omitempty"`
}

// Node is a party of a network.
type Node struct {
	Party
	N    int `json:"n"`    // entries
	Good int `json:"good"` // of these, acts of cooperation that happened
	Bad  int `json:"bad"`
	// X and Y are where it lies in a drawing one wide and high, R is how large
	// it is there: near those with whom it has much to do.
	X float64 `json:"x"`
	Y float64 `json:"y"`
	R float64 `json:"r"`
}

// Tie is how many entries have two parties.
type Tie struct {
	A    string `json:"a"` // keys of the parties
	B    string `json:"b"`
	N    int    `json:"n"`
	Good int    `json:"good"`
	Bad  int    `json:"bad"`
}

// Limits of a network.
const (
	NetworkMost    = 200 // parties
	NetworkDefault = 60
	tiesMost       = 600
)

// Network shows the parties with most entries in the filter's days, by whole
// months, and the ties between them.
func (d *Desk) Network(ctx context.Context, f register.Filter, most int) (Network, error) {
	f.Limit, f.Before = 0, 0
	most = min(max(most, 2), NetworkMost)
	return kept(ctx, d, fmt.Sprintf("network %d %s", most, keyOfFilter(f)), func() (Network, error) { return d.network(ctx, f, most) })
}

func (d *Desk) network(ctx context.Context, f register.Filter, most int) (Network, error) {
	period, err := d.period(ctx, f)
	if err != nil {
		return Network{}, err
	}
	n := Network{Period: period, Parties: []Node{}, Ties: []Tie{}}
	all, err := d.sumsOf(ctx, f, register.TallyFilter{Of: register.TallyParty})
	if err != nil {
		return n, err
	}
	n.Looked = all.looked
	n.Left = max(len(all.list)-most, 0)
	n.Truncated = !all.whole || n.Left > 0
	keys := make([]string, 0, most)
	at := map[string]int{}
	for _, t := range all.list[:min(len(all.list), most)] {
		p, err := d.partyByKey(ctx, t.A)
		if err != nil {
			return n, err
		}
		at[t.A] = len(keys)
		keys = append(keys, t.A)
		p.Key = t.A
		n.Parties = append(n.Parties, Node{Party: p, N: t.N, Good: t.Good, Bad: t.Bad})
	}
	if len(keys) == 0 {
		return n, nil
	}
	ties, err := d.sumsOf(ctx, f, register.TallyFilter{Of: register.TallyTie, A: keys, Among: true, Limit: tiesMost})
	if err != nil {
		return n, err
	}
	for _, t := range ties.list {
		n.Ties = append(n.Ties, Tie{t.A, t.B, t.N, t.Good, t.Bad})
	}
	n.place(at)
	return n, nil
}

// place gives the parties their places.
func (n *Network) place(at map[string]int) {
	count := len(n.Parties)
	radii := make([]float64, count)
	greatest := 0.045 * math.Sqrt(30/float64(max(count, 30))) // of many, all are smaller
	for i := range n.Parties {
		radii[i] = greatest * (0.22 + 0.78*math.Sqrt(float64(n.Parties[i].N)/float64(max(n.Parties[0].N, 1))))
	}
	springs := make([]spring, len(n.Ties))
	pull := make([]float64, count) // of all ties of a party
	for i, t := range n.Ties {
		springs[i] = spring{at[t.A], at[t.B], math.Sqrt(float64(t.N) / float64(n.Ties[0].N))}
		pull[at[t.A]] += springs[i].weight
		pull[at[t.B]] += springs[i].weight
	}
	for i := range springs { // who has many ties is held by each of them the less
		springs[i].weight /= math.Sqrt(float64(pull[springs[i].a] * pull[springs[i].b]))
	}
	x, y := spread(count, springs, radii)
	for i := range n.Parties {
		n.Parties[i].X, n.Parties[i].Y, n.Parties[i].R = rounded(x[i]), rounded(y[i]), rounded(radii[i])
	}
}

// rounded is a place to four digits.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }
