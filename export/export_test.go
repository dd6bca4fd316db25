package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/piprate/json-gold/ld"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

// kept is a register of a test.
type kept struct {
	entries []register.Entry
	members []register.Member
	reports []register.Report
}

func (k *kept) Entries(context.Context, register.Filter) iter.Seq2[register.Entry, error] {
	return seq(k.entries)
}

func (k *kept) Reports(context.Context) iter.Seq2[register.Report, error] { return seq(k.reports) }

func (k *kept) Members(_ context.Context, ids ...register.ID) (out []register.Member, _ error) {
	for _, m := range k.members {
		if slices.Contains(ids, m.Entry) {
			out = append(out, m)
		}
	}
	return out, nil
}

func seq[T any](list []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, t := range list {
			if !yield(t, nil) {
				return
			}
		}
	}
}

func on(y, m, d int) record.Day { return record.DayOf(y, m, d) }

func date(from, to record.Day, text string) record.Date {
	return record.Date{From: from, To: to, Text: text}
}

var (
	germany = record.Entity{ID: "Q183", Type: "state", Name: "Germany", State: "DEU"}
	poland  = record.Entity{ID: "Q36", Type: "state", Name: "Poland", State: "POL", Text: "Polen"}
	russia  = record.Entity{ID: "Q159", Type: "state", Name: "Russia", State: "RUS", Sector: "GOV"}
	berg    = record.Entity{ID: "x:lars-berg", Type: "person", Name: "Lars Berg; der Ältere", State: "NOR", Sector: "GOV", Role: "foreign_minister"}
	blatt   = record.Entity{ID: "x:nordblatt", Type: "organisation", Name: "Nordblatt", Sector: "MED"}
	eu      = record.Entity{ID: "Q458", Type: "organisation", Name: "European Union", Sector: "IGO"}
	berlin  = record.Entity{ID: "Q64", Type: "place", Name: "Berlin", State: "DEU", Text: "Berlin"}
)

