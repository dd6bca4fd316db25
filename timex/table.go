package timex

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// line is one line of a table, with its place for errors.
type line struct {
	file  string
	n     int
	cells []string
}

// cell is the n-th cell, "" if the line is shorter.
func (l line) cell(n int) string {
	if n < len(l.cells) {
		return l.cells[n]
	}
	return ""
}

func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.file, l.n, fmt.Errorf(format, args...))
}

// readTable reads a tab-separated table of at least min and at most max
// columns. "#" at the start of a line begins a comment; a cell "-" is empty.
func readTable(files fs.FS, name string, min, max int) ([]line, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("timex: %w", err)
	}
	defer f.Close()
	var lines []line
	scan := bufio.NewScanner(f)
	for n := 1; scan.Scan(); n++ {
		text := strings.TrimRight(scan.Text(), " \t\r")
		if text == "" || text[0] == '#' {
			continue
		}
		l := line{file: name, n: n, cells: strings.Split(text, "\t")}
		if len(l.cells) < min || len(l.cells) > max {
			return nil, l.errorf("%d columns, want %d to %d", len(l.cells), min, max)
		}
		for i, c := range l.cells {
			if l.cells[i] = strings.TrimSpace(c); l.cells[i] == "-" {
				l.cells[i] = ""
			}
		}
		lines = append(lines, l)
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("timex: %s: %w", name, err)
	}
	return lines, nil
}
