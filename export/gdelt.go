package export

import (
	"io"
	"strconv"
	"strings"

	"depesche/record"
)

// gdeltColumns is the number of columns of GDELT 2.0's event table.
const gdeltColumns = 61

// gdelt writes one row a pair of parties, without a header. An event without a
// second party has its columns empty. What is missing is empty.
func (x *exporter) gdelt(w io.Writer) error {
	n := 0
	return x.layout(w, nil, gdeltColumns, func(c *codes, t told, row func(...string) error) (bool, error) {
		r := &t.Record
		code := leaf(r.Cameo)
		if code == "" {
			return false, nil
		}
		pairs := t.pairs()
		if len(pairs) == 0 {
			pairs = [][2]*record.Entity{{&r.Actor[0], nil}}
		}
		y, m, d := t.when().Date()
		place := x.gdeltPlace(c, r.Place)
		url := ""
		if u := t.urls(); len(u) > 0 {
			url = u[0]
		}
		lead := "0"
		if sentence(t.firstMember()) == 1 {
			lead = "1"
		}
		for _, p := range pairs {
			n++
			cells := []string{strconv.Itoa(n), compact(t.when()), compact(t.when())[:6], strconv.Itoa(y), strconv.FormatFloat(float64(y)+float64(m*30+d)/365, 'f', 4, 64)}
			cells = append(cells, x.gdeltActor(c, p[0])...)
			cells = append(cells, x.gdeltActor(c, p[1])...)
			cells = append(cells, lead, code, base(code), root(code), strconv.Itoa(quad(code)), c.goldstein(code),
				strconv.Itoa(len(t.members)), strconv.Itoa(max(1, len(t.Outlets))), strconv.Itoa(t.Reports), "")
			cells = append(cells, x.gdeltHome(c, p[0])...)
			cells = append(cells, x.gdeltHome(c, p[1])...)
			cells = append(cells, place...)
			cells = append(cells, compact(t.Last)+"000000", url)
			if err := row(cells...); err != nil {
				return false, err
			}
		}
		return true, nil
	})
}

// gdeltActor are the ten columns of an actor.
func (x *exporter) gdeltActor(c *codes, e *record.Entity) []string {
	cells := make([]string, 10)
	if e == nil {
		return cells
	}
	country, role := x.actorCode(c, e)
	cells[0], cells[1], cells[7] = country+role, strings.ToUpper(nameOf(e)), role
	if e.State != "" {
		cells[2] = country
	} else {
		cells[7] = country
	}
	return cells
}

// gdeltHome are the eight columns of where an actor is from: its state.
func (x *exporter) gdeltHome(c *codes, e *record.Entity) []string {
	if e == nil || e.State == "" {
		return make([]string, 8)
	}
	return []string{"1", x.country(e.State), c.fips[e.State], c.fips[e.State], "", "", "", c.fips[e.State]}
}

// gdeltPlace are the eight columns of a place: 1 a state, 4 a city, 5 a
// division of a state.
func (x *exporter) gdeltPlace(c *codes, p *record.Entity) []string {
	if p == nil {
		return make([]string, 8)
	}
	s := x.spot(p)
	kind, parts := "4", []string{s.city, s.province, s.country}
	switch {
	case p.Type == record.TypeState:
		kind = "1"
	case s.city == "":
		kind = "5"
	}
	var full []string
	for _, part := range parts {
		if part != "" {
			full = append(full, part)
		}
	}
	return []string{kind, strings.Join(full, ", "), c.fips[s.iso3], "", "", s.lat, s.lon, geonames(p)}
}
