package names

import (
	"fmt"
	"slices"
	"unicode"
)

// Kind is what a list says of its names and words.
type Kind uint8

// The kinds. Those from KindRole on are of ordinary words, which stand before a name or
// are the head of one; a compound has the kind of its last part.
const (
	KindFirst Kind = iota // first names
	KindSurname
	KindPerson   // whole names of persons
	KindTown     // towns and villages
	KindRegion   // states, provinces, regions
	KindWater    // rivers, lakes, seas
	KindMountain // mountains, valleys, islands
	KindQuarter  // parts of towns, streets, squares
	KindBuilding // buildings, stations, airports
	KindPlace    // places of any kind
	KindPeople   // peoples and what is named after them
	KindCompany
	KindClub
	KindPolitics // parties, authorities, organisations of states, armies
	KindMedia
	KindCulture // universities, schools, museums, orchestras, bands
	KindShort   // acronyms of organisations
	KindOrg     // organisations of any kind
	KindWork    // books, films, songs, programmes
	KindProduct
	KindEvent
	KindOther
	KindLink // small words within names: "Amt für Bau"
	KindRole // "Trainer", "Ministerin"
	KindOrgHead
	KindPlaceHead
	KindWorkHead
	KindProductHead
	KindEventHead
	NumKinds
)

var kindNames = [NumKinds]string{"first", "surname", "person", "town", "region", "water", "mountain", "quarter", "building", "place", "people",
	"company", "club", "politics", "media", "culture", "short", "org", "work", "product", "event", "other", "link",
	"role", "orghead", "placehead", "workhead", "producthead", "eventhead"}

func (k Kind) String() string { return kindNames[k] }

// ParseKind is the kind of that name.
func ParseKind(name string) (Kind, error) {
	if i := slices.Index(kindNames[:], name); i >= 0 {
		return Kind(i), nil
	}
	return 0, fmt.Errorf("unknown kind of name %q", name)
}

// longer marks names with which a longer one begins.
const longer = 1 << 31

// maxName is the number of words of the longest names that are looked for.
const maxName = 8

// Lists says of names of one or more words, and of the ends of words, in which lists
// they stand: sets of kinds by the hash of their letters.
type Lists struct{ sets table }

// Put adds a name, given as its words, to the list of a kind.
func (l *Lists) Put(words []string, k Kind) {
	if len(words) == 0 || len(words) > maxName {
		return
	}
	h := start
	for i, w := range words {
		h = mix(h, hash(w))
		if i < len(words)-1 {
			l.add(h, longer)
		}
	}
	l.add(h, 1<<k)
}

// PutHead adds a word with which compounds end.
func (l *Lists) PutHead(word string, k Kind) {
	h := start
	rs := []rune(word)
	for i := len(rs) - 1; i >= 0; i-- {
		h = mix(h, uint64(unicode.ToLower(rs[i])))
	}
	l.add(h^heads, 1<<k)
}

// PutPart adds a word with which names of several words begin, or that stands later in
// them.
func (l *Lists) PutPart(word string, begins bool, k Kind) {
	h := mix(start, hash(word))
	if begins {
		l.add(h^firsts, 1<<k)
	} else {
		l.add(h^laters, 1<<k)
	}
}

// Hashes of heads and of parts of names are kept apart from those of names.
const (
	heads  = 0x5bd1e995
	firsts = 0x1b873593
	laters = 0xcc9e2d51
)

// Len is the number of hashes.
func (l *Lists) Len() int { return l.sets.n }

func (l *Lists) add(h uint64, set uint32) { l.sets.add(short(h), set) }

func (l *Lists) of(h uint64) uint32 { return l.sets.of(short(h)) }

func short(h uint64) uint32 { return uint32(h ^ h>>32) }

func hash(form string) uint64 {
	h := start
	for _, r := range form {
		h = mix(h, uint64(r))
	}
	return h
}

// Heads of compounds have at least and at most so many letters.
const (
	minHead = 3
	maxHead = 16
)

// head is the kinds of the longest head with which the letters, in small ones, end.
func (l *Lists) head(runes []rune) uint32 {
	h, found := start, uint32(0)
	for i := len(runes) - 1; i >= 0 && i >= len(runes)-maxHead; i-- {
		h = mix(h, uint64(runes[i]))
		if n := len(runes) - i; n >= minHead {
			if s := l.of(h ^ heads); s != 0 {
				found = s
			}
		}
	}
	return found
}

// variants are hashes under which a word of a text may stand in a list: as it is, without
// the s of a genitive, and with small letters after the first if it is in capitals.
// Of words with hyphens there are the parts before the first and after the last.
type variants struct{ form, stem, title, left, right uint64 }

// single is the kinds of one word.
func (l *Lists) single(v variants) uint32 {
	s := l.of(mix(start, v.form))
	if s&^longer == 0 && v.stem != 0 {
		s |= l.of(mix(start, v.stem))
	}
	if s&^longer == 0 && v.title != 0 {
		s |= l.of(mix(start, v.title))
	}
	return s &^ longer
}

// piece is the kinds of a part of a word, 0 without one.
func (l *Lists) piece(v uint64) uint32 {
	if v == 0 {
		return 0
	}
	return l.of(mix(start, v)) &^ longer
}

// Where a word stands in a name of several words.
const (
	nameBegins = 1 + iota
	nameGoesOn
	nameEnds
)

// match marks the words of the longest names of several words.
func (l *Lists) match(words []known) {
	for i := 0; i < len(words); {
		n, set := l.longest(words[i:])
		if n < 2 {
			i++
			continue
		}
		for j := range n {
			w := &words[i+j]
			w.name, w.part = uint64(set), nameGoesOn
		}
		words[i].part, words[i+n-1].part = nameBegins, nameEnds
		i += n
	}
}

// longest is the number of words of the longest name with which the words begin, and its
// kinds.
func (l *Lists) longest(words []known) (n int, set uint32) {
	h := start
	for i := range min(len(words), maxName) {
		v := &words[i].variants
		s := l.of(mix(h, v.form))
		if k := s &^ longer; k != 0 {
			n, set = i+1, k
		} else if v.stem != 0 {
			if k := l.of(mix(h, v.stem)) &^ longer; k != 0 {
				n, set = i+1, k
			}
		}
		if s&longer == 0 {
			break
		}
		h = mix(h, v.form)
	}
	return n, set
}
