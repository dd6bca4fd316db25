package card

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"depesche/record"
)

//go:embed data/en/acts.tsv
var actsTSV string

//go:embed data/en/status.tsv
var statusTSV string

//go:embed data/en/relations.tsv
var relationsTSV string

//go:embed data/en/measures.tsv
var measuresTSV string

//go:embed data/en/articles.tsv
var articlesTSV string

// act is how an act is said, by type and mode.
type act struct{ with, alone, passive, noun string }

// auxiliary is what a status puts before the verb.
type auxiliary struct{ singular, plural, word string }

// relation is what stands between subject and object.
type relation struct{ one, several string }

// measure is how a figure's measure is named.
type measure struct{ words, joint string }

// pair is a key of two parts: type and mode, status and sign, predicate and as.
type pair [2]string

// tables are the words of the card.
type tables struct {
	acts      map[pair]act
	status    map[pair]auxiliary
	relations map[pair]relation
	measures  map[string]measure
	articles  map[string]bool // names, and with "-" before them words, that take "the"
}

var loadTables = sync.OnceValues(func() (*tables, error) {
	t := &tables{map[pair]act{}, map[pair]auxiliary{}, map[pair]relation{}, map[string]measure{}, map[string]bool{}}
	return t, loadAll([]table{
		{"data/en/acts.tsv", actsTSV, 6, func(f []string) { t.acts[pair{f[0], f[1]}] = act{f[2], f[3], f[4], f[5]} }},
		{"data/en/status.tsv", statusTSV, 5, func(f []string) { t.status[pair{f[0], f[1]}] = auxiliary{f[2], f[3], f[4]} }},
		{"data/en/relations.tsv", relationsTSV, 4, func(f []string) { t.relations[pair{f[0], f[1]}] = relation{f[2], f[3]} }},
		{"data/en/measures.tsv", measuresTSV, 3, func(f []string) { t.measures[f[0]] = measure{f[1], f[2]} }},
		{"data/en/articles.tsv", articlesTSV, 1, func(f []string) { t.articles[f[0]] = true }},
	})
})

// table is a text of lines of so many fields, each handed on.
type table struct {
	name, tsv string
	fields    int
	line      func(f []string)
}

func loadAll(all []table) error {
	for _, t := range all {
		if err := eachLine(t.name, t.tsv, t.fields, t.line); err != nil {
			return err
		}
	}
	return nil
}

func eachLine(name, tsv string, fields int, f func([]string)) error {
	n := 0
	for line := range strings.Lines(tsv) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fs := strings.Split(line, "\t")
		if len(fs) != fields {
			return fmt.Errorf("%s:%d: %d fields, want %d", name, n, len(fs), fields)
		}
		for i := range fs {
			if fs[i] == "" {
				return fmt.Errorf("%s:%d: field %d is empty, write - for none", name, n, i+1)
			}
		}
		f(fs)
	}
	return nil
}

// actOf is how an act is said: by its mode, else by its CAMEO code, else as
// mutual, else by its type.
func actOf(m map[pair]act, r *record.Record) (act, bool) {
	if r.Mode == "" && r.Cameo != "" && r.Plover == r.Type {
		if a, ok := m[pair{r.Type, r.Cameo}]; ok {
			return a, true
		}
	}
	return byMode(m, r.Type, modeOf(r))
}

// byMode looks a pair up, the second part falling back on "-".
func byMode[T any](m map[pair]T, a, b string) (T, bool) {
	if v, ok := m[pair{a, b}]; ok {
		return v, true
	}
	v, ok := m[pair{a, "-"}]
	return v, ok
}
