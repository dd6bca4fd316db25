package wikidata

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"strings"
	"testing"

	"depesche/knowledge"
)

func newImport(t testing.TB) *Import {
	t.Helper()
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	im, err := NewImport(know)
	if err != nil {
		t.Fatal(err)
	}
	return im
}

func stop(err error) error { return err }

// TestImport reads a small dump of our own making, plain and packed.
func TestImport(t *testing.T) {
	plain, err := os.ReadFile("testdata/small.json")
	if err != nil {
		t.Fatal(err)
	}
	bz, err := os.ReadFile("testdata/small.json.bz2")
	if err != nil {
		t.Fatal(err)
	}
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	if _, err := w.Write(plain); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"people.tsv": "Q900000001 DEU 1 Emilia Probefall|E. Probefall Emilia Testcase; Q900000003 BEL 1 Karl Beispiel Charles Example",
		"offices.tsv": "Q900000001 DEU foreign_minister 2031-03-01 2033   wikidata; " +
			"Q900000003 BEL head_of_government 2032-05  2032-06-01  wikidata",
		"organisations.tsv": "Q900000020 igo IGO  Bund der Proben League of Trials|League of all Trials|LoT",
		"places.tsv":        "Q900000030 DEU town 12 Probingen Testville town 50.13 8.50",
		"memberships.tsv":   "Q900000020 BEL member 2030-01-01 ",
	}
	for name, b := range map[string][]byte{"plain": plain, "gzip": gz.Bytes(), "bzip2": bz} {
		im := newImport(t)
		if err := im.Read(name, bytes.NewReader(b), stop); err != nil {
			t.Fatal(name, err)
		}
		tables := im.Tables("2032-06-01")
		if len(tables) != len(want) {
			t.Errorf("%s: %d tables, want %d", name, len(tables), len(want))
		}
		for table, w := range want {
			var rows []string
			if tables[table] != nil {
				for _, r := range tables[table].Rows {
					rows = append(rows, strings.Join(r, " "))
				}
			}
			if got := strings.Join(rows, "; "); got != w {
				t.Errorf("%s: %s: %q, want %q", name, table, got, w)
			}
		}
		dir := t.TempDir() + "/mine"
		if err := knowledge.WriteTables(dir, tables); err != nil {
			t.Error(name, err)
		}
		if _, err := knowledge.LoadWith(dir); err != nil {
			t.Error(name, err)
		}
	}
}

// TestSpoilt: a spoilt line is named; what follows is read if asked for.
func TestSpoilt(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"id":"Q1",`, "dump:2: no item of Wikidata: unexpected end"},
		{`{"id":"X1"}`, ""},
		{`{"id":"Qx"}`, `dump:2: no item of Wikidata: id "Qx"`},
		{`{"id":"Q1","labels":7}`, "dump:2: no item of Wikidata"},
		{`{"id":"Q1","x":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`, "dump:2: more than 64 brackets"},
	} {
		dump := "[\n" + c.line + ",\n{\"id\":\"Q2\",\"type\":\"item\"}\n]\n"
		im := newImport(t)
		err := im.Read("dump", strings.NewReader(dump), stop)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.line, err, c.want)
		}
		var named []error
		im = newImport(t)
		if err := im.Read("dump", strings.NewReader(dump), func(err error) error { named = append(named, err); return nil }); err != nil {
			t.Error(err)
		}
		if im.Counts["items"] != 1 || (len(named) == 1) != (c.want != "") {
			t.Errorf("%s: %d items, %v", c.line, im.Counts["items"], named)
		}
	}
}

func TestCutOff(t *testing.T) {
	plain, err := os.ReadFile("testdata/small.json")
	if err != nil {
		t.Fatal(err)
	}
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	if _, err := w.Write(plain); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	err = newImport(t).Read("dump.gz", bytes.NewReader(gz.Bytes()[:gz.Len()/2]), stop)
	if err == nil || !strings.HasPrefix(err.Error(), "dump.gz:") {
		t.Errorf("half a dump: %v", err)
	}
}

func TestRoles(t *testing.T) {
	im := newImport(t)
	for label, want := range map[string]string{
		"deputy prime minister of norway": "", "minister for foreign affairs": "foreign_minister", "president of peru": "head_of_state",
		"mayor of rome": "mayor", "king of jordan": "monarch", "minister of transport": "minister", "gardener": "",
	} {
		if got := im.role(label); got != want {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	plain, err := os.ReadFile("testdata/small.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain)
	f.Add([]byte("[\n{\"id\":\"Q5\",\"claims\":{\"P31\":[{}]}}\n"))
	skip := errors.New("spoilt")
	f.Fuzz(func(t *testing.T, b []byte) {
		im := newImport(t)
		_ = im.Read("dump", bytes.NewReader(b), func(error) error { return skip })
		for name, table := range im.Tables("2030") {
			for _, r := range table.Rows {
				for _, c := range r {
					if strings.ContainsAny(c, "\t\n") {
						t.Errorf("%s: cell %q", name, c)
					}
				}
			}
		}
	})
}
