package lexicon

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// Pos is the file and line that a fact stands in, for errors and for the
// explanation of a record.
type Pos struct {
	File string
	Line int
}

// String is "file:line".
func (p Pos) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// row is one line of a table, its cells trimmed; "-" reads as empty.
type row struct {
	pos   Pos
	cells []string
}

// cell is the n-th cell, "" if the line is shorter.
func (r row) cell(n int) string {
	if n < len(r.cells) {
		return r.cells[n]
	}
	return ""
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %s", r.pos, fmt.Sprintf(format, args...))
}

// readTable reads a tab-separated table of at most max columns. Comments start
// with "#" at the start of a line.
func readTable(files fs.FS, name string, max int) ([]row, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	defer f.Close()
	var rows []row
	scan := bufio.NewScanner(f)
	for n := 1; scan.Scan(); n++ {
		line := strings.TrimRight(scan.Text(), " \t\r")
		if line == "" || line[0] == '#' {
			continue
		}
		r := row{pos: Pos{name, n}, cells: strings.Split(line, "\t")}
		if len(r.cells) > max {
			return nil, r.errorf("%d columns, want at most %d", len(r.cells), max)
		}
		for i, c := range r.cells {
			if r.cells[i] = strings.TrimSpace(c); r.cells[i] == "-" {
				r.cells[i] = ""
			}
		}
		rows = append(rows, r)
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("lexicon: %s: %w", name, err)
	}
	return rows, nil
}
