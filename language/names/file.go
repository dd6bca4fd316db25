package names

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// magic begins every file, inside the compression.
const magic = "depesche names 3\n"

// maxTable is the number of hashes above which a table is not read.
const maxTable = 1 << 21

// Write writes the model: gzip of the rows, of the pairs of tags, of the weights of
// letters, and of two tables, of words and of lists. Numbers have their little end first.
func (m *Model) Write(to io.Writer) error {
	z, err := gzip.NewWriterLevel(to, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(z)
	w.WriteString(magic)
	letters := m.Letters
	if len(letters) == 0 {
		letters = make(Letters, LetterRows*NumLetters)
	}
	for _, v := range []any{m.Rows, m.Next, letters} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	for _, t := range []*table{&m.Words.sets, &m.Lists.sets} {
		if err := t.write(w); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// write writes the number of hashes, the steps from one to the next, of all steps the
// lowest bytes first, then the next, since the high ones are alike, and the sets.
func (t *table) write(w *bufio.Writer) error {
	all := t.sorted()
	if err := binary.Write(w, binary.LittleEndian, uint32(t.n)); err != nil {
		return err
	}
	for shift := 0; shift < 32; shift += 8 {
		last := uint32(0)
		for _, s := range all {
			w.WriteByte(byte((s.hash - last) >> shift))
			last = s.hash
		}
	}
	sets := make([]uint32, len(all))
	for i, s := range all {
		sets[i] = s.set
	}
	return binary.Write(w, binary.LittleEndian, sets)
}

// Read reads a model that Write wrote.
func Read(from io.Reader) (*Model, error) {
	z, err := gzip.NewReader(from)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	m := &Model{Rows: make([]byte, Buckets*NumTags), Next: make([]int16, (NumTags+1)*NumTags)}
	if err := m.read(z); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return m, nil
}

func (m *Model) read(in io.Reader) error {
	first := make([]byte, len(magic))
	if _, err := io.ReadFull(in, first); err != nil || string(first) != magic {
		return errors.New("not a model of this version")
	}
	if _, err := io.ReadFull(in, m.Rows); err != nil {
		return err
	}
	raw := make([]byte, 2*len(m.Next)+LetterRows*NumLetters)
	if _, err := io.ReadFull(in, raw); err != nil {
		return err
	}
	for i := range m.Next {
		m.Next[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	m.Letters = make(Letters, LetterRows*NumLetters)
	for i, b := range raw[2*len(m.Next):] {
		m.Letters[i] = int8(b)
	}
	for _, t := range []*table{&m.Words.sets, &m.Lists.sets} {
		if err := t.read(in); err != nil {
			return err
		}
	}
	if _, err := io.ReadFull(in, first[:1]); err != io.EOF {
		return cmp.Or(err, errors.New("more than a model"))
	}
	return nil
}

func (t *table) read(in io.Reader) error {
	raw := make([]byte, 4)
	if _, err := io.ReadFull(in, raw); err != nil {
		return err
	}
	n := int(binary.LittleEndian.Uint32(raw))
	if n > maxTable {
		return errors.New("table too large")
	}
	raw = make([]byte, 8*n)
	if _, err := io.ReadFull(in, raw); err != nil {
		return err
	}
	t.grow(2 * n)
	hash := uint32(0)
	for i := range n {
		hash += uint32(raw[i]) | uint32(raw[n+i])<<8 | uint32(raw[2*n+i])<<16 | uint32(raw[3*n+i])<<24
		t.add(hash, binary.LittleEndian.Uint32(raw[4*(n+i):]))
	}
	return nil
}
