package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"depesche/source"
)

const (
	text  = "Norwegen und Island haben in Oslo ein Abkommen unterzeichnet."
	jsonl = `{"id":"j1","text":"Norwegen warnt."}` + "\n" + `{"id":"j2","text":"Island warnt."}` + "\n"
	rss   = `<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><item><guid>urn:r1</guid><description>Norwegen dankt.</description></item></channel></rss>`
	nitf  = `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="n1"/></docdata></head><body><body.content><p>Island dankt.</p></body.content></body></nitf>`
)

var html = "<!DOCTYPE html><html><head><title>Abkommen</title></head><body><article><p>" + strings.Repeat(text+" ", 6) + "</p></article></body></html>"

func warcFile() string {
	body := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/w\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(body), body)
}

func gz(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func zst(s string) string {
	var b bytes.Buffer
	w, _ := zstd.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

type file struct{ name, body string }

func zipped(files ...file) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		e, _ := w.Create(f.name)
		io.WriteString(e, f.body)
	}
	w.Close()
	return b.String()
}

func tarred(files ...file) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		w.WriteHeader(&tar.Header{Name: f.name, Typeflag: tar.TypeReg, Mode: 0o600, Size: int64(len(f.body))})
		io.WriteString(w, f.body)
	}
	w.WriteHeader(&tar.Header{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"})
	w.WriteHeader(&tar.Header{Name: "pipe", Typeflag: tar.TypeFifo})
	w.Close()
	return b.String()
}

func read(r *Reader, names ...string) (ids, errs []string) {
	for rep, err := range r.Reports(context.Background(), names...) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		ids = append(ids, rep.ID)
	}
	return ids, errs
}

func write(t *testing.T, files ...file) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var everything = []file{
	{"a.txt", text}, {"b.jsonl", jsonl}, {"c.html", html}, {"d.xml", rss}, {"e.xml", nitf}, {"f.warc", warcFile()}, {"g.warc.gz", gz(warcFile())},
	{"h.txt.gz", gz(text)}, {"i.zst", zst(text)}, {"sub/j.txt", text}, {".hidden", "x"}, {"__MACOSX/k.txt", "x"}, {"l.pdf", "%PDF-1.7"},
	{"q.json", `[{"id":"q1","text":"Norwegen warnt."}]`},
}

const everyID = "%[1]s/a.txt j1 j2 %[1]s/c.html urn:r1 n1 https://x.example/w https://x.example/w %[1]s/h.txt.gz %[1]s/i.zst %[1]s/sub/j.txt q1"

func TestEverything(t *testing.T) {
	dir := write(t, everything...)
	sorted := append([]file{}, everything...) // archives keep their own order
	nested := zipped(append(sorted, file{"../../etc/m.txt", text}, file{"n\x1b[31m.txt", text}, file{`o\p.txt`, text})...)
	all := write(t, file{"z.zip", nested}, file{"t.tar", tarred(everything...)}, file{"t.tar.gz", gz(tarred(everything...))}, file{"t.tgz", gz(tarred(everything...))},
		file{"both.tar.zst", zst(tarred(file{"in.zip", zipped(everything...)}))})
	folder := filepath.Base(dir)
	for _, c := range []struct{ path, want, pdf string }{
		{dir, strings.ReplaceAll(fmt.Sprintf(everyID, folder), "", ""), dir + "/l.pdf"},
		{all + "/t.tar", fmt.Sprintf(everyID, "t"), all + "/t.tar/l.pdf"},
		{all + "/t.tar.gz", fmt.Sprintf(everyID, "t"), all + "/t.tar.gz/l.pdf"},
		{all + "/t.tgz", fmt.Sprintf(everyID, "t"), all + "/t.tgz/l.pdf"},
		{all + "/z.zip", fmt.Sprintf(everyID, "z") + " z/etc/m.txt z/n\uFFFD[31m.txt z/o/p.txt", all + "/z.zip/l.pdf"},
		{all + "/both.tar.zst", fmt.Sprintf(everyID, "both/in.zip"), all + "/both.tar.zst/in.zip/l.pdf"},
	} {
		r := &Reader{}
		ids, errs := read(r, c.path)
		if got := strings.Join(ids, " "); !sameSet(got, c.want) {
			t.Errorf("%s:\n%s, want\n%s\n%q", c.path, got, c.want, errs)
		}
		if len(errs) != 1 || errs[0] != c.pdf+": not text: it looks like a PDF file" {
			t.Errorf("%s: %q", c.path, errs)
		}
		if r.Done() != Size(c.path)-hiddenBytes(c.path) {
			t.Errorf("%s: %d bytes read of %d", c.path, r.Done(), Size(c.path))
		}
		if f, err := os.Open(c.path); err == nil && !strings.HasSuffix(c.path, folder) { // the same as a stream
			again, _ := read(&Reader{Stdin: f}, "-")
			if len(again) != len(ids) {
				t.Errorf("%s: %d reports from the standard input, %d from the file", c.path, len(again), len(ids))
			}
			f.Close()
		}
	}
}

