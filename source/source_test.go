package source

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"depesche/record"
	"depesche/report"
)

func TestOpening(t *testing.T) {
	// What must come out: date (EDTF), place, outlet, and the first words of the prose.
	for _, c := range []struct{ known, text, date, place, outlet, prose string }{
		{"", " date 2023-03 Der Handel wächst.", "2023-03", "", "", "Der Handel"},
		{"", "date: 2021-05-04\nDer Handel wächst.", "2021-05-04", "", "", "Der Handel"},
		{"2020", "date 2021 Der Handel wächst.", "2020", "", "", "Der Handel"},
		{"", "date night in Paris ends badly.", "", "", "", "date night"},
		{"", "Peking, 1. März 2023 (dpa) – China hat gewarnt.", "2023-03-01", "Peking", "dpa", "China hat"},
		{"", "BEIJING, March 1 (Reuters) - China warned.", "", "BEIJING", "Reuters", "China warned"},
		{"2023", "BEIJING, March 1 (Reuters) - China warned.", "2023-03-01", "BEIJING", "Reuters", "China warned"},
		{"2023-04", "BEIJING, March 1 (Reuters) - China warned.", "2023-04", "BEIJING", "Reuters", "China warned"},
		{"2022-12/2023-01", "PARIS, Jan. 2 (AFP) - France warned.", "2023-01-02", "PARIS", "AFP", "France warned"},
		{"", "MOSCOW, September 3, 2021 /TASS/. Russia warned.", "2021-09-03", "MOSCOW", "TASS", "Russia warned"},
		{"", "date 2021-09 MOSCOW, Sept. 3 (AP) -- Russia warned.", "2021-09-03", "MOSCOW", "AP", "Russia warned"},
		{"", "Wien/Brüssel – Die Regierung hat sich auf ein Paket geeinigt.", "", "Wien/Brüssel", "", "Die Regierung"},
		{"", "Hanoi / Phnom Penh – Die Erwartungen an den Parteitag waren hoch.", "", "Hanoi / Phnom Penh", "", "Die Erwartungen"},
		{"", "Berlin (dpa) - Die Regierung hat gewarnt.", "", "Berlin", "dpa", "Die Regierung"},
		{"", "Berlin (dpa/AFP) - »Wir warnen«, sagte sie.", "", "Berlin", "dpa/AFP", "»Wir warnen"},
		{"", "Frankfurt am Main (dpa) — Die Bank warnt.", "", "Frankfurt am Main", "dpa", "Die Bank"},
		{"", "WASHINGTON (AP) — The president spoke.", "", "WASHINGTON", "AP", "The president"},
		{"", "KIEV, Ukraine — The president spoke.", "", "KIEV", "", "The president"},
		{"", "St. Petersburg, 3. Juni 2020 (AFP) – Die Messe beginnt.", "2020-06-03", "St. Petersburg", "AFP", "Die Messe"},
		{"", "Friday, July 21, 2017\nA group of students won.", "2017-07-21", "", "", "Friday, July"},
		{"", "Students win prize\nFriday, July 21, 2017\nA group won.", "2017-07-21", "", "", "Students win"},
		{"", "Hardliner setzen sich durch. Hanoi / Phnom Penh – Die Erwartungen an den Parteitag waren hoch.", "", "Hanoi / Phnom Penh", "", "Hardliner"},
		{"", "Regierung warnt\n\nGenf, 2. Mai 2022 (KNA) – Es wird kalt.", "2022-05-02", "Genf", "KNA", "Regierung warnt"},
		// Not datelines.
		{"", "Merkel – die Kanzlerin – hat gewarnt und ist dann abgereist.", "", "", "", "Merkel –"},
		{"", "Merkel – Kanzlerin seit 2005 – hat gewarnt und ist dann abgereist.", "", "", "", "Merkel –"},
		{"", "Ukraine – Neue Verhandlungen", "", "", "", "Ukraine –"},
		{"", "US-Präsident Biden hat gewarnt.", "", "", "", "US-Präsident"},
		{"", "Berlin, die Hauptstadt, wächst.", "", "", "", "Berlin, die"},
		{"", "Im März 2023 – so viel ist sicher – wird es eng.", "", "", "", "Im März"},
	} {
		known, err := record.ParseEDTF(c.known)
		if err != nil && c.known != "" {
			t.Fatal(err)
		}
		r, err := Text("x.txt", []byte(c.text), Options{Date: known})
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := r.Date.EDTF(); got != c.date {
			t.Errorf("%q: date %q, want %q", c.text, got, c.date)
		}
		if r.Place != c.place || r.Outlet != c.outlet {
			t.Errorf("%q: place %q outlet %q, want %q %q", c.text, r.Place, r.Outlet, c.place, c.outlet)
		}
		if !strings.HasPrefix(r.Text[r.Body:], c.prose) {
			t.Errorf("%q: prose begins %q, want %q", c.text, r.Text[r.Body:], c.prose)
		}
		if line := r.Cut(r.Dateline); strings.Contains(line, c.prose) || c.place != "" && !strings.HasPrefix(line, c.place) {
			t.Errorf("%q: dateline %q", c.text, line)
		}
		if r.Text != c.text {
			t.Errorf("%q: the text was changed to %q", c.text, r.Text)
		}
	}
}

