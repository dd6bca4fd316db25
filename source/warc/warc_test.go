package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"

	"depesche/report"
	"depesche/source"
)

const prose = "Der norwegische Außenminister Lars Berg hat am Mittwoch in Reykjavík seine isländische Kollegin getroffen. Beide Seiten sprachen über die Fischerei im Nordmeer, über Häfen und über ein Abkommen zur Seenotrettung."

func html(n int) string {
	return fmt.Sprintf("<html><head><title>Treffen %d</title></head><body><article><h1>Treffen %d</h1><p>%s</p><p>%s Nummer %d.</p></article></body></html>", n, n, prose, prose, n)
}

func rec(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2023-03-02T04:05:06Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, contentType, len(block), block)
}

func answered(uri, fields, body string) string {
	return rec("response", uri, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"+fields+"\r\n"+body)
}

func zip(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&b)
		io.WriteString(w, p)
		w.Close()
	}
	return b.String()
}

func read(body string) (reports []*report.Report, errs []string) {
	for r, err := range Reports("n.warc", strings.NewReader(body), source.Options{}) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		reports = append(reports, r)
	}
	return reports, errs
}

func ids(reports []*report.Report) string {
	var s []string
	for _, r := range reports {
		s = append(s, strings.TrimPrefix(r.ID, "https://x.example/"))
	}
	return strings.Join(s, " ")
}

