package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"depesche/record"
	"depesche/register"
)

// ftmEntity is an entity of FollowTheMoney.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func (e *ftmEntity) add(name string, values ...string) {
	for _, v := range values {
		if v != "" {
			e.Properties[name] = append(e.Properties[name], v)
		}
	}
}

// ftm writes FollowTheMoney entities, one a line: articles; parties, each once,
// before the first link that names them; events; memberships, offices and other
// relations. Statements and figures have no place there, nor has what is denied
// or not said to be so.
func (x *exporter) ftm(w io.Writer) error {
	f := &ftmWriter{x: x, enc: json.NewEncoder(w), seen: map[string]bool{}}
	f.enc.SetEscapeHTML(false)
	for r, err := range x.from.Reports(x.ctx) {
		if err != nil {
			return err
		}
		if day := x.o.Filter.AsOf; day != 0 && r.Day() > day {
			continue
		}
		if err := f.article(&r); err != nil {
			return err
		}
	}
	return x.each(func(t told) error {
		r := &t.Record
		if r.Negated || r.Status != record.Actual && r.Status != record.Planned || r.Kind != record.KindEvent && r.Kind != record.KindRelation {
			x.counts.Left++
			return nil
		}
		x.counts.Entries++
		if r.Kind == record.KindEvent {
			return f.event(t)
		}
		return f.relation(t)
	})
}

type ftmWriter struct {
	x    *exporter
	enc  *json.Encoder
	seen map[string]bool // parties that were written
}

func (f *ftmWriter) write(e *ftmEntity) error {
	f.x.counts.Rows++
	return f.enc.Encode(e)
}

func newFTM(id, schema string) *ftmEntity {
	return &ftmEntity{ID: id, Schema: schema, Properties: map[string][]string{}}
}

// ftmLanguages are ISO 639-3 codes, which FollowTheMoney uses.
var ftmLanguages = map[string]string{"de": "deu", "en": "eng"}

func (f *ftmWriter) article(r *register.Report) error {
	e := newFTM("depesche-report-"+r.ID.String(), "Article")
	title := r.Title
	if title == "" {
		title = r.Name
	}
	e.add("title", title)
	e.add("sourceUrl", r.URL)
	e.add("publisher", r.Outlet)
	e.add("language", ftmLanguages[r.Lang])
	e.add("publishedAt", prefix(r.Date))
	return f.write(e)
}

// prefix is a date as FollowTheMoney has it: a day, a month or a year; "" for
// other intervals.
func prefix(i record.Interval) string {
	if s := i.EDTF(); !strings.Contains(s, "/") {
		return s
	}
	return ""
}

func partyID(id string) string {
	if strings.HasPrefix(id, "Q") {
		return id
	}
	return "depesche-" + strings.NewReplacer(":", "-", " ", "-").Replace(id)
}

// party writes an entity if it was not written yet, and gives its id.
func (f *ftmWriter) party(p *record.Entity) (string, error) {
	id := partyID(p.ID)
	if f.seen[id] {
		return id, nil
	}
	f.seen[id] = true
	schema := "LegalEntity"
	switch p.Type {
	case record.TypePerson:
		schema = "Person"
	case record.TypeState:
		schema = "PublicBody"
	case record.TypeOrganisation, record.TypeGroup:
		schema = "Organization"
	}
	e := newFTM(id, schema)
	e.add("name", nameOf(p))
	e.add("country", f.country(p.State))
	if strings.HasPrefix(p.ID, "Q") {
		e.add("wikidataId", p.ID)
	}
	return id, f.write(e)
}

// country is the ISO 3166-1 alpha-2 code in lower case.
func (f *ftmWriter) country(iso3 string) string {
	if f.x.o.Base == nil || iso3 == "" {
		return ""
	}
	if s := f.x.o.Base.ByCode(iso3); s != nil {
		return strings.ToLower(s.Alpha2)
	}
	return ""
}

// common fills in what all intervals have.
func (f *ftmWriter) common(e *ftmEntity, t told) {
	r := &t.Record
	e.add("startDate", r.Date.From.String())
	e.add("endDate", r.Date.To.String())
	e.add("recordId", t.ID.String())
	for _, o := range t.Outlets {
		e.add("publisher", o)
	}
	seen := map[register.ID]bool{}
	for i := range t.members {
		if m := &t.members[i]; !seen[m.Report] {
			seen[m.Report] = true
			e.add("proof", "depesche-report-"+m.Report.String())
			e.add("sourceUrl", m.Source.URL)
		}
	}
	if len(r.Evidence) > 0 {
		e.add("summary", r.Evidence[0].Text)
	}
}

func (f *ftmWriter) event(t told) error {
	r := &t.Record
	e := newFTM("depesche-entry-"+t.ID.String(), "Event")
	name := strings.TrimSpace(r.Type + " " + r.Mode)
	e.add("name", fmt.Sprintf("%s: %s", name, strings.Join(names(register.Parties(r)), ", ")))
	e.add("keywords", r.Context...)
	if r.Place != nil {
		e.add("location", nameOf(r.Place))
		e.add("country", f.country(r.Place.State))
	}
	for i := range r.Actor {
		id, err := f.party(&r.Actor[i])
		if err != nil {
			return err
		}
		e.add("organizer", id)
		e.add("involved", id)
	}
	for i := range r.Recipient {
		id, err := f.party(&r.Recipient[i])
		if err != nil {
			return err
		}
		e.add("involved", id)
	}
	f.common(e, t)
	return f.write(e)
}

func names(list []*record.Entity) (out []string) {
	for _, e := range list {
		out = append(out, nameOf(e))
	}
	return out
}

// relation writes one link for each pair of subject and object.
func (f *ftmWriter) relation(t told) error {
	r := &t.Record
	n := 0
	for i := range r.Subject {
		for j := range r.Object {
			if err := f.link(t, n, &r.Subject[i], &r.Object[j]); err != nil {
				return err
			}
			n++
		}
	}
	if n == 0 {
		f.x.counts.Entries--
		f.x.counts.Left++
	}
	return nil
}

func (f *ftmWriter) link(t told, n int, a, b *record.Entity) error {
	r := &t.Record
	subject, err := f.party(a)
	if err != nil {
		return err
	}
	object, err := f.party(b)
	if err != nil {
		return err
	}
	id := fmt.Sprintf("depesche-entry-%s-%d", t.ID, n)
	var e *ftmEntity
	switch r.Predicate {
	case "member_of":
		e = newFTM(id, "Membership")
		e.add("member", subject)
		e.add("organization", object)
		e.add("role", r.As)
	case "holds_office":
		e = newFTM(id, "Employment")
		e.add("employee", subject)
		e.add("employer", object)
		e.add("role", r.As)
	case "owns":
		e = newFTM(id, "Ownership")
		e.add("owner", subject)
		e.add("asset", object)
	default:
		e = newFTM(id, "UnknownLink")
		e.add("subject", subject)
		e.add("object", object)
		e.add("role", strings.TrimSpace(r.Predicate+" "+r.Label))
	}
	f.common(e, t)
	return f.write(e)
}
