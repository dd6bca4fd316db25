package knowledge

import (
	"embed"
	"fmt"
	"strings"

	"depesche/record"
)

//go:embed data
var embedded embed.FS

// row is one line of a table. Cells are trimmed; "-" reads as empty, and so
// does a cell that the line leaves out.
type row struct {
	file  string
	line  int
	cells []string
	user  bool // the line is of a user's table
}

func (r row) cell(n int) string {
	if n < len(r.cells) {
		return r.cells[n]
	}
	return ""
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.file, r.line, fmt.Errorf(format, args...))
}

// interval reads the EDTF dates of two cells as the hull of both.
func (r row) interval(from, to int) (record.Interval, error) {
	var out record.Interval
	if c := r.cell(from); c != "" {
		i, err := record.ParseEDTF(c)
		if err != nil {
			return out, r.errorf("%w", err)
		}
		out.From = i.From
	}
	if c := r.cell(to); c != "" {
		i, err := record.ParseEDTF(c)
		if err != nil {
			return out, r.errorf("%w", err)
		}
		out.To = i.To
	}
	if out.From != 0 && out.To != 0 && out.To < out.From {
		return out, r.errorf("ends %s before it starts %s", out.To, out.From)
	}
	return out, nil
}

// eachLine calls do for every line of a table of at most so many columns, but
// for comments and empty lines.
func eachLine(name, text string, columns int, do func(row) error) error {
	cells := make([]string, 0, 12)
	for n := 1; text != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		line = strings.TrimRight(line, " \t\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if len(line) > maxRow {
			return row{file: name, line: n}.errorf("line of more than %d bytes", maxRow)
		}
		cells = splitCells(cells[:0], line)
		if err := checked(row{file: name, line: n, cells: cells}, columns, do); err != nil {
			return err
		}
	}
	return nil
}

func splitCells(cells []string, line string) []string {
	for more := true; more; {
		var c string
		c, line, more = strings.Cut(line, "\t")
		if c = strings.TrimSpace(c); c == "-" {
			c = ""
		}
		cells = append(cells, c)
	}
	return cells
}
