package knowledge

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode/utf8"
)

// tables are the text tables that a base is read from: the built-in ones and,
// over them, those of a user's folder. It is a file system with the built-in
// tables under data; Glob sees those of both.
type tables struct {
	fs.FS
	layers   []*layer
	replaced map[string]bool // ids that the user's tables give a line
	problems *[]error        // where errors of lines go that do not end the reading; nil: they do
	at       place           // the line being read
}

// layer is one folder of tables.
type layer struct {
	name  string // what errors put before the name of a table
	dir   string
	files fs.FS
	user  bool
	texts map[string]string
}

// Limits of a table that a user gives.
const (
	maxTable = 64 << 20 // bytes
	maxRow   = 1 << 20

	maxColumns = 1 << 16 // of a line before its table has a say
)

// idColumns says where the tables of entities have the id.
var idColumns = map[string]int{"states*.tsv": 2, "places*.tsv": 0, "organisations*.tsv": 0, "people*.tsv": 0}

// patterns are the names that tables have.
func patterns() []string {
	return []string{"states*.tsv", "places*.tsv", "organisations*.tsv", "people*.tsv", "names*.tsv", "offices*.tsv",
		"memberships*.tsv", "codes*.tsv", "agents*.tsv", "shared.tsv", "weak*.tsv", "translit.tsv"}
}

func builtIn(files fs.FS) *tables {
	return &tables{FS: files, layers: []*layer{{dir: "data", files: files, texts: map[string]string{}}}}
}

// over lays a user's folder over the tables. Every .tsv in it must have the
// name of a table.
func (t *tables) over(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("knowledge: %w", err)
	}
	if !info.IsDir() {
		return fmt.Errorf("knowledge: %s: not a folder", dir)
	}
	l := &layer{name: dir + "/", dir: ".", files: os.DirFS(dir), user: true, texts: map[string]string{}}
	found, err := fs.Glob(l.files, "*.tsv")
	if err != nil {
		return fmt.Errorf("knowledge: %s: %w", dir, err)
	}
	if len(found) == 0 {
		return fmt.Errorf("knowledge: %s: no table in it", dir)
	}
	for _, name := range found {
		if !isTable(name) {
			return fmt.Errorf("knowledge: %s%s: no table has this name: want one of %s", l.name, name, strings.Join(patterns(), " "))
		}
	}
	t.layers = append(t.layers, l)
	return t.replace(l)
}

func isTable(name string) bool {
	for _, p := range patterns() {
		if ok, _ := path.Match(p, name); ok {
			return true
		}
	}
	return false
}

// replace notes whose lines a layer replaces.
func (t *tables) replace(l *layer) error {
	t.replaced = map[string]bool{}
	for pattern, column := range idColumns {
		names, err := l.match(pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			text, err := l.text(name)
			if err != nil {
				return err
			}
			err = eachLine(name, text, maxColumns, func(r row) error {
				t.replaced[r.cell(column)] = true
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	delete(t.replaced, "")
	return nil
}

// mine are the user's tables alone, read without complaint.
func (t *tables) mine() *tables {
	out := &tables{FS: t.FS, problems: new([]error)}
	for _, l := range t.layers {
		if l.user {
			out.layers = append(out.layers, l)
		}
	}
	return out
}

// Glob finds tables of all layers.
func (t *tables) Glob(pattern string) ([]string, error) {
	var out []string
	for _, l := range t.layers {
		names, err := l.match(path.Base(pattern))
		if err != nil {
			return nil, err
		}
		out = append(out, names...)
	}
	return out, nil
}

func (l *layer) match(pattern string) ([]string, error) {
	return fs.Glob(l.files, path.Join(l.dir, pattern))
}

// text is a table as it stands in its file.
func (l *layer) text(name string) (string, error) {
	if s, ok := l.texts[name]; ok {
		return s, nil
	}
	b, err := fs.ReadFile(l.files, name)
	if err != nil {
		return "", fmt.Errorf("knowledge: %w", err)
	}
	if l.user {
		if len(b) > maxTable {
			return "", fmt.Errorf("knowledge: %s%s: more than %d MB", l.name, name, maxTable>>20)
		}
		if !utf8.Valid(b) {
			return "", fmt.Errorf("knowledge: %s%s:%d: not UTF-8", l.name, name, spoiltLine(b))
		}
	}
	s := strings.TrimPrefix(string(b), "\ufeff")
	l.texts[name] = s
	return s, nil
}

// spoiltLine is the number of the first line that is not UTF-8.
func spoiltLine(b []byte) int {
	n := 1
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			n++
		}
		b = b[size:]
	}
	return n
}

// lines is how many lines the tables of some patterns have.
func (t *tables) lines(patterns ...string) int {
	n := 0
	for _, p := range patterns {
		for _, l := range t.layers {
			names, _ := l.match(p)
			for _, name := range names {
				text, _ := l.text(name)
				n += strings.Count(text, "\n") + 1
			}
		}
	}
	return n
}

var errNoTable = errors.New("no table")

// eachRow calls do for every line of every table whose name matches the
// pattern ("names*.tsv"), the built-in ones first, in the order of file names.
// A built-in line of an entity that a user's line replaces is left out.
func eachRow(t *tables, pattern string, columns int, do func(row) error) error {
	found := len(t.layers) == 0 || t.layers[0].user
	column, entities := idColumns[pattern]
	for _, l := range t.layers {
		names, err := l.match(pattern)
		if err != nil {
			return fmt.Errorf("knowledge: %w", err)
		}
		for _, name := range names {
			found = true
			text, err := l.text(name)
			if err != nil {
				return err
			}
			err = eachLine(l.name+path.Base(name), text, maxColumns, func(r row) error {
				if entities && !l.user && t.replaced[r.cell(column)] {
					return nil
				}
				r.user = l.user
				t.at = place{r.file, r.line}
				return t.problem(checked(r, columns, do))
			})
			if err != nil {
				return fmt.Errorf("knowledge: %w", err)
			}
		}
	}
	if !found {
		return fmt.Errorf("knowledge: %w %s", errNoTable, pattern)
	}
	return nil
}

func checked(r row, columns int, do func(row) error) error {
	if len(r.cells) > columns {
		return r.errorf("%d columns, want at most %d", len(r.cells), columns)
	}
	return do(r)
}

// problem keeps an error for later where the reading is to go on.
func (t *tables) problem(err error) error {
	if err == nil || t.problems == nil {
		return err
	}
	*t.problems = append(*t.problems, err)
	return nil
}
