package export

import (
	"io"
	"strconv"

	"depesche/record"
)

// icewsHeader are the 20 columns of ICEWS.
var icewsHeader = []string{"Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
	"Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude"}

// icews writes one row a pair of parties, mutual acts in both directions. An
// event without a second party has no row. What is missing is "NULL".
func (x *exporter) icews(w io.Writer) error {
	return x.layout(w, icewsHeader, len(icewsHeader), func(c *codes, t told, row func(...string) error) (bool, error) {
		r, m := &t.Record, t.firstMember()
		place := x.spot(r.Place)
		pairs := t.pairs()
		code := leaf(r.Cameo)
		if code == "" {
			return false, nil
		}
		for _, p := range pairs {
			cells := []string{strconv.FormatInt(int64(t.ID), 10), t.when().String(), nameOf(p[0]), c.sectors[p[0].Sector].words, x.countryOf(p[0]),
				c.words(code), code, c.goldstein(code), nameOf(p[1]), c.sectors[p[1].Sector].words, x.countryOf(p[1]),
				strconv.FormatInt(int64(m.Report), 10), strconv.Itoa(sentence(m)), m.Source.Outlet,
				place.city, "", place.province, place.country, place.lat, place.lon}
			for i := range cells {
				if cells[i] == "" {
					cells[i] = "NULL"
				}
			}
			if err := row(cells...); err != nil {
				return false, err
			}
		}
		return len(pairs) > 0, nil
	})
}

func (x *exporter) countryOf(e *record.Entity) string { return x.country(e.State) }