// fixture has an entry of each kind and the ones that layouts cannot say.
func fixture() *kept {
	k := &kept{}
	for i := range 3 {
		k.reports = append(k.reports, register.Report{ID: register.ID(100 + i), Name: fmt.Sprintf("r%d", i), Outlet: "Nordblatt", URL: fmt.Sprintf("https://nordblatt.example/%d", i), Lang: "de",
			Title: "Titel <" + strconv.Itoa(i) + "> & mehr", Date: record.Interval{From: on(2023, 3, 1+i), To: on(2023, 3, 1+i)}, Origin: 100, Reader: "1 abc"})
	}
	k.reports[2].Date = record.Month(2023, 4)
	k.reports[2].Outlet, k.reports[2].URL = "", ""
	for _, r := range []record.Record{
		{Kind: record.KindEvent, Status: record.Actual, Type: "SANCTION", Plover: "SANCTION", Mode: "expel", Context: []string{"diplomatic", "legal"}, Cameo: "161", Score: -5.5,
			Actor: []record.Entity{poland}, Recipient: []record.Entity{russia}, Date: date(on(2023, 2, 28), on(2023, 2, 28), "am Dienstag"), Place: &berlin, Says: []record.Attribution{{Who: &berg, Cue: "sagte"}}},
		{Kind: record.KindEvent, Status: record.Planned, Type: "CONSULT", Plover: "AGREE", Mode: "visit", Cameo: "030", Score: 2.5, Actor: []record.Entity{germany, poland, berg}, Date: date(on(2023, 5, 1), on(2023, 5, 31), "im Mai")},
		{Kind: record.KindEvent, Status: record.Actual, Type: "X-VOTE", Actor: []record.Entity{germany}, Recipient: []record.Entity{eu}},
		{Kind: record.KindEvent, Status: record.Actual, Type: "REJECT", Plover: "REJECT", Cameo: "12", Score: -2, Negated: true, Actor: []record.Entity{germany}, Recipient: []record.Entity{eu}},
		{Kind: record.KindEvent, Status: record.Possible, Type: "AID", Plover: "AID", Cameo: "07", Score: 10, Actor: []record.Entity{germany}, Recipient: []record.Entity{eu}},
		{Kind: record.KindEvent, Status: record.Actual, Type: "PROTEST", Plover: "PROTEST", Mode: "demo", Cameo: "14", Score: -5, Actor: []record.Entity{blatt}, Killed: &record.Range{Min: 2, Max: 3}},
		{Kind: record.KindStatement, Status: record.Actual, Form: "direct", Speaker: []record.Entity{berg}, To: []record.Entity{eu}, Quote: "»Wir,\n\"sie\"\tund <alle>«"},
		{Kind: record.KindFigure, Status: record.Actual, Measure: "trade", Of: []record.Entity{germany, poland}, Value: &record.Quantity{Min: 5e9, Max: 5.25e9, Unit: "money", Currency: "EUR"},
			Change: &record.Quantity{Min: 0.1, Max: 0.1, Unit: "percent", Direction: "up"}, Period: date(on(2022, 1, 1), on(2022, 12, 31), "2022"), Approximate: true},
		{Kind: record.KindRelation, Status: record.Actual, Predicate: "member_of", As: "observer", Subject: []record.Entity{germany, poland}, Object: []record.Entity{eu}, Date: record.Date{From: on(2004, 5, 1)}},
		{Kind: record.KindRelation, Status: record.Actual, Predicate: "holds_office", As: "foreign_minister", Subject: []record.Entity{berg}, Object: []record.Entity{{ID: "Q20", Type: "state", Name: "Norway", State: "NOR"}}},
	} {
		id := register.ID(len(k.entries) + 1)
		r.ID, r.Confidence = id.String(), 0.75
		for n := range 2 {
			m := register.Member{ID: id*10 + register.ID(n), Report: k.reports[n].ID, Entry: id, Record: r, Source: k.reports[n]}
			m.Record.Evidence = []record.Evidence{{Document: k.reports[n].ID.String(), Sentence: n, Start: 10 * n, End: 10*n + 5, Text: "Satz <" + strconv.Itoa(n) + "> & \"so\"\u0001."}}
			k.members = append(k.members, m)
			if n == 0 {
				r.Evidence = m.Record.Evidence
			}
		}
		e := register.Entry{ID: id, Record: r, Reports: 2, Origins: 1, First: on(2023, 3, 1), Last: on(2023, 3, 2), Outlets: []string{"Nordblatt", "Südblatt"}}
		if r.Kind == record.KindFigure {
			e.Claims = []register.Claim{{Value: r.Value, Change: r.Change, Reports: 1, Origins: 1, First: e.First, Last: e.First, Superseded: 102}, {Value: &record.Quantity{Min: 6e9, Max: 6e9, Unit: "money", Currency: "EUR"}, By: []record.Entity{germany}, Reports: 1, Origins: 1, Newest: true}}
		}
		if r.Status == record.Planned {
			e.Plan = &register.PlanState{Status: register.PlanOpen, Due: r.Date.To, Shown: 1}
		}
		k.entries = append(k.entries, e)
	}
	return k
}

func write(t *testing.T, format string, o Options) (string, Counts) {
	t.Helper()
	if o.Base == nil {
		base, err := knowledge.Load()
		if err != nil {
			t.Fatal(err)
		}
		o.Base = base
	}
	o.Version = "1.2.3"
	var b, again bytes.Buffer
	counts, err := Write(context.Background(), format, fixture(), &b, o)
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	if _, err := Write(context.Background(), format, fixture(), &again, o); err != nil || format != "parquet" && again.String() != b.String() {
		t.Errorf("%s: other bytes the second time (%v)", format, err)
	}
	return b.String(), counts
}

// TestFlat holds CSV and Parquet, each read back by a library of its own, to
// the same rows.
func TestFlat(t *testing.T) {
	for table, rows := range map[string]int{"entries": 10, "parties": 23, "claims": 3, "evidence": 20, "reports": 3} {
		text, counts := write(t, "csv", Options{Table: table})
		cells, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		packed, pcounts := write(t, "parquet", Options{Table: table})
		file, err := parquet.OpenFile(strings.NewReader(packed), int64(len(packed)))
		if err != nil {
			t.Fatal(err)
		}
		if len(cells)-1 != rows || counts.Rows != rows || pcounts != counts || file.NumRows() != int64(rows) {
			t.Errorf("%s: %d rows of CSV, %d of Parquet, %+v, want %d", table, len(cells)-1, file.NumRows(), counts, rows)
			continue
		}
		compareParquet(t, table, cells, file)
	}
}

