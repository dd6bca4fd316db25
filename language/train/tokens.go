package train

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"

	"depesche/language/conllu"
)

// tokens counts what treebanks do with contractions, elisions and hyphens.
type tokens struct {
	all      map[string]int            // tokens in small letters
	parts    map[string]map[string]int // of contractions, in small letters
	elisions map[string]int            // "l" of "l'accord"
	joined   int                       // hyphens within a token
	parted   int                       // hyphens that stand alone between two words
}

// learnTokens makes the tables "contractions" and "tokens" of package segment.
func learnTokens(files []string) (map[string]string, error) {
	t := tokens{all: map[string]int{}, parts: map[string]map[string]int{}, elisions: map[string]int{}}
	for _, name := range files {
		if err := t.read(name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var contractions, settings []string
	for form, ways := range t.parts {
		for parts, n := range ways {
			if n >= 2 && 2*n > t.all[form] {
				contractions = append(contractions, form+"\t"+parts+"\n")
			}
		}
	}
	for form, n := range t.elisions {
		if n >= 2 {
			settings = append(settings, "elision\t"+form+"\n")
		}
	}
	if t.joined > t.parted {
		settings = append(settings, "hyphen\tjoin\n")
	}
	slices.Sort(contractions)
	slices.Sort(settings)
	return map[string]string{"contractions": strings.Join(contractions, ""), "tokens": strings.Join(settings, "")}, nil
}

func (t *tokens) read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, conllu.MaxLine)
	left := 0          // words of the contraction that is being read
	var open string    // its form
	var words []string // its words
	tight := false     // no space before the token
	for in.Scan() {
		col := strings.Split(in.Text(), "\t")
		if len(col) != conllu.NumColumns || strings.Contains(col[0], ".") {
			tight = false
			continue
		}
		form := strings.ToLower(col[1])
		if left > 0 {
			words = append(words, form)
			if left--; left == 0 {
				t.contraction(open, words)
			}
			continue
		}
		next := !strings.Contains(col[9], "SpaceAfter=No")
		t.token(form, tight, !next)
		tight = !next
		var from, to int
		if _, err := fmt.Sscanf(col[0], "%d-%d", &from, &to); err == nil && to > from {
			left, open, words = to-from+1, form, nil
		}
	}
	return in.Err()
}

// token counts a token; tight and before say that no space is on its sides.
func (t *tokens) token(form string, tight, before bool) {
	t.all[form]++
	stem := strings.TrimRight(form, "'’")
	switch {
	case form == "-" && tight && before:
		t.parted++
	case len(stem) < len(form) && before && stem != "":
		t.elisions[stem]++
	case strings.Contains(strings.Trim(form, "-"), "-"):
		t.joined++
	}
}

func (t *tokens) contraction(form string, words []string) {
	if strings.ContainsAny(form, "\t#-") {
		return
	}
	if t.parts[form] == nil {
		t.parts[form] = map[string]int{}
	}
	t.parts[form][strings.Join(words, " ")]++
}
