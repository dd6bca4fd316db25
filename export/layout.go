package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"depesche/record"
	"depesche/register"
)

// sheet writes rows of tab-separated cells without quoting, as the event data
// sets have them; a tab or line end in a cell becomes a space.
type sheet struct {
	w       *bufio.Writer
	columns int
}

var flatten = strings.NewReplacer("\t", " ", "\r", " ", "\n", " ")

func (s *sheet) row(cells ...string) error {
	if len(cells) != s.columns {
		panic("a row of " + strconv.Itoa(len(cells)) + " cells in a layout of " + strconv.Itoa(s.columns))
	}
	for i, c := range cells {
		if i > 0 {
			s.w.WriteByte('\t')
		}
		s.w.WriteString(flatten.Replace(c))
	}
	return s.w.WriteByte('\n')
}

// layout writes the events that a layout of event data can say. Those are told
// as done, or as agreed for later (PLOVER's convention is in their type), not
// denied, of a PLOVER type, and by somebody.
func (x *exporter) layout(w io.Writer, header []string, columns int, rows func(*codes, told, func(cells ...string) error) (bool, error)) error {
	c, err := loadCodes()
	if err != nil {
		return err
	}
	s := &sheet{bufio.NewWriterSize(w, 64<<10), columns}
	if header != nil {
		if err := s.row(header...); err != nil {
			return err
		}
	}
	err = x.each(func(t told) error {
		r := &t.Record
		if ploverOf(r) == "" || r.Negated || r.Status != record.Actual && r.Status != record.Planned || len(r.Actor) == 0 {
			x.counts.Left++
			return nil
		}
		said, err := rows(c, t, func(cells ...string) error {
			x.counts.Rows++
			return s.row(cells...)
		})
		if said {
			x.counts.Entries++
		} else {
			x.counts.Left++
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.w.Flush()
}

// when is the day that a layout with one day gives: the first on which it may
// have happened, else the day of the first report.
func (t told) when() record.Day {
	if t.Record.Date.From != 0 {
		return t.Record.Date.From
	}
	if t.Record.Date.To != 0 {
		return t.Record.Date.To
	}
	return t.First
}

// pairs are the parties two by two: each actor with each recipient. Where
// nobody receives, the acting sides do it to each other, in both directions.
func (t told) pairs() (out [][2]*record.Entity) {
	r := &t.Record
	for i := range r.Actor {
		for j := range r.Recipient {
			out = append(out, [2]*record.Entity{&r.Actor[i], &r.Recipient[j]})
		}
		if len(r.Recipient) == 0 {
			for j := range r.Actor {
				if i != j {
					out = append(out, [2]*record.Entity{&r.Actor[i], &r.Actor[j]})
				}
			}
		}
	}
	return out
}

// spot is where an entry happened, as gazetteers say it.
type spot struct{ name, city, province, country, iso3, lat, lon string }

func (x *exporter) spot(p *record.Entity) spot {
	if p == nil {
		return spot{}
	}
	s := spot{name: nameOf(p), country: x.country(p.State), iso3: p.State}
	if p.Type == record.TypeState {
		return s
	}
	s.city = s.name
	if x.o.Base == nil {
		return s
	}
	if e := x.o.Base.ByID(p.ID); e != nil {
		s.province = e.Region
		if e.Kind == "region" {
			s.city, s.province = "", s.name
		}
		if lat, lon, ok := e.Coordinates(); ok {
			s.lat, s.lon = number(lat), number(lon)
		}
	}
	return s
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// country is the English name of a state.
func (x *exporter) country(iso3 string) string {
	if x.o.Base != nil {
		if e := x.o.Base.ByCode(iso3); e != nil {
			return e.Name("en")
		}
	}
	return iso3
}

// code is the code of a state in a system of codes on a day; "" if it has none.
func (x *exporter) code(iso3, system string, on record.Day) string {
	if x.o.Base == nil || iso3 == "" {
		return ""
	}
	return x.o.Base.CodeOn(iso3, system, on)
}

// actorCode is the CAMEO code of an actor: its state, else what kind of
// international body it is, and its sector.
func (x *exporter) actorCode(c *codes, e *record.Entity) (country, role string) {
	country = x.code(e.State, "cameo", 0)
	role = c.sectors[e.Sector].cameo
	if country == "" && e.State != "" {
		country = e.State
	}
	if country == "" {
		switch role {
		case "IGO", "NGO", "IMG", "MNC":
			return role, ""
		}
	}
	return country, role
}

// urls and outlets are those of the reports, each once, in the order of days.
func (t told) urls() (urls []string) {
	seen := map[string]bool{}
	for i := range t.members {
		if u := t.members[i].Source.URL; u != "" && !seen[u] {
			seen[u] = true
			urls = append(urls, u)
		}
	}
	return urls
}

// firstMember is the earliest evidence; one without content if there is none.
func (t told) firstMember() *register.Member {
	if len(t.members) > 0 {
		return &t.members[0]
	}
	return &register.Member{}
}

// sentence is the number of the first sentence that tells it, from 1; 0 if none
// is known.
func sentence(m *register.Member) int {
	if len(m.Record.Evidence) == 0 {
		return 0
	}
	return m.Record.Evidence[0].Sentence + 1
}

// compact is a day as YYYYMMDD.
func compact(d record.Day) string { return strings.ReplaceAll(d.String(), "-", "") }