func archive() []string {
	var br bytes.Buffer
	w := brotli.NewWriter(&br)
	io.WriteString(w, html(5))
	w.Close()
	chunks := func(s string) string { return fmt.Sprintf("%x\r\n%s\r\n5;x\r\n     \r\n0\r\n\r\n", len(s), s) }
	return []string{
		rec("warcinfo", "", "application/warc-fields", "software: x\r\n"),
		rec("request", "https://x.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
		answered("https://x.example/1", "", html(1)),
		answered("https://x.example/2023/03/01/2", "Content-Encoding: gzip\r\n", zip(html(2))),
		answered("https://x.example/3", "Transfer-Encoding: chunked\r\n", chunks(html(3))),
		answered("https://x.example/4", "Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", html(4)), // stored decoded
		answered("<https://x.example/5>", "Content-Encoding: br\r\n", br.String()),
		rec("response", "https://x.example/404", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+html(9)),
		rec("response", "https://x.example/png", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
		rec("response", "dns:x.example", "text/dns", "1.2.3.4"),
		rec("resource", "https://x.example/6", "text/html", html(6)),
		rec("conversion", "https://x.example/7", "text/plain", prose),
		answered("https://x.example/empty", "", "<html></html>"),
	}
}

const all = "1 2023/03/01/2 3 4 5 6 7"

func TestArchive(t *testing.T) {
	for name, body := range map[string]string{
		"plain": strings.Join(archive(), ""), "a member each": zip(archive()...), "one member": zip(strings.Join(archive(), "")),
		"without empty lines": zip(strings.ReplaceAll(strings.Join(archive(), ""), "\r\n\r\nWARC", "\r\nWARC")),
	} {
		reports, errs := read(body)
		if got := ids(reports); got != all {
			t.Errorf("%s: %s", name, got)
		}
		if len(errs) != 1 || errs[0] != "n.warc:13: no report: the page has no main text" {
			t.Errorf("%s: %q", name, errs)
		}
	}
	reports, _ := read(zip(archive()...))
	r := reports[1]
	if r.Title != "Treffen 2" || r.URL != "https://x.example/2023/03/01/2" || r.Date.EDTF() != "2023-03-01" || r.Outlet != "x.example" || r.Origin != "n.warc:4" {
		t.Errorf("%+v", r)
	}
	if reports[0].Date.Known() {
		t.Error("the day on which a crawler came is taken for the day of publication")
	}
}

// TestDamage cuts, overwrites and mixes archives: what is whole is read, and
// each fault is an error that names its record.
func TestDamage(t *testing.T) {
	parts := archive()
	var members []string
	for _, p := range parts {
		members = append(members, zip(p))
	}
	broken := []byte(members[3])
	for i := 30; i < 60; i++ {
		broken[i] ^= 0x5a
	}
	plain, packed := strings.Join(parts, ""), strings.Join(members, "")
	for name, c := range map[string]struct{ body, ids, err string }{
		"member overwritten":   {strings.Join(members[:3], "") + string(broken) + strings.Join(members[4:], ""), "1 3 4 5 6 7", "malformed WARC record"},
		"junk between":         {strings.Join(members[:3], "") + "junk\x1f\x8bjunk" + strings.Join(members[3:], ""), all, "malformed WARC record"},
		"cut in a member":      {packed[:len(strings.Join(members[:4], ""))+200], "1 2023/03/01/2", "cut off"},
		"plain, cut":           {plain[:len(strings.Join(parts[:4], ""))+400], "1 2023/03/01/2", "cut off"},
		"plain, cut in header": {plain[:len(strings.Join(parts[:4], ""))+40], "1 2023/03/01/2", "cut off"},
		"junk in plain":        {strings.Join(parts[:3], "") + "junk\r\n\r\n" + strings.Join(parts[3:], ""), all, "no WARC record begins"},
		"wrong length":         {strings.Join(parts[:2], "") + strings.Replace(parts[2], "Content-Length: ", "Content-Length: -", 1) + strings.Join(parts[3:], ""), "2023/03/01/2 3 4 5 6 7", "Content-Length"},
		"no length":            {strings.Join(parts[:2], "") + strings.Replace(parts[2], "Content-Length: ", "X: ", 1) + strings.Join(parts[3:], ""), "2023/03/01/2 3 4 5 6 7", "no Content-Length"},
		"huge length":          {strings.Join(parts[:3], "") + strings.Replace(parts[3], "Content-Length: ", "Content-Length: 99999999", 1), "1", "cut off"},
		"no archive":           {"nothing here\n", "", "no WARC record begins"},
	} {
		start := time.Now()
		reports, errs := read(c.body)
		if got := ids(reports); got != c.ids {
			t.Errorf("%s: reports %q, want %q; errors %q", name, got, c.ids, errs)
		}
		if len(errs) == 0 || !strings.Contains(strings.Join(errs, "\n"), c.err) || !strings.HasPrefix(errs[0], "n.warc:") || len(errs) > 3 {
			t.Errorf("%s: errors %q, want %q", name, errs, c.err)
		}
		if time.Since(start) > 5*time.Second {
			t.Errorf("%s took %v", name, time.Since(start))
		}
	}
}

func TestLimits(t *testing.T) {
	bomb := zip(strings.Repeat("\x00", 100<<20))
	body := zip(answered("https://x.example/bomb", "Content-Encoding: gzip\r\n", bomb), answered("https://x.example/1", "", html(1)),
		answered("https://x.example/huge", "", strings.Repeat(" ", MaxBlock)), answered("https://x.example/2", "", html(2)),
		"WARC/1.0\r\n"+strings.Repeat("X: y\r\n", 100_000)+"\r\n", answered("https://x.example/3", "", html(3)))
	reports, errs := read(body)
	if got := ids(reports); got != "1 2 3" {
		t.Errorf("%s, %q", got, errs)
	}
	for i, want := range []string{"n.warc:1: too large", "n.warc:3: too large", "n.warc:5: malformed WARC record: header of more than 64 KB"} {
		if i >= len(errs) || !strings.HasPrefix(errs[i], want) {
			t.Errorf("errors %q, want %q", errs, want)
		}
	}
}

func TestBomb(t *testing.T) {
	body := zip(answered("https://x.example/1", "", html(1)), rec("metadata", "https://x.example/bomb", "text/plain", strings.Repeat(" ", 80<<20)), answered("https://x.example/2", "", html(2)))
	reports, errs := read(body)
	if got := ids(reports); got != "1" || len(errs) != 1 || !strings.Contains(errs[0], "250 times its size") {
		t.Errorf("%s, %q", got, errs)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestBrokenReader(t *testing.T) {
	n := 0
	for _, err := range Reports("n.warc", io.MultiReader(strings.NewReader("WARC/1.0\r\n"), broken{}), source.Options{}) {
		if n++; n > 5 {
			t.Fatal(err)
		}
	}
	if n == 0 {
		t.Error("no error")
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(strings.Join(archive()[:4], "")))
	f.Add([]byte(zip(archive()[:4]...)))
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		for r, err := range Reports("f.warc", bytes.NewReader(b), source.Options{}) {
			if (r == nil) == (err == nil) {
				t.Fatal(r, err)
			}
			if n++; n > len(b)+10 {
				t.Fatal("no end")
			}
		}
	})
}

// noise is markup that packs to about a fifth, as pages do.
func noise(seed, n int) string {
	r := rand.New(rand.NewPCG(1, uint64(seed)))
	var b strings.Builder
	for b.Len() < n {
		fmt.Fprintf(&b, `<div class="c%d"><a href="/artikel/%x">%x %s</a></div>`, r.IntN(50), r.Uint32(), r.Uint32(), prose[:r.IntN(len(prose))])
	}
	return strings.ToValidUTF8(b.String(), "")
}

func BenchmarkScan(b *testing.B) {
	var parts []string
	for i := range 300 {
		parts = append(parts, answered(fmt.Sprint("https://x.example/", i), "", html(i)+noise(i, 60_000)))
	}
	size := len(strings.Join(parts, ""))
	for name, body := range map[string]string{"plain": strings.Join(parts, ""), "gzip": zip(parts...)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for r := NewReader(strings.NewReader(body)); ; n++ {
					if _, err := r.Next(wanted); err != nil {
						break
					}
				}
				if n != len(parts) {
					b.Fatal(n)
				}
			}
		})
	}
}
