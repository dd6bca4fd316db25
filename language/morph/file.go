package morph

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"depesche/language/data"
	"depesche/report"
)

// magic begins a dictionary's file, which is compressed with gzip. It holds, with
// numbers as unsigned varints and strings as length and bytes:
//
//	edits    number, then each: offset, infix, cut, append
//	tags     number, then each: part of speech, features, kind of name
//	classes  number, then each: 1 if common else 0, number of readings, then each: tag, edit
//	arcs     see input.arcs
//	rules    number, then each: key, edit
//	exceptions  number, then each: key, lemma
const magic = "DPM2"

var loaders = struct {
	sync.Mutex
	of map[string]func() (*Dict, error)
}{of: map[string]func() (*Dict, error){}}

// Load gives the dictionary of a language, read once and shared. A language
// without one has an empty dictionary, which knows nothing.
func Load(lang string) (*Dict, error) {
	loaders.Lock()
	load := loaders.of[lang]
	if load == nil {
		load = sync.OnceValues(func() (*Dict, error) { return read(lang) })
		loaders.of[lang] = load
	}
	loaders.Unlock()
	return load()
}

// Of gives the dictionary of a model: its own file, or, if it has none, the one of
// its language.
func Of(lang string, own []byte) (*Dict, error) {
	if len(own) == 0 {
		return Load(lang)
	}
	return Parse(lang, own)
}

// Empty says whether the dictionary holds no form.
func (d *Dict) Empty() bool { return len(d.arcs) == 0 }

func read(lang string) (*Dict, error) {
	name := lang + "/morph.bin.gz"
	b, err := data.Files.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return Parse(lang, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	d, err := Parse(lang, b)
	if err != nil {
		return nil, fmt.Errorf("dictionary %s: %w", name, err)
	}
	return d, nil
}

// Parse reads a dictionary's file; no bytes give an empty dictionary.
func Parse(lang string, b []byte) (*Dict, error) {
	d := &Dict{lang: lang}
	if err := d.loadTables(); err != nil {
		return nil, err
	}
	if len(b) == 0 {
		return d, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(io.LimitReader(z, 1<<28))
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(raw, []byte(magic)) {
		return nil, fmt.Errorf("not a dictionary of this version (%s)", magic)
	}
	in := input{b: raw[len(magic):]}
	d.decode(&in)
	if in.bad {
		return nil, io.ErrUnexpectedEOF
	}
	if err := d.loadLemmas(); err != nil {
		return nil, err
	}
	return d, d.check()
}

func (d *Dict) decode(in *input) {
	d.edits = make([]edit, in.count(4))
	for i := range d.edits {
		d.edits[i] = edit{at: in.int(), infix: in.string(), cut: in.int(), append: in.string()}
	}
	tags := make([]Analysis, in.count(3))
	for i := range tags {
		tags[i] = Analysis{UPOS: report.UPOS(min(in.int(), int(report.X))), Feats: report.Feats(in.uint()), Name: report.NameTag(min(in.int(), int(report.NameIOther)))}
	}
	d.classes = make([]class, in.count(2))
	var pool []Analysis
	for i := range d.classes {
		d.classes[i].common = in.int() == 1
		n := in.count(2)
		if len(pool) < n {
			pool = make([]Analysis, max(n, 4096))
		}
		d.classes[i].analyses, pool = pool[:n:n], pool[n:]
		for j := range d.classes[i].analyses {
			tag := in.int()
			if tag >= len(tags) {
				in.bad = true
				return
			}
			a := tags[tag]
			a.edit = uint32(in.int())
			d.classes[i].analyses[j] = a
		}
	}
	d.decodeRest(in)
}

func (d *Dict) decodeRest(in *input) {
	d.arcs = in.arcs()
	n := in.count(2)
	d.rules = make(map[string]uint32, n)
	for range n {
		key := in.string()
		d.rules[key] = uint32(in.int())
	}
	n = in.count(2)
	d.exceptions = make(map[string]string, n)
	for range n {
		key := in.string()
		d.exceptions[key] = in.string()
	}
}

// input reads numbers and strings; bad says that it ended early.
type input struct {
	b   []byte
	bad bool
}

func (in *input) uint() uint64 {
	v, n := binary.Uvarint(in.b)
	if n <= 0 {
		in.b, in.bad = nil, true
		return 0
	}
	in.b = in.b[n:]
	return v
}

func (in *input) int() int { return int(min(in.uint(), 1<<31)) }

// count is a number of things that take at least size bytes each.
func (in *input) count(size int) int {
	n := in.int()
	if n > len(in.b)/size {
		in.b, in.bad = nil, true
		return 0
	}
	return n
}

func (in *input) string() string {
	n := in.count(1)
	s := string(in.b[:n])
	in.b = in.b[n:]
	return s
}
