package view

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"depesche/record"
	"depesche/register"
)

// World is what happened where.
type World struct {
	Period    Period `json:"period"`
	Places    []Site `json:"places"`           // the most first
	Total     int    `json:"total"`            // entries with a place
	Left      int    `json:"left"`             // places beyond those listed
	Looked    int    `json:"looked,omitempty"` // the latest entries that were counted; 0: all
	Truncated bool   `json:"truncated,omitempty"`
}

// Site is a place, or a state as a whole, and how many entries are there.
type Site struct {
	Party
	// Precision says how exact it is: state, region, area, city, town, capital,
	// …; unknown of a place that only reports know.
	Precision string `json:"precision"`
	// Lat and Lon are where it lies, in degrees. Whole says that no more is
	// known than its state; then they are those of the capital. Located is
	// false where not even they are known.
	Lat     float64 `json:"lat"`
	Lon     float64 `json:"lon"`
	Located bool    `json:"located"`
	Whole   bool    `json:"whole,omitempty"`
	N       int     `json:"n"`
	Good    int     `json:"good"`
	Bad     int     `json:"bad"`
}

const worldMost = 400

// World counts what happened where in the filter's days, by whole months.
func (d *Desk) World(ctx context.Context, f register.Filter) (World, error) {
	period, err := d.period(ctx, f)
	if err != nil {
		return World{}, err
	}
	w := World{Period: period, Places: []Site{}}
	s, err := d.sumsOf(ctx, f, register.TallyFilter{Of: register.TallyPlace})
	if err != nil {
		return w, err
	}
	w.Looked, w.Truncated = s.looked, !s.whole
	for _, t := range placesOf(s.list) {
		w.Total += t.N
		if len(w.Places) == worldMost {
			w.Left, w.Truncated = w.Left+1, true
			continue
		}
		site, err := d.site(ctx, t)
		if err != nil {
			return w, err
		}
		w.Places = append(w.Places, site)
	}
	return w, nil
}

// placesOf joins what reports have under one id with different states.
func placesOf(list []register.Tally) []register.Tally {
	at := map[string]int{}
	var out []register.Tally
	for _, t := range list {
		i, ok := at[t.A]
		if !ok {
			at[t.A] = len(out)
			out = append(out, t)
			continue
		}
		out[i].N, out[i].Good, out[i].Bad = out[i].N+t.N, out[i].Good+t.Good, out[i].Bad+t.Bad
	}
	slices.SortStableFunc(out, func(a, b register.Tally) int { return -cmp.Compare(a.N, b.N) })
	return out
}

func (d *Desk) site(ctx context.Context, t register.Tally) (Site, error) {
	s := Site{N: t.N, Good: t.Good, Bad: t.Bad, Precision: "unknown"}
	e := d.Knowledge.ByID(t.A)
	if e != nil {
		s.Party = partyOf(e)
		if s.Precision = e.Kind; e.Type == record.TypeState {
			s.Precision = "state"
		}
		s.Lat, s.Lon, s.Located = e.Coordinates()
	} else {
		name, err := kept(ctx, d, "place "+t.A, func() (Party, error) {
			list, err := d.placed(ctx, t.A)
			if errors.Is(err, ErrUnknown) {
				return Party{t.A, record.Entity{ID: t.A, Type: record.TypePlace, State: t.B}}, nil
			}
			if err != nil {
				return Party{}, err
			}
			return list[0], nil
		})
		if err != nil {
			return s, err
		}
		if s.Party = name; s.Entity.Type == record.TypeState && s.Entity.State != "" {
			s.Key, s.Precision = s.Entity.State, "state"
		}
		if s.Entity.State == "" {
			s.Entity.State = t.B
		}
	}
	if s.Located {
		return s, nil
	}
	s.Whole = true
	if capital := d.Knowledge.Capital(s.Entity.State); capital != nil {
		s.Lat, s.Lon, s.Located = capital.Coordinates()
	}
	return s, nil
}
