package export

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"

	"depesche/record"
	"depesche/register"
)

// vocabulary is the vocabulary of the JSON-LD document.
const vocabulary = `{"@context":{"d":"urn:depesche:ns:","prov":"http://www.w3.org/ns/prov#","oa":"http://www.w3.org/ns/oa#","schema":"https://schema.org/","xsd":"http://www.w3.org/2001/XMLSchema#","wd":"http://www.wikidata.org/entity/",` +
	`"d:from":{"@type":"xsd:date"},"d:to":{"@type":"xsd:date"},"schema:datePublished":{"@type":"xsd:date"},"d:first":{"@container":"@list"},"d:second":{"@container":"@list"},"d:says":{"@container":"@list"}},
"@graph":[
`

// ref points to a node.
type ref struct {
	ID string `json:"@id"`
}

// ldEntity is a party.
type ldEntity struct {
	ID     string `json:"@id"`
	Type   string `json:"@type"`
	Name   string `json:"schema:name,omitempty"`
	State  string `json:"d:state,omitempty"`
	Sector string `json:"d:sector,omitempty"`
	Role   string `json:"d:role,omitempty"`
}

// ldReport is a report: where evidence lies.
type ldReport struct {
	ID       string   `json:"@id"`
	Type     []string `json:"@type"`
	Name     string   `json:"schema:identifier"`
	Title    string   `json:"schema:headline,omitempty"`
	Outlet   string   `json:"schema:publisher,omitempty"`
	URL      *ref     `json:"schema:url,omitempty"`
	Lang     string   `json:"schema:inLanguage,omitempty"`
	Day      string   `json:"schema:datePublished,omitempty"`
	Origin   *ref     `json:"prov:alternateOf,omitempty"` // the first of its copies
	Activity ref      `json:"d:readBy"`
}

// ldEntry is an entry.
type ldEntry struct {
	ID         string      `json:"@id"`
	Type       []string    `json:"@type"`
	Code       string      `json:"d:type,omitempty"`
	Plover     string      `json:"d:plover,omitempty"`
	Mode       string      `json:"d:mode,omitempty"`
	Contexts   []string    `json:"d:context,omitempty"`
	Cameo      string      `json:"d:cameo,omitempty"`
	Status     string      `json:"d:status"`
	Negated    bool        `json:"d:negated,omitempty"`
	From       string      `json:"d:from,omitempty"`
	To         string      `json:"d:to,omitempty"`
	Place      *ldEntity   `json:"schema:location,omitempty"`
	First      []ldEntity  `json:"d:first,omitempty"`
	Second     []ldEntity  `json:"d:second,omitempty"`
	Says       []ldEntity  `json:"d:says,omitempty"`
	Value      *ldQuantity `json:"d:value,omitempty"`
	Change     *ldQuantity `json:"d:change,omitempty"`
	As         string      `json:"d:as,omitempty"`
	Label      string      `json:"d:label,omitempty"`
	Quote      string      `json:"d:quote,omitempty"`
	Plan       string      `json:"d:plan,omitempty"`
	Reports    int         `json:"d:reports"`
	Origins    int         `json:"d:origins"`
	Confidence float64     `json:"d:confidence"`
	Derived    []ref       `json:"prov:wasDerivedFrom,omitempty"`
	Generated  []ref       `json:"prov:wasGeneratedBy,omitempty"`
}

type ldQuantity struct {
	Min       float64 `json:"d:min"`
	Max       float64 `json:"d:max"`
	Unit      string  `json:"d:unit,omitempty"`
	Currency  string  `json:"d:currency,omitempty"`
	Direction string  `json:"d:direction,omitempty"`
}

// ldAnnotation ties an entry to the words of a report.
type ldAnnotation struct {
	ID     string   `json:"@id"`
	Type   string   `json:"@type"`
	Body   ref      `json:"oa:hasBody"`
	Target ldTarget `json:"oa:hasTarget"`
}

type ldTarget struct {
	Type      string       `json:"@type"`
	Source    ref          `json:"oa:hasSource"`
	Selectors []ldSelector `json:"oa:hasSelector"`
}

type ldSelector struct {
	Type  string `json:"@type"`
	Exact string `json:"oa:exact,omitempty"`
	Start *int   `json:"oa:start,omitempty"`
	End   *int   `json:"oa:end,omitempty"`
}

// ldActivity is the reading of reports by one state of the program.
type ldActivity struct {
	ID   string `json:"@id"`
	Type string `json:"@type"`
	Name string `json:"schema:name"`
}

