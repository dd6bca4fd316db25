package names

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// magic begins every file, inside the compression.
const magic = "depesche names 2\n"

// maxFile is the size above which a file is not read.
const maxFile = 1 << 26

// Write writes the model: gzip of the rows, of the pairs of tags, and of the words,
// each as its length in a byte, its letters, its lists (two bytes, little end first)
// and its two clusters.
func (m *Model) Write(to io.Writer) error {
	z, err := gzip.NewWriterLevel(to, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(z)
	w.WriteString(magic)
	for _, v := range []any{m.Rows, m.Next} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	for _, form := range slices.Sorted(maps.Keys(m.Words)) {
		if len(form) > 255 {
			return fmt.Errorf("names: a word of %d bytes", len(form))
		}
		x := m.Words[form]
		w.WriteByte(byte(len(form)))
		w.WriteString(form)
		w.Write([]byte{byte(x.Lists), byte(x.Lists >> 8), x.Fine, x.Coarse})
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return z.Close()
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
	m := &Model{Rows: make([]int8, Buckets*NumTags), Next: make([]int16, (NumTags+1)*NumTags)}
	if !ok || len(raw) < len(m.Rows)+2*len(m.Next) {
		return nil, errors.New("names: not a model of this version")
	}
	for i := range m.Rows {
		m.Rows[i] = int8(raw[i])
	}
	raw = raw[len(m.Rows):]
	for i := range m.Next {
		m.Next[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	m.Words, err = readWords(raw[2*len(m.Next):])
	return m, err
}

func readWords(raw []byte) (Words, error) {
	text := string(raw) // one string, of which the words are parts
	count := 0
	for at := 0; at < len(raw); at += 1 + int(raw[at]) + 4 {
		count++
	}
	ws := make(Words, count)
	for at := 0; at < len(raw); {
		end := at + 1 + int(raw[at])
		if end+4 > len(raw) {
			return nil, errors.New("names: the file is cut off")
		}
		ws[text[at+1:end]] = Word{uint16(raw[end]) | uint16(raw[end+1])<<8, raw[end+2], raw[end+3]}
		at = end + 4
	}
	return ws, nil
}
