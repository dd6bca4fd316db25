package knowledge

// index is a trie over the pieces of names, one for each language, and whom
// surnames belong to. While the tables are read it is built by a goroutine of
// its own, from what the loader files; see filing.go.
type index struct {
	lang     string
	edges    hashed  // digestNext of node and piece → node
	heads    []int32 // of each node, its first posting or -1
	postings []posting
	surnames hashed // digest of a folded surname → index into bearers + 1
	bearers  []link // of surnames, in the order of filing
	given    hashed // digest of a folded first name → how many have it

	filing // while building only
}

type posting struct {
	entity int32
	next   int32
	kind   NameKind
	sector uint8  // index into Base.sectors
	during uint16 // index into Base.spans
	weak   bool
	exact  bool // takes no genitive
}

// link is one of those who bear a surname, and where the next one stands + 1.
type link struct{ entity, next int32 }

func newIndex(lang string, size int) *index {
	return &index{
		lang:     lang,
		edges:    newHashed(2 * size),
		heads:    append(make([]int32, 0, 2*size), -1),
		postings: make([]posting, 0, 2*size),
		surnames: newHashed(size / 2),
		bearers:  make([]link, 0, size),
		given:    newHashed(size / 8),
	}
}

// digest is the digest of a piece below a node, as names are compared by.
func (x *index) digest(n uint32, piece string, buf []byte) uint64 {
	if plain(piece) {
		return digestNext(n, piece)
	}
	return digestNext(n, fold(buf[:0], piece, x.lang == "de"))
}

// node finds or makes the node of a form; 0 if the form has no piece.
func (x *index) node(form string) uint32 {
	var space [96]byte
	var n uint32
	for form != "" {
		var p string
		p, form = nextPiece(form)
		if p == "" {
			break
		}
		child, fresh := x.edges.ref(x.digest(n, p, space[:0]))
		if fresh {
			*child = uint32(len(x.heads))
			x.heads = append(x.heads, -1)
		}
		n = *child
	}
	return n
}

// add files a posting under a form; the same entity stands under it once per
// kind, in the order of filing.
func (x *index) add(form string, p posting) {
	n := x.node(form)
	if n == 0 {
		return
	}
	last := int32(-1)
	for i := x.heads[n]; i >= 0; i = x.postings[i].next {
		if q := x.postings[i]; q.entity == p.entity && (q.kind == p.kind || q.kind < Adjective && p.kind < Adjective) {
			return
		}
		last = i
	}
	p.next = -1
	x.postings = append(x.postings, p)
	if x.track {
		x.places, x.forms = append(x.places, x.line), append(x.forms, form)
	}
	at := int32(len(x.postings) - 1)
	if last < 0 {
		x.heads[n] = at
	} else {
		x.postings[last].next = at
	}
}

// drop takes an entity out from under a form: the tables' "not".
func (x *index) drop(form string, entity int32) bool {
	n := x.node(form)
	found := false
	for at := &x.heads[n]; *at >= 0; {
		if x.postings[*at].entity == entity {
			*at = x.postings[*at].next
			found = true
			continue
		}
		at = &x.postings[*at].next
	}
	return found
}

// markWeak marks everything under a form as an ordinary word too.
func (x *index) markWeak(form string) bool {
	n := x.node(form)
	for i := x.heads[n]; i >= 0; i = x.postings[i].next {
		x.postings[i].weak = true
	}
	return x.heads[n] >= 0
}

// child follows one piece; ok is false where no name goes on so.
func (x *index) child(n uint32, piece string, buf []byte) (uint32, bool) {
	if !plain(piece) {
		return x.edges.get(x.digest(n, piece, buf))
	}
	if c, ok := x.edges.get(digestNext(n, piece)); ok {
		return c, true
	}
	return x.capitals(n, piece, buf)
}

// capitals reads a piece of a headline set in capitals ("UKRAINE").
func (x *index) capitals(n uint32, s string, buf []byte) (uint32, bool) {
	if len(s) < 4 {
		return 0, false
	}
	buf = append(buf[:0], s...)
	for i, c := range buf {
		if c < 'A' || c > 'Z' {
			return 0, false
		}
		if i > 0 {
			buf[i] = c + 'a' - 'A'
		}
	}
	return x.edges.get(digestNext(n, buf))
}

// bear files somebody under a surname, once.
func (x *index) bear(surname string, person int32) {
	at, fresh := x.surnames.ref(digest(0, foldedName(surname, x.lang == "de")))
	last := int32(-1)
	if !fresh {
		for i := int32(*at); i > 0; i = x.bearers[i-1].next {
			if x.bearers[i-1].entity == person {
				return
			}
			last = i - 1
		}
	}
	x.bearers = append(x.bearers, link{person, 0})
	n := int32(len(x.bearers))
	if last < 0 {
		*at = uint32(n)
	} else {
		x.bearers[last].next = n
	}
}
