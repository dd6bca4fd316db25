package source

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/months.tsv
var monthsTSV string

//go:embed data/weekdays.tsv
var weekdaysTSV string

//go:embed data/agencies.tsv
var agenciesTSV string

//go:embed data/particles.tsv
var particlesTSV string

// tables is what datelines are recognised by.
type tables struct {
	months    map[string]int  // form in lower case, 1 to 12
	weekdays  map[string]bool // form in lower case
	agencies  map[string]bool // as written
	particles map[string]bool // as written
}

// loadTables reads the embedded tables once. Their faults are the project's
// own; a test reports them with file and line.
var loadTables = sync.OnceValues(func() (*tables, error) {
	t := &tables{months: map[string]int{}, weekdays: map[string]bool{}, agencies: map[string]bool{}, particles: map[string]bool{}}
	for _, load := range []struct {
		name, tsv string
		fields    int
		line      func(f []string) error
	}{
		{"data/months.tsv", monthsTSV, 2, t.addMonth},
		{"data/weekdays.tsv", weekdaysTSV, 1, func(f []string) error { t.weekdays[strings.ToLower(f[0])] = true; return nil }},
		{"data/agencies.tsv", agenciesTSV, 1, func(f []string) error { t.agencies[f[0]] = true; return nil }},
		{"data/particles.tsv", particlesTSV, 1, func(f []string) error { t.particles[f[0]] = true; return nil }},
	} {
		if err := eachLine(load.name, load.tsv, load.fields, load.line); err != nil {
			return nil, err
		}
	}
	return t, nil
})

func (t *tables) addMonth(f []string) error {
	m, err := strconv.Atoi(f[0])
	if err != nil || m < 1 || m > 12 {
		return fmt.Errorf("month %q: want 1 to 12", f[0])
	}
	for form := range strings.FieldsSeq(f[1]) {
		t.months[strings.ToLower(form)] = m
	}
	return nil
}

// eachLine calls f with the fields of every line that is a fact.
func eachLine(name, tsv string, fields int, f func([]string) error) error {
	n := 0
	for line := range strings.Lines(tsv) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fs := strings.Split(line, "\t")
		if len(fs) != fields || !utf8.ValidString(line) {
			return fmt.Errorf("%s:%d: %d fields, want %d", name, n, len(fs), fields)
		}
		if err := f(fs); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}