// compareParquet compares cell by cell, values read without this package's types.
func compareParquet(t *testing.T, table string, cells [][]string, file *parquet.File) {
	for c, field := range file.Schema().Fields() {
		if cells[0][c] != field.Name() {
			t.Fatalf("%s: column %d is %q in CSV, %q in Parquet", table, c, cells[0][c], field.Name())
		}
	}
	line := 1
	for _, group := range file.RowGroups() {
		in := group.Rows()
		for {
			row := make([]parquet.Row, 1)
			n, err := in.ReadRows(row)
			for range n {
				for c, v := range row[0] {
					if got := parquetCell(v, file.Schema().Fields()[c]); got != cells[line][c] {
						t.Errorf("%s: line %d, %s: %q in Parquet, %q in CSV", table, line, cells[0][c], got, cells[line][c])
					}
				}
				line++
			}
			if errors.Is(err, io.EOF) || n == 0 {
				break
			}
		}
		in.Close()
	}
	if line != len(cells) {
		t.Errorf("%s: %d lines of Parquet, %d of CSV", table, line, len(cells))
	}
}

func parquetCell(v parquet.Value, f parquet.Field) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.Int32 && f.Type().String() == "DATE":
		return (record.Day(v.Int32()) + record.DayOf(1970, 1, 1)).String()
	case v.Kind() == parquet.Double:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64)
	}
	return v.String()
}

func TestEntryRow(t *testing.T) {
	text, _ := write(t, "csv", Options{})
	cells, _ := csv.NewReader(strings.NewReader(text)).ReadAll()
	get := func(line int, column string) string { return cells[line][slices.Index(cells[0], column)] }
	for _, c := range []struct {
		line         int
		column, want string
	}{
		{1, "type", "SANCTION"}, {1, "contexts", "diplomatic; legal"}, {1, "date_from", "2023-02-28"}, {1, "place", "Berlin"}, {1, "says_names", "Lars Berg, der Ältere"}, {1, "score", "-5.5"},
		{2, "plover", "AGREE"}, {2, "first_names", "Germany; Poland; Lars Berg, der Ältere"}, {2, "plan", "open"}, {2, "plan_due", "2023-05-31"}, {2, "plan_shown", "0000000000000001"},
		{3, "plover", ""}, {3, "type", "X-VOTE"}, {6, "killed_max", "3"}, {7, "quote", "»Wir,\n\"sie\"\tund <alle>«"}, {7, "score", ""},
		{8, "value_max", "5250000000"}, {8, "change_min", "0.1"}, {8, "period_to", "2022-12-31"}, {8, "claims", "2"}, {9, "as", "observer"}, {9, "date_to", ""},
	} {
		if got := get(c.line, c.column); got != c.want {
			t.Errorf("line %d, %s: %q, want %q", c.line, c.column, got, c.want)
		}
	}
}

// TestLayouts checks the columns of the event data sets, and which events they
// can say: not those of an extension type, denied or only possible.
func TestLayouts(t *testing.T) {
	want := map[string]struct {
		columns, rows, entries int
		header                 bool
		missing                string
	}{"polecat": {40, 3, 3, true, "None"}, "icews": {20, 7, 2, true, "NULL"}, "gdelt": {61, 8, 3, false, ""}, "phoenix": {26, 7, 2, false, ""}}
	for format, w := range want {
		text, counts := write(t, format, Options{})
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		if w.header {
			lines = lines[1:]
		}
		if len(lines) != w.rows || counts.Rows != w.rows || counts.Entries != w.entries || counts.Left != 10-w.entries {
			t.Errorf("%s: %d rows, %+v", format, len(lines), counts)
		}
		for _, l := range lines {
			cells := strings.Split(l, "\t")
			if len(cells) != w.columns {
				t.Errorf("%s: %d columns in %q", format, len(cells), l)
			}
			if strings.Contains(l, "X-") || w.missing != "" && slices.Contains(cells, "") {
				t.Errorf("%s: %q", format, l)
			}
		}
	}
}

func cellsOf(t *testing.T, format string, line int) []string {
	text, _ := write(t, format, Options{})
	return strings.Split(strings.Split(text, "\n")[line], "\t")
}

