package page

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed text/*.tsv
var textFiles embed.FS

// texts are the words of the interface, by key and language. The tables under
// text/ have a line a key: key, English, German. "%s" and "%d" take values.
var texts = sync.OnceValues(func() (map[string][]string, error) {
	out := map[string][]string{}
	files, err := fs.Glob(textFiles, "text/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		b, err := textFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(b), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			cells := strings.Split(line, "\t")
			if len(cells) != 1+len(Languages) {
				return nil, fmt.Errorf("%s:%d: %d cells, want key, English, German", file, n+1, len(cells))
			}
			if out[cells[0]] != nil {
				return nil, fmt.Errorf("%s:%d: %q is there twice", file, n+1, cells[0])
			}
			out[cells[0]] = cells[1:]
		}
	}
	return out, nil
})

// say gives the words of a key in a language; the key itself, marked, where
// there are none, which a test looks for.
func say(lang, key string, args ...any) string {
	t, err := texts()
	if err != nil || t[key] == nil {
		return "⟦" + key + "⟧"
	}
	s := t[key][0]
	if lang == "de" {
		s = t[key][1]
	}
	if len(args) > 0 {
		return fmt.Sprintf(s, args...)
	}
	return s
}
