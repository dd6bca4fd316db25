package knowledge

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Table is the rows of a table to be written, each of cells.
type Table struct {
	Comment string // what it is and its columns, a line or more
	Rows    [][]string
}

// WriteTables writes tables, by file name, into a folder that is not there yet
// or is empty. They are written beside it, read back over the built-in ones, and
// only then get its name, so that nothing half-written or unreadable is left.
func WriteTables(dir string, tables map[string]*Table) (err error) {
	dir = filepath.Clean(dir)
	switch list, err := os.ReadDir(dir); {
	case err == nil && len(list) > 0:
		return fmt.Errorf("%s: not empty", dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+".new-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(temp)
		}
	}()
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		if t := tables[name]; len(t.Rows) > 0 {
			if err := os.WriteFile(filepath.Join(temp, name), t.bytes(), 0o644); err != nil {
				return err
			}
		}
	}
	if _, err := LoadWith(temp); err != nil {
		return fmt.Errorf("what was to be written cannot be read: %w", err)
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return err
	}
	return os.Rename(temp, dir)
}

func (t *Table) bytes() []byte {
	var b strings.Builder
	for line := range strings.SplitSeq(t.Comment, "\n") {
		b.WriteString("# " + line + "\n")
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			if cells[i] = c; c == "" {
				cells[i] = "-"
			}
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t-") + "\n")
	}
	return []byte(b.String())
}

// Add appends a row to a table, made if it is not there.
func Add(tables map[string]*Table, name string, cells ...string) {
	if tables[name] == nil {
		tables[name] = &Table{}
	}
	tables[name].Rows = append(tables[name].Rows, cells)
}

// Cell makes a name fit for a cell: without the marks that tables use and with
// single spaces; "" if nothing is left.
func Cell(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\t', '\n', '\r', '\u00a0':
			return ' '
		case '|', '*', '~', '(', ')':
			return -1
		}
		if r < ' ' || r == '\ufffd' {
			return -1
		}
		return r
	}, s)
	s = strings.TrimLeft(strings.Join(strings.Fields(s), " "), "#")
	if s == "-" {
		return ""
	}
	return strings.TrimSpace(s)
}

// Slug makes a local id of a name: "x:" and its letters and digits in lower
// case, with hyphens between them.
func Slug(name string) string {
	var b strings.Builder
	b.WriteString("x:")
	hyphen := false
	for _, r := range strings.ToLower(foldedName(name, false)) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if hyphen && b.Len() > 2 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(r)
			continue
		}
		hyphen = true
	}
	return b.String()
}

// Bears says whether anybody bears a name as a whole in a language.
func (b *Base) Bears(lang, name string) bool {
	words := strings.Fields(name)
	_, n := b.Match(lang, words)
	return n > 0 && n == len(words)
}
