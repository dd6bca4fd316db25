package segment

import (
	"fmt"
	"strings"

	"depesche/language/data"
)

// neighbours are what the search for ends without a stop must know of words, beside the
// dictionary: the table neighbours.tsv.
type neighbours struct {
	titles    map[string]bool // nouns beside which a name or noun stands, in small letters
	inner     map[string]bool // words with a capital letter anywhere
	address   map[string]bool // the same, but with a finite verb behind they begin a sentence
	persons   map[string]bool // names that are other words too
	bound     map[string]bool // words behind which no sentence begins
	particles map[string]bool // prepositions that are verbs' particles too
	markers   map[string]bool // words before an infinitive
	selves    map[string]bool // pronouns of the first person, in small letters
	endings   []string        // of adjectives that look like verbs
	speech    []string        // how words begin that announce what somebody says
	names     map[string][]string
}

func loadNeighbours(file string) (*neighbours, error) {
	n := &neighbours{titles: map[string]bool{}, inner: map[string]bool{}, address: map[string]bool{}, persons: map[string]bool{},
		bound: map[string]bool{}, particles: map[string]bool{}, selves: map[string]bool{}, markers: map[string]bool{}, names: map[string][]string{}}
	sets := map[string]map[string]bool{"title": n.titles, "inner": n.inner, "address": n.address, "person": n.persons,
		"bound": n.bound, "particle": n.particles, "self": n.selves, "infinitive": n.markers}
	return n, data.Table(file, 2, func(f []string) error {
		if set := sets[f[0]]; set != nil {
			set[f[1]] = true
			return nil
		}
		return n.other(f[0], f[1])
	})
}

// other takes the kinds that are not sets of words.
func (n *neighbours) other(kind, x string) error {
	switch kind {
	case "ending":
		n.endings = append(n.endings, x)
	case "speech":
		n.speech = append(n.speech, x)
	case "name":
		first, rest, ok := strings.Cut(x, " ")
		if !ok {
			return fmt.Errorf("name %q has no two words", x)
		}
		n.names[first] = append(n.names[first], rest)
	default:
		return fmt.Errorf("no kind %q, want title, inner, address, person, bound, particle, infinitive, self, ending, speech or name", kind)
	}
	return nil
}

// titled says whether the word, or its last part, is one beside which a name or noun
// stands without an article: "Bundeskanzler", "US-Präsident".
func (n *neighbours) titled(w string) bool {
	var small [64]byte
	if len(w) > len(small) {
		return false
	}
	size := copy(small[:], w)
	if small[0] >= 'A' && small[0] <= 'Z' {
		small[0] |= 0x20
	}
	for at := 0; at < size && size-at >= 3; at++ {
		if small[at] == '-' && at+1 < size && small[at+1] >= 'A' && small[at+1] <= 'Z' {
			small[at+1] |= 0x20
		}
		if n.titles[string(small[at:size])] && (at == 0 || size-at >= 4) {
			return true
		}
	}
	return false
}