func TestLayoutValues(t *testing.T) {
	for _, c := range []struct {
		format string
		line   int
		want   map[int]string // column from 1
	}{
		{"polecat", 1, map[int]string{1: "0000000000000001_SANCTION", 2: "2023-02-28", 3: "SANCTION", 4: "expel", 5: "-5.5", 6: "4", 7: "diplomatic; legal", 8: "Poland", 9: "Poland", 10: "290", 11: "None", 14: "Polen", 16: "Russia", 18: "365", 19: "GOV", 25: "Berlin", 28: "Germany", 34: "Nordblatt; Südblatt", 35: "2023-03-01", 39: "de", 40: "1.2.3"}},
		{"polecat", 2, map[int]string{2: "2023-05-01", 3: "AGREE", 4: "None", 6: "1", 8: "Germany; Poland; Lars Berg, der Ältere", 13: "; ; foreign_minister", 16: "None"}},
		{"polecat", 3, map[int]string{11: "JRN"}},
		{"icews", 1, map[int]string{1: "1", 2: "2023-02-28", 3: "Poland", 4: "NULL", 5: "Poland", 7: "161", 8: "-4.0", 9: "Russia", 10: "Government", 12: "100", 13: "1", 14: "Nordblatt", 15: "Berlin", 18: "Germany"}},
		{"gdelt", 0, map[int]string{1: "1", 2: "20230228", 3: "202302", 4: "2023", 5: "2023.2411", 6: "POL", 7: "POLAND", 8: "POL", 13: "", 16: "RUSGOV", 18: "RUS", 23: "GOV", 26: "1", 27: "161", 28: "161", 29: "16", 30: "4", 31: "-4.0", 32: "2", 33: "2", 34: "2", 36: "1", 38: "PL", 52: "4", 54: "GM", 60: "20230302000000", 61: "https://nordblatt.example/0"}},
		{"gdelt", 7, map[int]string{6: "MED", 16: "", 27: "140", 28: "140", 29: "14"}},
		{"phoenix", 0, map[int]string{1: "1_1.2.3", 2: "20230228", 3: "2023", 4: "02", 5: "28", 6: "POL", 7: "POL", 10: "RUSGOV", 12: "GOV", 14: "161", 15: "16", 16: "3", 17: "-4.0", 21: "Berlin", 23: "DEU", 24: "0000000000000064_0;0000000000000065_1", 26: "Nordblatt;Südblatt"}},
	} {
		cells := cellsOf(t, c.format, c.line)
		for n, want := range c.want {
			if cells[n-1] != want {
				t.Errorf("%s line %d column %d: %q, want %q", c.format, c.line, n, cells[n-1], want)
			}
		}
	}
}

// graphXML is either graph format as far as the test looks at it.
type graphXML struct {
	Nodes []struct {
		ID string `xml:"id,attr"`
	} `xml:"graph>node"`
	GexfNodes []struct {
		ID    string `xml:"id,attr"`
		Label string `xml:"label,attr"`
	} `xml:"graph>nodes>node"`
	Edges     []graphEdge `xml:"graph>edge"`
	GexfEdges []graphEdge `xml:"graph>edges>edge"`
}

