package knowledge

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
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

// eachRow calls do for every line of every table whose name matches the
// pattern ("names*.tsv"), in the order of file names.
func eachRow(files fs.FS, pattern string, columns int, do func(row) error) error {
	names, err := fs.Glob(files, path.Join("data", pattern))
	if err != nil {
		return fmt.Errorf("knowledge: %w", err)
	}
	if len(names) == 0 {
		return fmt.Errorf("knowledge: no table %s", pattern)
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return fmt.Errorf("knowledge: %w", err)
		}
		if err := eachLine(path.Base(name), string(b), columns, do); err != nil {
			return fmt.Errorf("knowledge: %w", err)
		}
	}
	return nil
}

func eachLine(name, text string, columns int, do func(row) error) error {
	cells := make([]string, 0, columns)
	for n := 1; text != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		line = strings.TrimRight(line, " \t\r")
		if line == "" || line[0] == '#' {
			continue
		}
		cells = splitCells(cells[:0], line)
		r := row{name, n, cells}
		if len(cells) > columns {
			return r.errorf("%d columns, want at most %d", len(cells), columns)
		}
		if err := do(r); err != nil {
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
