package export

import (
	"io"
	"strings"

	"depesche/record"
)

// polecatHeader are the 40 columns of POLECAT's weekly files.
var polecatHeader = []string{"Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
	"Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
	"Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
	"Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
	"Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"}

// polecat writes one row an event, its parties as lists. What is missing is
// "None".
func (x *exporter) polecat(w io.Writer) error {
	return x.layout(w, polecatHeader, len(polecatHeader), func(c *codes, t told, row func(...string) error) (bool, error) {
		r := &t.Record
		place, m := x.spot(r.Place), t.firstMember()
		feature, raw := "", ""
		if r.Place != nil {
			feature, raw = r.Place.Type, r.Place.Text
		}
		cells := []string{t.ID.String() + "_" + ploverOf(r), t.when().String(), ploverOf(r), mode(r), number(r.Score), quadOf(ploverOf(r)), join(r.Context)}
		cells = append(cells, x.polecatSide(c, r.Actor, t.when())...)
		cells = append(cells, x.polecatSide(c, r.Recipient, t.when())...)
		cells = append(cells, place.name, place.city, "", place.province, place.country, place.lat, place.lon, geonames(r.Place), raw, feature,
			join(t.Outlets), t.First.String(), "", "", "", m.Source.Lang, x.o.Version)
		for i, c := range cells {
			if c == "" {
				cells[i] = "None"
			}
		}
		return true, row(cells...)
	})
}

// mode is the event's mode; one that is told by PLOVER's convention as another
// type has lost it.
func mode(r *record.Record) string {
	if ploverOf(r) != r.Type {
		return ""
	}
	return r.Mode
}

// polecatSide are the eight columns of one side.
func (x *exporter) polecatSide(c *codes, es []record.Entity, on record.Day) []string {
	sector := func(e *record.Entity) string { return c.sectors[e.Sector].plover }
	primary := ""
	if len(es) > 0 {
		primary = sector(&es[0])
	}
	cells := []string{
		list(es, nameOf),
		list(es, func(e *record.Entity) string { return x.country(e.State) }),
		list(es, func(e *record.Entity) string { return x.code(e.State, "cow", on) }),
		primary, list(es, sector),
		list(es, func(e *record.Entity) string { return e.Role }),
		list(es, func(e *record.Entity) string { return e.Text }),
		"",
	}
	for i, c := range cells {
		if strings.Trim(c, "; ") == "" {
			cells[i] = ""
		}
	}
	return cells
}

// geonames is the GeoNames id of a place that has no other.
func geonames(p *record.Entity) string {
	if p == nil {
		return ""
	}
	id, ok := strings.CutPrefix(p.ID, "x:geonames-")
	if !ok {
		return ""
	}
	return id
}
