package names

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// magic begins every file, inside the compression.
const magic = "depesche names 3\n"

// maxFile is the size above which a file is not read.
const maxFile = 1 << 26

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
	raw, err := io.ReadAll(io.LimitReader(z, maxFile))
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	raw, ok := bytes.CutPrefix(raw, []byte(magic))
	m := &Model{Rows: make([]byte, Buckets*NumTags), Next: make([]int16, (NumTags+1)*NumTags)}
	if !ok || len(raw) < len(m.Rows)+2*len(m.Next) {
		return nil, errors.New("names: not a model of this version")
	}
	copy(m.Rows, raw)
	raw = raw[len(m.Rows):]
	for i := range m.Next {
		m.Next[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	raw = raw[2*len(m.Next):]
	m.Letters = make(Letters, LetterRows*NumLetters)
	if len(raw) < len(m.Letters) {
		return nil, errCut
	}
	for i := range m.Letters {
		m.Letters[i] = int8(raw[i])
	}
	raw = raw[len(m.Letters):]
	if raw, err = m.Words.sets.read(raw); err == nil {
		_, err = m.Lists.sets.read(raw)
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

// read reads a table and gives what follows.
func (t *table) read(raw []byte) ([]byte, error) {
	if len(raw) < 4 {
		return nil, errCut
	}
	n := int(binary.LittleEndian.Uint32(raw))
	raw = raw[4:]
	if n > len(raw)/8 {
		return nil, errCut
	}
	t.grow(2 * n)
	hash := uint32(0)
	for i := range n {
		hash += uint32(raw[i]) | uint32(raw[n+i])<<8 | uint32(raw[2*n+i])<<16 | uint32(raw[3*n+i])<<24
		t.add(hash, binary.LittleEndian.Uint32(raw[4*(n+i):]))
	}
	return raw[8*n:], nil
}

var errCut = errors.New("names: the file is cut off")
