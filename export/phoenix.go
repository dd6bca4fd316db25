package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"depesche/record"
)

// phoenixColumns is the number of columns of Phoenix's daily files.
const phoenixColumns = 26

// phoenixRoles are the roles that have a column of their own.
const phoenixRoles = " GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CRM CVL "

// phoenix writes one row a pair of parties, without a header. An event without a
// second party has no row. What is missing is empty.
func (x *exporter) phoenix(w io.Writer) error {
	n := 0
	return x.layout(w, nil, phoenixColumns, func(c *codes, t told, row func(...string) error) (bool, error) {
		r := &t.Record
		pairs := t.pairs()
		code := leaf(r.Cameo)
		if code == "" {
			return false, nil
		}
		day := compact(t.when())
		geo := make([]string, 5)
		if s := x.spot(r.Place); s.lat != "" && s.name != "" {
			geo = []string{s.lat, s.lon, s.name, s.province, s.iso3}
		}
		var sentences []string
		for i := range t.members {
			if s := sentence(&t.members[i]); s > 0 {
				sentences = append(sentences, fmt.Sprintf("%s_%d", t.members[i].Report, s-1))
			}
		}
		for _, p := range pairs {
			n++
			cells := []string{strconv.Itoa(n) + "_" + x.o.Version, day, day[:4], day[4:6], day[6:]}
			cells = append(cells, x.phoenixActor(c, p[0])...)
			cells = append(cells, x.phoenixActor(c, p[1])...)
			cells = append(cells, code, root(code), strconv.Itoa(penta(code)), c.goldstein(code), "")
			cells = append(cells, geo...)
			cells = append(cells, strings.Join(sentences, ";"), strings.Join(t.urls(), ";"), strings.Join(t.Outlets, ";"))
			if err := row(cells...); err != nil {
				return false, err
			}
		}
		return len(pairs) > 0, nil
	})
}

// phoenixActor are the full code, the entity, the role and the rest.
func (x *exporter) phoenixActor(c *codes, e *record.Entity) []string {
	country, role := x.actorCode(c, e)
	cells := []string{country + role, country, "", ""}
	if role != "" && strings.Contains(phoenixRoles, " "+role+" ") {
		cells[2] = role
	} else {
		cells[3] = role
	}
	return cells
}
