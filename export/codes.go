package export

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/cameo.tsv
var cameoTSV string

//go:embed data/fips.tsv
var fipsTSV string

//go:embed data/sectors.tsv
var sectorsTSV string

// act is what is known of a CAMEO code.
type act struct {
	words     string
	goldstein string // as the table writes it
}

// sector is a PLOVER sector elsewhere.
type sector struct{ plover, words, cameo string }

// codes are the tables of the layouts.
type codes struct {
	cameo   map[string]act
	fips    map[string]string // by ISO alpha-3
	sectors map[string]sector
}

// loadCodes reads the embedded tables once; their faults are the project's own.
var loadCodes = sync.OnceValues(func() (*codes, error) {
	c := &codes{map[string]act{}, map[string]string{}, map[string]sector{}}
	for _, t := range []struct {
		name, tsv string
		fields    int
		add       func(f []string) error
	}{
		{"data/cameo.tsv", cameoTSV, 3, func(f []string) error {
			if _, err := strconv.ParseFloat(f[2], 64); err != nil && f[2] != "" {
				return fmt.Errorf("goldstein %q: want a number", f[2])
			}
			c.cameo[f[0]] = act{f[1], f[2]}
			return nil
		}},
		{"data/fips.tsv", fipsTSV, 2, func(f []string) error { c.fips[f[0]] = f[1]; return nil }},
		{"data/sectors.tsv", sectorsTSV, 4, func(f []string) error { c.sectors[f[0]] = sector{f[1], f[2], f[3]}; return nil }},
	} {
		n := 0
		for line := range strings.Lines(t.tsv) {
			n++
			line = strings.TrimRight(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != t.fields {
				return nil, fmt.Errorf("%s:%d: %d fields, want %d", t.name, n, len(f), t.fields)
			}
			if err := t.add(f); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", t.name, n, err)
			}
		}
	}
	return c, nil
})

// goldstein is the value of a code, else of its base, else of its root.
func (c *codes) goldstein(code string) string {
	for n := len(code); n >= 2; n-- {
		if a, ok := c.cameo[code[:n]]; ok && a.goldstein != "" {
			return a.goldstein
		}
	}
	return ""
}

// words is what a code says, else what its root says.
func (c *codes) words(code string) string {
	for n := len(code); n >= 2; n-- {
		if a, ok := c.cameo[code[:n]]; ok && a.words != "" {
			return a.words
		}
	}
	return ""
}

// leaf is the code as the data sets have it, with three digits at least: where
// only the root is known, the one that says nothing more ("08" is "080").
func leaf(code string) string {
	if len(code) == 2 {
		return code + "0"
	}
	return code
}

// root is the first two digits of a code, base the first three.
func root(code string) string { return code[:min(2, len(code))] }
func base(code string) string { return code[:min(3, len(code))] }

// quad is the class of a code: verbal (1) and material cooperation (2), verbal
// (3) and material conflict (4).
func quad(code string) int {
	switch n, _ := strconv.Atoi(root(code)); {
	case n < 1:
		return 0
	case n <= 5:
		return 1
	case n <= 8:
		return 2
	case n <= 13:
		return 3
	}
	return 4
}

// penta is Phoenix's class: 0 for statements and appeals, and sanctions count
// as verbal.
func penta(code string) int {
	switch root(code) {
	case "01", "02":
		return 0
	case "16":
		return 3
	}
	return quad(code)
}

// quadOf is the class of a PLOVER type (manual, table of types).
func quadOf(plover string) string {
	switch plover {
	case "AGREE", "CONSULT", "SUPPORT", "CONCEDE":
		return "1"
	case "COOPERATE", "AID", "RETREAT":
		return "2"
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return "3"
	}
	return "4"
}
