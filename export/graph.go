package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"depesche/record"
	"depesche/register"
)

// vertex is a party with the days between which it is known to act.
type vertex struct {
	record.Entity
	name     string
	from, to record.Day
	entries  int
}

// edge is an entry between two parties.
type edge struct {
	entry          *register.Entry
	n              int // of the edges of its entry
	source, target string
	mutual         bool
}

// edges are the pairs of an entry: each of the first side with each of the
// second; where there is no second side, all of the first with each other,
// without direction.
func edges(e *register.Entry) (out []edge) {
	first, second := register.Sides(&e.Record)
	add := func(a, b *record.Entity, mutual bool) {
		if a.ID != b.ID && a.ID != "" && b.ID != "" {
			out = append(out, edge{e, len(out), a.ID, b.ID, mutual})
		}
	}
	for i := range first {
		for j := range second {
			add(&first[i], &second[j], false)
		}
		if len(second) == 0 {
			for j := i + 1; j < len(first); j++ {
				add(&first[i], &first[j], true)
			}
		}
	}
	return out
}

// vertices goes over the entries once and gives the parties of edges by id.
func (x *exporter) vertices() ([]*vertex, error) {
	all := map[string]*vertex{}
	for e, err := range x.from.Entries(x.ctx, x.o.Filter) {
		if err != nil {
			return nil, err
		}
		es := edges(&e)
		if len(es) == 0 {
			continue
		}
		for _, p := range register.Parties(&e.Record) {
			v := all[p.ID]
			if v == nil {
				v = &vertex{Entity: record.Entity{ID: p.ID, Type: p.Type, State: p.State, Sector: p.Sector}, name: nameOf(p)}
				all[p.ID] = v
			}
			v.stretch(e.Record.Date.Interval())
		}
		for _, ed := range es {
			all[ed.source].entries++
			all[ed.target].entries++
		}
	}
	list := make([]*vertex, 0, len(all))
	for _, v := range all {
		if v.entries > 0 {
			list = append(list, v)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list, nil
}

func (v *vertex) stretch(i record.Interval) {
	if i.From != 0 && (v.from == 0 || i.From < v.from) {
		v.from = i.From
	}
	if i.To != 0 && i.To > v.to {
		v.to = i.To
	}
}

// eachEdge goes over the entries again.
func (x *exporter) eachEdge(f func(edge) error) error {
	for e, err := range x.from.Entries(x.ctx, x.o.Filter) {
		if err != nil {
			return err
		}
		es := edges(&e)
		if len(es) == 0 {
			x.counts.Left++
			continue
		}
		x.counts.Entries++
		for _, ed := range es {
			x.counts.Rows++
			if err := f(ed); err != nil {
				return err
			}
		}
	}
	return nil
}

// edgeFields are the attributes of an edge, in the order of values.
var edgeFields = []struct{ name, kind string }{
	{"entry", "string"}, {"kind", "string"}, {"type", "string"}, {"mode", "string"}, {"status", "string"}, {"negated", "boolean"},
	{"score", "double"}, {"date_from", "string"}, {"date_to", "string"}, {"place", "string"}, {"reports", "int"}, {"origins", "int"}, {"sentence", "string"},
}

func (e edge) values() []string {
	r := &e.entry.Record
	score, place, sentence := "", "", ""
	if r.Kind == record.KindEvent {
		score = strconv.FormatFloat(r.Score, 'f', -1, 64)
	}
	if r.Place != nil {
		place = nameOf(r.Place)
	}
	if len(r.Evidence) > 0 {
		sentence = r.Evidence[0].Text
	}
	return []string{e.entry.ID.String(), string(r.Kind), register.TypeOf(r), r.Mode, string(r.Status), strconv.FormatBool(r.Negated), score,
		r.Date.From.String(), r.Date.To.String(), place, strconv.Itoa(e.entry.Reports), strconv.Itoa(e.entry.Origins), sentence}
}

func (e edge) id() string { return fmt.Sprintf("%s-%d", e.entry.ID, e.n) }

// vertexFields are the attributes of a vertex, in the order of values.
var vertexFields = []string{"entity_type", "state", "sector"}

func (v *vertex) values() []string { return []string{v.Type, v.State, v.Sector} }

// markup writes XML and keeps the first error.
type markup struct {
	w   io.Writer
	err error
}

// put writes a format whose arguments are texts, escaped.
func (m *markup) put(format string, args ...string) {
	if m.err != nil {
		return
	}
	escaped := make([]any, len(args))
	for i, a := range args {
		escaped[i] = escape(a)
	}
	_, m.err = fmt.Fprintf(m.w, format, escaped...)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}

// graphml writes a graph of GraphML with parallel edges, one an entry and pair.
func (x *exporter) graphml(w io.Writer) error {
	nodes, err := x.vertices()
	if err != nil {
		return err
	}
	m := &markup{w: w}
	m.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	m.put("<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n")
	for _, f := range append(vertexFields, "from", "to") {
		m.put("<key id=\"n_%s\" for=\"node\" attr.name=\"%s\" attr.type=\"string\"/>\n", f, f)
	}
	for _, f := range edgeFields {
		m.put("<key id=\"e_%s\" for=\"edge\" attr.name=\"%s\" attr.type=\"%s\"/>\n", f.name, f.name, f.kind)
	}
	m.put("<graph id=\"register\" edgedefault=\"directed\">\n")
	for _, v := range nodes {
		m.put("<node id=\"%s\"><data key=\"label\">%s</data>", v.ID, v.name)
		for i, val := range append(v.values(), v.from.String(), v.to.String()) {
			if val != "" {
				m.put("<data key=\"n_%s\">%s</data>", append(vertexFields, "from", "to")[i], val)
			}
		}
		m.put("</node>\n")
	}
	err = x.eachEdge(func(e edge) error {
		m.put("<edge id=\"%s\" source=\"%s\" target=\"%s\" directed=\"%s\">", e.id(), e.source, e.target, strconv.FormatBool(!e.mutual))
		for i, val := range e.values() {
			if val != "" {
				m.put("<data key=\"e_%s\">%s</data>", edgeFields[i].name, val)
			}
		}
		m.put("</edge>\n")
		return m.err
	})
	if err != nil {
		return err
	}
	m.put("</graph>\n</graphml>\n")
	return m.err
}

// gexf writes a dynamic graph of GEXF 1.3, which Gephi opens with its timeline.
// An edge lasts over the days of its entry; an unknown bound is left out, which
// GEXF reads as open.
func (x *exporter) gexf(w io.Writer) error {
	nodes, err := x.vertices()
	if err != nil {
		return err
	}
	m := &markup{w: w}
	m.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<meta><creator>depesche</creator></meta>\n")
	m.put("<graph mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" defaultedgetype=\"directed\">\n<attributes class=\"node\" mode=\"static\">\n")
	for _, f := range vertexFields {
		m.put("<attribute id=\"n_%s\" title=\"%s\" type=\"string\"/>\n", f, f)
	}
	m.put("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n")
	for _, f := range edgeFields {
		kind := f.kind
		if kind == "int" {
			kind = "integer"
		}
		m.put("<attribute id=\"e_%s\" title=\"%s\" type=\"%s\"/>\n", f.name, f.name, kind)
	}
	m.put("</attributes>\n<nodes>\n")
	for _, v := range nodes {
		m.put("<node id=\"%s\" label=\"%s\"><attvalues>", v.ID, v.name)
		for i, val := range v.values() {
			if val != "" {
				m.put("<attvalue for=\"n_%s\" value=\"%s\"/>", vertexFields[i], val)
			}
		}
		m.put("</attvalues></node>\n")
	}
	m.put("</nodes>\n<edges>\n")
	if err := x.eachEdge(func(e edge) error { m.gexfEdge(e); return m.err }); err != nil {
		return err
	}
	m.put("</edges>\n</graph>\n</gexf>\n")
	return m.err
}

func (m *markup) gexfEdge(e edge) {
	kind := "directed"
	if e.mutual {
		kind = "undirected"
	}
	m.put("<edge id=\"%s\" source=\"%s\" target=\"%s\" type=\"%s\" kind=\"%s\" label=\"%s\" weight=\"%s\"", e.id(), e.source, e.target, kind, register.TypeOf(&e.entry.Record), register.TypeOf(&e.entry.Record), strconv.Itoa(max(1, e.entry.Origins)))
	if d := e.entry.Record.Date; d.From != 0 {
		m.put(" start=\"%s\"", d.From.String())
	}
	if d := e.entry.Record.Date; d.To != 0 {
		m.put(" end=\"%s\"", d.To.String())
	}
	m.put("><attvalues>")
	for i, val := range e.values() {
		if val != "" {
			m.put("<attvalue for=\"e_%s\" value=\"%s\"/>", edgeFields[i].name, val)
		}
	}
	m.put("</attvalues></edge>\n")
}