func hiddenBytes(path string) int64 {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return 2 // .hidden and __MACOSX
	}
	return 0
}

func sameSet(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	count := map[string]int{}
	for i := range x {
		count[x[i]]++
		count[y[i]]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		head, name string
		want       Format
	}{
		{"", "a.txt", Text}, {text, "a.html", Text}, {"<html>", "a.txt", HTML}, {" \n<!-- x --><P>hallo", "a", HTML}, {"<!DOCTYPE HTML PUBLIC \"x\">\n<TITLE>", "a", HTML},
		{rss, "a.html", Feed}, {"\xef\xbb\xbf" + nitf, "a.txt", NewsML}, {`<atom:feed xmlns:atom="x">`, "a", Feed}, {`<?xml version="1.0"?><newsItem `, "a", NewsML},
		{`<?xml version="1.0"?><kml>`, "a.kml", isXML}, {"<kml>", "a.txt", Text}, {"<Berlin> Es regnet.", "a.txt", Text}, {"<opml>", "x", isOPML},
		{jsonl, "a.txt", JSONL}, {jsonl, "a.json", JSONL}, {"{\n \"text\": \"x\"\n}", "a.json", isArray}, {"[{\"text\":\"x\"}]", "a.json", isArray},
		{"[dpa] Berlin", "a.txt", Text}, {"{dpa} Berlin", "a.txt", Text}, {"not json", "a.jsonl", JSONL}, {"# sent_id = 1\n1\tEr\ter\t_\t_\t_\t0\troot\t_\t_\n", "a.txt", isConllu},
		{"# Überschrift\nText", "a.md", Text}, {gz("x"), "a.txt", isGzip}, {gz(warcFile()), "a.gz", WARC}, {"\x1f\x8b", "a", isGzip}, {zipped(file{"a", "b"}), "a.txt", isZip},
		{tarred(file{"a", "b"}), "x", isTar}, {"%PDF", "a.txt", isOther}, {"BZh9", "a", isBzip2},
	} {
		if got := sniff([]byte(c.head), c.name); got != c.want {
			t.Errorf("%.30q %s: %s, want %s", c.head, c.name, got, c.want)
		}
	}
}

func TestUTF16(t *testing.T) {
	little := "\xff\xfe"
	for _, r := range html {
		little += string([]byte{byte(r), byte(r >> 8)})
	}
	dir := write(t, file{"a.html", little})
	if ids, errs := read(&Reader{}, dir+"/a.html"); len(ids) != 1 || len(errs) > 0 {
		t.Errorf("%q, %q", ids, errs)
	}
}

func TestNesting(t *testing.T) {
	deep := text
	for range MaxDepth + 1 {
		deep = gz(deep)
	}
	quine := tarred(file{"x", text})
	for range MaxDepth {
		quine = tarred(file{"a.txt", text}, file{"in.tar", quine})
	}
	dir := write(t, file{"deep.gz", deep}, file{"deep.tar", quine})
	ids, errs := read(&Reader{}, dir+"/deep.gz")
	if len(ids) != 0 || len(errs) != 1 || !strings.Contains(errs[0], "over a limit: archives nested more than 5 deep") {
		t.Errorf("%q %q", ids, errs)
	}
	ids, errs = read(&Reader{}, dir+"/deep.tar")
	if len(ids) != MaxDepth || len(errs) != 1 || !strings.Contains(errs[0], "archives nested") {
		t.Errorf("%q %q", ids, errs)
	}
}

// zeros writes so many lines of a megabyte through a packer.
func zeros(megabytes int, pack func(io.Writer) io.WriteCloser) string {
	var b bytes.Buffer
	w := pack(&b)
	block := []byte(`{"text":"` + strings.Repeat("x", 1<<20-12) + "\"}\n")
	for range megabytes {
		w.Write(block)
	}
	w.Close()
	return b.String()
}

func TestBombs(t *testing.T) {
	pack := func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }
	once := zeros(24, pack)
	var twice bytes.Buffer
	w := pack(&twice)
	io.WriteString(w, once)
	w.Close()
	many := []file{{"first.txt", text}}
	for i := range 40 {
		many = append(many, file{fmt.Sprintf("%d.gz", i), once[:len(once)/2]})
	}
	spaces := strings.Repeat(" ", 20<<20)
	dir := write(t, file{"a.jsonl.gz", once}, file{"twice.gz", twice.String()}, file{"many.zip", zipped(many...)}, file{"space.html.gz", gz("<html>" + spaces)},
		file{"space.zip", zipped(file{"1.txt", text}, file{"2.txt", spaces}, file{"3.txt", text})})
	for _, c := range []struct {
		name     string
		min, max int
		err      string
	}{
		{"a.jsonl.gz", 1, 1 << 30, "it unpacks to more than 250 times its size"},
		{"twice.gz", 1, 1 << 30, "it unpacks to more than 250 times its size"},
		{"many.zip", 1, 1 << 30, "it unpacks to more than 250 times its size"},
		{"space.html.gz", 0, 0, "too large: a page of more than 8 MB"},
		{"space.zip", 2, 2, "space.zip/2.txt: too large"},
	} {
		start := time.Now()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		n, hit := 0, false
		for _, err := range (&Reader{floor: 10 << 20}).Reports(context.Background(), dir+"/"+c.name) {
			if err == nil {
				n++
				continue
			}
			hit = hit || strings.Contains(err.Error(), c.err)
			var e *source.Error
			if !errors.As(err, &e) || e.Hint == "" {
				t.Errorf("%s: %v has no hint", c.name, err)
			}
		}
		runtime.ReadMemStats(&after)
		if !hit || n < c.min || n > c.max {
			t.Errorf("%s: %d reports, no error that says %q", c.name, n, c.err)
		}
		if d := time.Since(start); d > 60*time.Second || after.HeapInuse > before.HeapInuse+200<<20 {
			t.Errorf("%s: %v, %d MB", c.name, d, after.HeapInuse>>20)
		} else {
			t.Logf("%s: %d reports, %v", c.name, n, d)
		}
	}
}

