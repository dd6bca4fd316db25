package model

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"depesche/report"
)

// magic begins every model file, inside the compression.
const magic = "depesche model 1\n"

// header is the JSON line at the start of a file.
type header struct {
	Lang    string   `json:"lang"`
	Sizes   Sizes    `json:"sizes"`
	Buckets int      `json:"buckets"`
	Classes int      `json:"classes"`
	Words   int      `json:"words"`
	Groups  []Group  `json:"groups"`
	Rels    []string `json:"rels"`

	Tables     map[string]string `json:"tables,omitempty"`
	Dictionary int               `json:"dictionary,omitempty"` // bytes after the arrays
}

// Write writes the model as a gzip file: tables of vectors as 8-bit numbers with a
// scale a row, dense arrays as 16-bit numbers with a scale a row. Words and scales are
// compressed; the numbers hardly get smaller, so they are only stored, which makes
// reading quick. The file is a row of gzip members.
func (m *Model) Write(to io.Writer) error {
	for _, t := range []*Table{&m.WordTable, &m.FeatureTable} {
		if t.Floats != nil {
			*t = t.shrink()
		}
	}
	return errors.Join(
		pack(to, gzip.BestCompression, m.writeHeader, m.writeWords, m.WordTable.writeScales),
		pack(to, gzip.NoCompression, m.WordTable.writeSmall),
		pack(to, gzip.BestCompression, m.FeatureTable.writeScales),
		pack(to, gzip.NoCompression, m.FeatureTable.writeSmall, m.writeRest))
}

// pack writes a gzip member of some parts.
func pack(to io.Writer, level int, parts ...func(io.Writer) error) error {
	z, err := gzip.NewWriterLevel(to, level)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(z)
	for _, part := range parts {
		if err := part(w); err != nil {
			return err
		}
	}
	return errors.Join(w.Flush(), z.Close())
}

func (m *Model) writeWords(w io.Writer) error {
	_, err := io.WriteString(w, strings.Join(m.Words, "\n")+"\n")
	return err
}

func (t *Table) writeScales(w io.Writer) error { return binary.Write(w, binary.LittleEndian, t.Scales) }

func (t *Table) writeSmall(w io.Writer) error { return binary.Write(w, binary.LittleEndian, t.Small) }

// writeRest writes the dense arrays and the dictionary.
func (m *Model) writeRest(w io.Writer) error {
	for _, p := range m.Parameters() {
		if err := writeDense(w, *p.Data, p.Rows); err != nil {
			return err
		}
	}
	_, err := w.Write(m.Dictionary)
	return err
}

// writeHeader writes the magic and the header.
func (m *Model) writeHeader(w io.Writer) error {
	h := header{m.Lang, m.Sizes, m.Buckets, m.Classes, len(m.Words), m.Groups, nil, m.Tables, len(m.Dictionary)}
	for _, r := range m.Rels {
		h.Rels = append(h.Rels, r.String())
	}
	line, err := json.Marshal(h)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", magic, line)
	return err
}

// shrink is the table in 8-bit numbers.
func (t *Table) shrink() Table {
	rows := len(t.Floats) / t.Width
	out := Table{Width: t.Width, Small: make([]int8, len(t.Floats)), Scales: make([]float32, rows)}
	for r := range rows {
		row := t.Floats[r*t.Width : (r+1)*t.Width]
		scale := largest(row) / 127
		if scale == 0 {
			continue
		}
		out.Scales[r] = scale
		for j, v := range row {
			out.Small[r*t.Width+j] = int8(math.RoundToEven(float64(v / scale)))
		}
	}
	return out
}

func largest(row []float32) float32 {
	top := float32(0)
	for _, v := range row {
		top = max(top, v, -v)
	}
	return top
}

func writeDense(w io.Writer, data []float32, rows int) error {
	columns := len(data) / rows
	small := make([]int16, columns)
	for r := range rows {
		row := data[r*columns : (r+1)*columns]
		scale := largest(row) / 32767
		for j, v := range row {
			small[j] = 0
			if scale > 0 {
				small[j] = int16(math.RoundToEven(float64(v / scale)))
			}
		}
		if err := errors.Join(binary.Write(w, binary.LittleEndian, scale), binary.Write(w, binary.LittleEndian, small)); err != nil {
			return err
		}
	}
	return nil
}

// limits on what a file may ask for
const (
	maxWords = 1 << 20
	maxWidth = 1 << 10
	maxTable = 1 << 27
	maxDict  = 1 << 26
)

// Read reads a model that Write wrote.
func Read(from io.Reader) (*Model, error) {
	z, err := gzip.NewReader(from)
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	in := bufio.NewReaderSize(z, 1<<16)
	m := &Model{}
	if err := m.read(in); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return m, nil
}

