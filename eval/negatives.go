package eval

import (
	"bufio"
	"fmt"
	"strings"
)

// Negative is a sentence that tells no act.
type Negative struct{ Lang, Text string }

// ReadNegatives reads sentences that tell no act, one a line: the language, a
// tab, the sentence; # starts a comment.
func ReadNegatives(in Input) ([]Negative, error) {
	var out []Negative
	lines := bufio.NewScanner(in.Reader)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		lang, text, ok := strings.Cut(line, "\t")
		if !ok || lang != "de" && lang != "en" || text == "" {
			return out, fmt.Errorf("%s:%d: want de or en, a tab and a sentence", in.Name, n)
		}
		out = append(out, Negative{lang, text})
	}
	if err := lines.Err(); err != nil {
		return out, fmt.Errorf("%s: %w", in.Name, err)
	}
	return out, nil
}