func TestCharset(t *testing.T) {
	for in, want := range map[string]string{
		"Grüße aus München.":                           "Grüße aus München.",
		"\xef\xbb\xbfGrüße.":                           "Grüße.",
		"Gr\xfc\xdfe \x84so\x93 \x80 5.":               "Grüße „so“ € 5.",
		"Größe und Güte, abgeschnitten mitten im \xc3": "Größe und Güte, abgeschnitten mitten im \uFFFD",
	} {
		r, err := Text("x.txt", []byte(in), Options{})
		if err != nil || r.Text != want {
			t.Errorf("%q: got %v, %v, want %q", in, r, err, want)
		}
	}
}

func TestBadText(t *testing.T) {
	for _, c := range []struct {
		in   string
		want error
		says string
	}{
		{"", ErrEmpty, "empty"},
		{" \n\t ", ErrEmpty, "empty"},
		{"abc\x00def", ErrBinary, "control characters"},
		{"%PDF-1.7 …", ErrBinary, "a PDF file"},
		{"\xff\xfeA\x00", ErrBinary, "UTF-16"},
		{strings.Repeat("ab\x01\x02", 50), ErrBinary, "100 control characters"},
		{"Gr\xfc\x81\xdfe", ErrCharset, "windows-1252"},
		{"<!DOCTYPE html><p>Hallo", ErrBinary, "HTML"},
		{strings.Repeat("wort ", MaxText/5+1), ErrTooLarge, "4 MB"},
	} {
		_, err := Text("in/bad.txt", []byte(c.in), Options{})
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, c.want) || e.Input != "in/bad.txt" || e.Hint == "" || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.30q: %v (%+v), want %v that says %q", c.in, err, e, c.want, c.says)
		}
	}
}

func collect(in io.Reader, o Options) (reports []*report.Report, errs []string) {
	for r, err := range JSONL("r.jsonl", in, o) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		reports = append(reports, r)
	}
	return reports, errs
}

func TestJSONL(t *testing.T) {
	in := strings.Join([]string{
		`{"id":"a","lang":"de","date":"2023-03","title":"Titel","text":"Berlin (dpa) - Es regnet.","extra":[1,{}]}`,
		``,
		`{"id":7,"date":2023,"text":"It rains."}`,
		`{"text":"No id.","date":"2021-05-06T07:08:09Z","lang":null}`,
		`{"text":""}`,
		`not json`,
		`["a"]`,
		`{"text":5}`,
		`{"text":"Bad date.","date":"next week"}`,
		`{"text":"Long date.","date":"Friday, July 21, 2017"}`,
		`{"text":"cut`,
	}, "\r\n")
	reports, errs := collect(strings.NewReader(in), Options{})
	want := []struct{ id, lang, date, title string }{
		{"a", "de", "2023-03", "Titel"}, {"7", "", "2023", ""}, {"r:4", "", "2021-05-06", ""}, {"r:10", "", "2017-07-21", ""},
	}
	if len(reports) != len(want) {
		t.Fatalf("%d reports, want %d; errors %q", len(reports), len(want), errs)
	}
	for i, w := range want {
		if r := reports[i]; r.ID != w.id || r.Lang != w.lang || r.Date.EDTF() != w.date || r.Title != w.title {
			t.Errorf("report %d: %+v, want %+v", i, r, w)
		}
	}
	for i, w := range []string{"r.jsonl:5: empty", "r.jsonl:6: malformed", "r.jsonl:7: malformed: not an object", `r.jsonl:8: malformed: field "text"`, `r.jsonl:9: date "next week"`, "r.jsonl:11: malformed"} {
		if i >= len(errs) || !strings.HasPrefix(errs[i], w) {
			t.Errorf("errors %q, want number %d to begin %q", errs, i, w)
		}
	}
}