func (m *Model) read(in *bufio.Reader) error {
	first, err := in.ReadString('\n')
	if err != nil || first != magic {
		return errors.New("not a model of this version")
	}
	words, err := m.readHeader(in)
	if err != nil {
		return err
	}
	if err := m.readWords(in, words); err != nil {
		return err
	}
	if err := m.WordTable.read(in, words+1, m.Sizes.Word); err != nil {
		return err
	}
	if err := m.FeatureTable.read(in, m.Buckets+m.Classes, m.Sizes.Feature); err != nil {
		return err
	}
	var raw []byte
	for _, p := range m.Parameters() {
		columns := p.Size / p.Rows
		raw = sized(raw, 4+2*columns)
		*p.Data = make([]float32, p.Size)
		for r := range p.Rows {
			if _, err := io.ReadFull(in, raw); err != nil {
				return fmt.Errorf("%s: %w", p.Name, err)
			}
			scale := math.Float32frombits(binary.LittleEndian.Uint32(raw))
			row := (*p.Data)[r*columns : (r+1)*columns]
			for j := range row {
				row[j] = scale * float32(int16(binary.LittleEndian.Uint16(raw[4+2*j:])))
			}
		}
	}
	if _, err := io.ReadFull(in, m.Dictionary); err != nil {
		return fmt.Errorf("dictionary: %w", err)
	}
	return nil
}

// readWords reads the words into one piece of memory.
func (m *Model) readWords(in *bufio.Reader, words int) error {
	var all []byte
	ends := make([]int, words)
	for i := range ends {
		w, err := in.ReadSlice('\n')
		if err != nil {
			return fmt.Errorf("word %d: %w", i, err)
		}
		all = append(all, w[:len(w)-1]...)
		ends[i] = len(all)
	}
	text, at := string(all), 0
	m.Words = make([]string, words)
	for i, end := range ends {
		m.Words[i], at = text[at:end], end
	}
	return nil
}

func (m *Model) readHeader(in *bufio.Reader) (words int, err error) {
	line, err := in.ReadBytes('\n')
	if err != nil {
		return 0, err
	}
	var h header
	if err := json.Unmarshal(line, &h); err != nil {
		return 0, err
	}
	z := h.Sizes
	for _, n := range []int{z.Word, z.Feature, z.Hidden, z.Tags, z.Arc, z.Rel} {
		if n <= 0 || n > maxWidth || n%8 != 0 {
			return 0, fmt.Errorf("width %d", n)
		}
	}
	if z.Pairs < 0 || z.Pairs > 1 {
		return 0, errors.New("header out of bounds")
	}
	if h.Words < 0 || h.Words > maxWords || h.Buckets < 1 || h.Buckets > maxWords || h.Classes < 0 || h.Classes > maxWords || len(h.Groups) == 0 || len(h.Rels) == 0 {
		return 0, errors.New("header out of bounds")
	}
	if h.Dictionary < 0 || h.Dictionary > maxDict {
		return 0, errors.New("dictionary too large")
	}
	m.Tables = h.Tables
	m.Dictionary = make([]byte, h.Dictionary)
	if rows := max(h.Words+1, h.Buckets+h.Classes); rows*max(z.Word, z.Feature) > maxTable {
		return 0, errors.New("tables too large")
	}
	if err := checkGroups(h.Groups); err != nil {
		return 0, err
	}
	m.Lang, m.Sizes, m.Buckets, m.Classes, m.Groups = h.Lang, h.Sizes, h.Buckets, h.Classes, h.Groups
	for _, r := range h.Rels {
		m.Rels = append(m.Rels, report.ParseRel(r))
	}
	return h.Words, nil
}

// checkGroups says whether the groups lie side by side, the parts of speech first.
func checkGroups(groups []Group) error {
	at := 0
	for i, g := range groups {
		if g.At != at || len(g.Values) == 0 || (g.Feature < 0) != (i == 0) || g.Feature > int(report.Voice) {
			return fmt.Errorf("tag group %d out of place", i)
		}
		at += len(g.Values)
	}
	if len(groups[0].Values) != int(report.X) || at > maxWidth {
		return errors.New("wrong parts of speech")
	}
	return nil
}

func (t *Table) read(in io.Reader, rows, width int) error {
	raw := make([]byte, 4*rows)
	if _, err := io.ReadFull(in, raw); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	t.Width, t.Scales, t.Small = width, make([]float32, rows), make([]int8, rows*width)
	for i := range t.Scales {
		t.Scales[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	for at := 0; at < len(t.Small); {
		n, err := io.ReadFull(in, raw[:min(len(raw), len(t.Small)-at)])
		if err != nil {
			return fmt.Errorf("table: %w", err)
		}
		for j, b := range raw[:n] {
			t.Small[at+j] = int8(b)
		}
		at += n
	}
	return nil
}