// jsonld writes one JSON-LD document, a node a line: reports, then entries each
// with its annotations. Offsets are bytes, so their selectors are
// oa:DataPositionSelector.
func (x *exporter) jsonld(w io.Writer) error {
	l := &ldWriter{w: w}
	if _, err := io.WriteString(w, vocabulary); err != nil {
		return err
	}
	readers := map[string]bool{}
	for r, err := range x.from.Reports(x.ctx) {
		if err != nil {
			return err
		}
		if day := x.o.Filter.AsOf; day != 0 && r.Day() > day {
			continue
		}
		if !readers[r.Reader] {
			readers[r.Reader] = true
			if err := l.node(ldActivity{activity(r.Reader), "prov:Activity", "reading by depesche, " + r.Reader}); err != nil {
				return err
			}
		}
		if err := l.node(ldReportOf(&r)); err != nil {
			return err
		}
	}
	err := x.each(func(t told) error {
		x.counts.Entries++
		if err := l.node(ldEntryOf(t)); err != nil {
			return err
		}
		for _, a := range annotations(t) {
			if err := l.node(a); err != nil {
				return err
			}
		}
		return nil
	})
	x.counts.Rows = l.nodes
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

// ldWriter writes nodes, one a line.
type ldWriter struct {
	w     io.Writer
	nodes int
}

func (l *ldWriter) node(n any) error {
	var b strings.Builder
	if l.nodes > 0 {
		b.WriteString(",\n")
	}
	l.nodes++
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(n); err != nil {
		return err
	}
	_, err := io.WriteString(l.w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func reportURN(id register.ID) string { return "urn:depesche:report:" + id.String() }
func entryURN(id register.ID) string  { return "urn:depesche:entry:" + id.String() }
func activity(reader string) string   { return "urn:depesche:reading:" + url.PathEscape(reader) }

// entityURN is Wikidata's address of an entity, or a name of our own.
func entityURN(id string) string {
	if strings.HasPrefix(id, "Q") {
		return "wd:" + id
	}
	return "urn:depesche:entity:" + url.PathEscape(strings.TrimPrefix(id, "x:"))
}

func ldReportOf(r *register.Report) ldReport {
	out := ldReport{ID: reportURN(r.ID), Type: []string{"prov:Entity", "schema:NewsArticle"}, Name: r.Name, Title: r.Title, Outlet: r.Outlet, Lang: r.Lang, Activity: ref{activity(r.Reader)}}
	if r.Date.From != 0 && r.Date.From == r.Date.To { // a month is no date
		out.Day = r.Date.From.String()
	}
	if u, err := url.Parse(r.URL); err == nil && u.IsAbs() {
		out.URL = &ref{u.String()}
	}
	if r.Origin != 0 && r.Origin != r.ID {
		out.Origin = &ref{reportURN(r.Origin)}
	}
	return out
}

func ldEntryOf(t told) ldEntry {
	r := &t.Record
	first, second := register.Sides(r)
	e := ldEntry{ID: entryURN(t.ID), Type: []string{"prov:Entity", "d:" + string(r.Kind)}, Code: register.TypeOf(r), Plover: ploverOf(r), Mode: r.Mode, Contexts: r.Context,
		Cameo: r.Cameo, Status: string(r.Status), Negated: r.Negated, From: r.Date.From.String(), To: r.Date.To.String(), First: ldEntities(first), Second: ldEntities(second),
		Says: ldEntities(sayers(r)), Value: ldQuantityOf(r.Value), Change: ldQuantityOf(r.Change), As: r.As, Label: r.Label, Quote: r.Quote,
		Reports: t.Reports, Origins: t.Origins, Confidence: r.Confidence}
	if r.Place != nil {
		e.Place = &ldEntities([]record.Entity{*r.Place})[0]
	}
	if t.Plan != nil {
		e.Plan = string(t.Plan.Status)
	}
	seen := map[string]bool{}
	for i := range t.members {
		m := &t.members[i]
		if at := reportURN(m.Report); !seen[at] {
			seen[at] = true
			e.Derived = append(e.Derived, ref{at})
		}
		if at := activity(m.Source.Reader); !seen[at] {
			seen[at] = true
			e.Generated = append(e.Generated, ref{at})
		}
	}
	return e
}

func ldEntities(list []record.Entity) []ldEntity {
	var out []ldEntity
	for i := range list {
		e := &list[i]
		out = append(out, ldEntity{entityURN(e.ID), "d:" + e.Type, nameOf(e), e.State, e.Sector, e.Role})
	}
	return out
}

func ldQuantityOf(q *record.Quantity) *ldQuantity {
	if q == nil {
		return nil
	}
	return &ldQuantity{q.Min, q.Max, q.Unit, q.Currency, q.Direction}
}

func annotations(t told) (out []ldAnnotation) {
	for i := range t.members {
		m := &t.members[i]
		for n := range m.Record.Evidence {
			ev := &m.Record.Evidence[n]
			out = append(out, ldAnnotation{fmt.Sprintf("urn:depesche:record:%s:%d", m.ID, n), "oa:Annotation", ref{entryURN(t.ID)},
				ldTarget{"oa:SpecificResource", ref{reportURN(m.Report)}, []ldSelector{{Type: "oa:TextQuoteSelector", Exact: ev.Text}, {Type: "oa:DataPositionSelector", Start: &ev.Start, End: &ev.End}}}})
		}
	}
	return out
}