func TestJSONLOptionsWin(t *testing.T) {
	reports, _ := collect(strings.NewReader(`{"lang":"de","date":"2023","text":"x y"}`), Options{Lang: "en", Date: record.Year(2020)})
	if r := reports[0]; r.Lang != "en" || r.Date.EDTF() != "2020" {
		t.Errorf("got %q %q", r.Lang, r.Date.EDTF())
	}
}

func TestLongLine(t *testing.T) {
	in := io.MultiReader(
		strings.NewReader(`{"id":"a","text":"Eins."}`+"\n"),
		strings.NewReader(`{"id":"b","text":"`), io.LimitReader(zeros{}, 17<<20), strings.NewReader(`"}`+"\n"),
		strings.NewReader(`{"id":"c","text":"Drei."}`))
	reports, errs := collect(in, Options{})
	if len(reports) != 2 || reports[1].ID != "c" || len(errs) != 1 || !strings.HasPrefix(errs[0], "r.jsonl:2: too large") {
		t.Errorf("%d reports, errors %q", len(reports), errs)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '0'
	}
	return len(b), nil
}

func TestBrokenReader(t *testing.T) {
	_, errs := collect(io.MultiReader(strings.NewReader("{\"text\":\"a\"}\n"), broken{}), Options{})
	if len(errs) != 1 || !strings.HasPrefix(errs[0], "r.jsonl:2: disk on fire") {
		t.Errorf("errors %q", errs)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestTables(t *testing.T) {
	if _, err := loadTables(); err != nil {
		t.Fatal(err)
	}
	if err := eachLine("x.tsv", "# c\n\na\tb\nc\n", 2, func([]string) error { return nil }); err == nil || err.Error() != "x.tsv:4: 1 fields, want 2" {
		t.Errorf("got %v", err)
	}
}

func TestDocumentID(t *testing.T) {
	for name, want := range map[string]string{"-": "stdin", "a/b.txt": "b", "b.tar.gz": "b.tar", ".txt": ".txt"} {
		if got := DocumentID(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Peking, 1. März 2023 (dpa) – China", "date 2023-03 x", "A / B – C d. e", "MOSCOW, Sept. 3 /TASS/. R", "Fr\xfc", "A,", "A (", "Berlin, 29. Februar (dpa)-"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := Text("f.txt", b, Options{})
		if err != nil {
			return
		}
		if r.Body < 0 || r.Body > len(r.Text) {
			t.Fatalf("body %d of %d", r.Body, len(r.Text))
		}
		for at := range r.Text {
			if d, ok := FindDateline(r.Text, at); ok && (d.Start < at || d.End <= d.Start || d.End > len(r.Text)) {
				t.Fatalf("dateline %+v at %d of %q", d, at, r.Text)
			}
		}
	})
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n{\n\n[]"))
	f.Add([]byte(`{"id":1e9,"date":"2023-13","text":"Berlin (dpa) - x"}`))
	f.Fuzz(func(_ *testing.T, b []byte) {
		for range JSONL("f.jsonl", strings.NewReader(string(b)), Options{}) {
		}
	})
}

func TestStdin(t *testing.T) {
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	if _, err := ReadText("-", f, Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("got %v", err)
	}
}