type graphEdge struct {
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Start  string `xml:"start,attr"`
	End    string `xml:"end,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
	Values []struct {
		Key   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	} `xml:"attvalues>attvalue"`
}

func TestGraphs(t *testing.T) {
	var all [2][]string
	for i, format := range []string{"graphml", "gexf"} {
		text, counts := write(t, format, Options{})
		var g graphXML
		if err := xml.Unmarshal([]byte(text), &g); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		nodes := map[string]bool{}
		for _, n := range g.Nodes {
			nodes[n.ID] = true
		}
		for _, n := range g.GexfNodes {
			nodes[n.ID] = true
		}
		edges := append(g.Edges, g.GexfEdges...)
		if len(nodes) != 6 || len(edges) != counts.Rows || counts.Entries+counts.Left != 10 {
			t.Errorf("%s: %d nodes, %d edges, %+v", format, len(nodes), len(edges), counts)
		}
		for _, e := range edges {
			if !nodes[e.Source] || !nodes[e.Target] {
				t.Errorf("%s: an edge of nobody: %+v", format, e)
			}
			line := e.Source + " " + e.Target
			for _, d := range e.Data {
				line += "|" + strings.TrimPrefix(d.Key, "e_") + "=" + d.Value
			}
			for _, d := range e.Values {
				line += "|" + strings.TrimPrefix(d.Key, "e_") + "=" + d.Value
			}
			all[i] = append(all[i], line)
		}
		if format == "gexf" && (edges[0].Start != "2023-02-28" || edges[0].End != "2023-02-28") {
			t.Errorf("interval %+v", edges[0])
		}
	}
	if !reflect.DeepEqual(all[0], all[1]) {
		t.Errorf("the graphs differ:\n%q\n%q", all[0], all[1])
	}
}

// TestJSONLD expands the document with a processor and counts what is in it.
func TestJSONLD(t *testing.T) {
	text, counts := write(t, "jsonld", Options{})
	var doc any
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	expanded, err := ld.NewJsonLdProcessor().Expand(doc, ld.NewJsonLdOptions(""))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	var target string
	for _, n := range expanded {
		for _, k := range n.(map[string]any)["@type"].([]any) {
			kinds[k.(string)]++
			if k == "http://www.w3.org/ns/oa#Annotation" && target == "" {
				target = fmt.Sprint(n)
			}
		}
	}
	for kind, want := range map[string]int{"http://www.w3.org/ns/prov#Entity": 13, "http://www.w3.org/ns/oa#Annotation": 20, "http://www.w3.org/ns/prov#Activity": 1, "urn:depesche:ns:event": 6, "https://schema.org/NewsArticle": 3} {
		if kinds[kind] != want {
			t.Errorf("%d of %s, want %d", kinds[kind], kind, want)
		}
	}
	if len(expanded) != counts.Rows || counts.Entries != 10 {
		t.Errorf("%d nodes, %+v", len(expanded), counts)
	}
	for _, want := range []string{"http://www.w3.org/ns/oa#DataPositionSelector", "http://www.w3.org/ns/oa#exact", "urn:depesche:report:0000000000000064"} {
		if !strings.Contains(target, want) {
			t.Errorf("no %s in %s", want, target)
		}
	}
	if !strings.Contains(fmt.Sprint(expanded), "http://www.wikidata.org/entity/Q183") {
		t.Error("Germany has no address")
	}
}

func TestFTM(t *testing.T) {
	text, counts := write(t, "ftm", Options{})
	schemas, ids := map[string]int{}, map[string]bool{}
	dec := json.NewDecoder(strings.NewReader(text))
	n := 0
	for {
		var e ftmEntity
		if err := dec.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		n++
		schemas[e.Schema]++
		if ids[e.ID] {
			t.Errorf("%s stands there twice", e.ID)
		}
		ids[e.ID] = true
		for _, p := range []string{"organizer", "involved", "proof", "member", "organization", "employee", "employer"} {
			for _, to := range e.Properties[p] {
				if !ids[to] {
					t.Errorf("%s names %s before it stands there", e.ID, to)
				}
			}
		}
	}
	if want := map[string]int{"Article": 3, "Person": 1, "PublicBody": 4, "Organization": 2, "Event": 4, "Membership": 2, "Employment": 1}; !reflect.DeepEqual(schemas, want) || n != counts.Rows || counts.Left != 4 {
		t.Errorf("%v, %+v", schemas, counts)
	}
}

func TestUnknown(t *testing.T) {
	if _, err := Write(context.Background(), "xlsx", fixture(), io.Discard, Options{}); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	if _, err := Write(context.Background(), "csv", fixture(), io.Discard, Options{Table: "x"}); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	for _, format := range Formats { // an empty register is a document all the same
		var b bytes.Buffer
		if _, err := Write(context.Background(), format, &kept{}, &b, Options{}); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestFailing(t *testing.T) {
	for _, format := range Formats {
		if _, err := Write(context.Background(), format, fixture(), full{}, Options{}); err == nil {
			t.Errorf("%s: a full disk is no error", format)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestCodes(t *testing.T) {
	c, err := loadCodes()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{"161": "-4.0", "1831": c.cameo["1831"].goldstein, "0399": "5.0", "99": ""} {
		if got := c.goldstein(code); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
	for code, want := range map[string][2]int{"01": {1, 0}, "036": {1, 1}, "07": {2, 2}, "13": {3, 3}, "163": {4, 3}, "20": {4, 4}} {
		if quad(code) != want[0] || penta(code) != want[1] {
			t.Errorf("%s: %d %d", code, quad(code), penta(code))
		}
	}
}
