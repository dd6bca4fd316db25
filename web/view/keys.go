package view

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed keys.tsv
var keysTSV string

// Key is a key of the query language.
type Key struct {
	Name    string `json:"name"`
	Example string `json:"example"`
	Means   string `json:"means"` // in the language asked for
}

// Keys are the keys of the query language, the most used first, with their
// meaning in a language (de, else en).
func Keys(lang string) ([]Key, error) {
	all, err := loadKeys()
	if err != nil {
		return nil, err
	}
	if lang == "de" {
		return all[1], nil
	}
	return all[0], nil
}

var loadKeys = sync.OnceValues(func() (all [2][]Key, err error) {
	n := 0
	for line := range strings.Lines(keysTSV) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return all, fmt.Errorf("keys.tsv:%d: %d fields, want 4", n, len(f))
		}
		all[0] = append(all[0], Key{f[0], f[1], f[2]})
		all[1] = append(all[1], Key{f[0], f[1], f[3]})
	}
	return all, nil
})
