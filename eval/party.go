package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"depesche/record"
)

// party is one side's entity in gold.
type party struct{ state, sector, name string }

func partyOf(s string) party {
	p := strings.SplitN(s, ":", 4)
	for len(p) < 3 {
		p = append(p, "")
	}
	return party{p[0], p[1], p[2]}
}

// is says whether an entity is the gold's party: by state; without a state by
// name; without a name it must have no state and, if one is given, the sector.
func (p party) is(e *record.Entity) bool {
	switch {
	case p.state != "":
		return e.State == p.state
	case p.name != "":
		return sameName(p.name, append([]string{e.Name, e.Text}, e.Aliases...))
	}
	return e.State == "" && (p.sector == "" || p.sector == e.Sector)
}

// sameName says whether one of the names means the wanted one: the same
// letters, one inside the other, the same last word, or one the initials of
// the other.
func sameName(want string, names []string) bool {
	w := fold(want)
	if w == "" {
		return false
	}
	last := fold(lastWord(want))
	for _, n := range names {
		f := fold(n)
		if f == "" {
			continue
		}
		if f == last || strings.Contains(f, w) || len(f) > 3 && strings.Contains(w, f) ||
			fold(lastWord(n)) == last || initials(n) == w || initials(want) == f {
			return true
		}
	}
	return false
}

// fold leaves the letters and digits of ASCII, in lower case; accents go.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func lastWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// initials are the first letters of the words that begin with a capital.
func initials(s string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// sameParties says whether each of the wanted is among those that were read,
// and nobody else is. Several wanted of one state may be read as one.
func sameParties(want []string, read []*record.Entity) bool {
	parties := make([]party, len(want))
	ofState := map[string]int{}
	for i, w := range want {
		parties[i] = partyOf(w)
		ofState[parties[i].state]++
	}
	used := make([]bool, len(read))
	for _, p := range parties {
		hit, any := false, false
		for i, e := range read {
			if !p.is(e) {
				continue
			}
			any = true
			if !used[i] {
				used[i], hit = true, true
				break
			}
		}
		if !hit && !(any && p.state != "" && ofState[p.state] > 1) {
			return false
		}
	}
	for i, e := range read {
		if !used[i] && !slices.ContainsFunc(parties, func(p party) bool { return p.is(e) }) {
			return false
		}
	}
	return true
}