func TestDamaged(t *testing.T) {
	z, tr, g := zipped(everything...), tarred(everything...), gz(strings.Repeat(text+" ", 3000))
	bad := []byte(zipped(file{"a.txt", text}, file{"b.txt", strings.Repeat(text, 50)}, file{"c.txt", text}))
	i := bytes.Index(bad, []byte("b.txt")) + 10
	for j := range 10 {
		bad[i+j] ^= 0x77
	}
	office := zipped(file{"[Content_Types].xml", "<x/>"}, file{"word/document.xml", "<x/>"})
	dir := write(t, file{"cut.zip", z[:len(z)-100]}, file{"cut.tar", tr[:strings.Index(tr, "WARC/1.0")+50]}, file{"cut.txt.gz", g[:len(g)-10]}, file{"bad.zip", string(bad)},
		file{"office.docx", office}, file{"short.gz", "\x1f\x8b\x08"}, file{"bad.bz2", "BZh9 no"}, file{"bad.zst", "\x28\xb5\x2f\xfdno"}, file{"list.opml", "<opml></opml>"}, file{"empty.zip", zipped()}, file{"conllu.txt", "1\tEr\ter\t_\t_\t_\t0\troot\t_\t_\n"})
	os.Mkdir(filepath.Join(dir, "none"), 0o700)
	for _, c := range []struct {
		name string
		n    int
		err  string
	}{
		{"cut.zip", 0, "cut.zip: malformed zip archive"}, {"cut.tar", 4, "cut off in its middle"}, {"cut.txt.gz", 1, "cut.txt.gz: malformed: cut off in its middle"},
		{"bad.zip", 2, "bad.zip/b.txt: "}, {"office.docx", 0, "not text: it is an office document"}, {"short.gz", 0, "short.gz: malformed gzip"},
		{"bad.bz2", 0, "bad.bz2: "}, {"bad.zst", 0, "bad.zst: "}, {"list.opml", 0, "list of feeds"}, {"none", 0, "none: empty: no files"}, {"empty.zip", 0, "empty.zip: empty"},
		{"absent", 0, "absent: no such file"}, {"conllu.txt", 0, "conllu.txt: no report"},
	} {
		ids, errs := read(&Reader{}, filepath.Join(dir, c.name))
		if len(ids) < c.n || c.n < 4 && len(ids) != c.n || !strings.Contains(strings.Join(errs, "\n"), c.err) {
			t.Errorf("%s: %q, %q, want %d and %q", c.name, ids, errs, c.n, c.err)
		}
	}
}

func TestContext(t *testing.T) {
	dir := write(t, everything...)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range (&Reader{}).Reports(ctx, dir) {
		if n++; n == 2 {
			cancel()
		}
		last = err
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d, %v", n, last)
	}
	for range (&Reader{}).Reports(context.Background(), dir, dir) {
		break
	}
}

func TestZipEntries(t *testing.T) {
	z := zipped(everything...)
	if n := zipEntries(strings.NewReader(z), int64(len(z))); n != uint64(len(everything)) {
		t.Error(n)
	}
	if n := zipEntries(strings.NewReader("PK"), 2); n != 0 {
		t.Error(n)
	}
}

func TestDocumentIDs(t *testing.T) {
	for in, want := range map[string]string{"-": "stdin", "a/b.txt": "b", "b.tar.gz": "b", "n.warc.gz": "n", "x/a.txt y/a.txt": "x/a y/a", "a.txt.gz": "a"} {
		if got := strings.Join(DocumentIDs(strings.Fields(in)), " "); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func FuzzIntake(f *testing.F) {
	for _, e := range everything {
		f.Add([]byte(e.body))
	}
	f.Add([]byte(zipped(everything[:4]...)))
	f.Add([]byte(tarred(everything[:4]...)))
	f.Fuzz(func(t *testing.T, b []byte) {
		for r, err := range (&Reader{Stdin: bytes.NewReader(b)}).Reports(context.Background(), "-") {
			if (r == nil) == (err == nil) {
				t.Fatal(r, err)
			}
		}
	})
}
