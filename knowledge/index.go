package knowledge

// index is a trie over the pieces of names, one for each language.
type index struct {
	lang     string
	pieces   map[string]uint32
	edges    map[uint64]uint32 // node<<32 | piece → node
	heads    []int32           // of each node, its first posting or -1
	postings []posting
	buf      []byte // while building only
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

func newIndex(lang string, size int) *index {
	return &index{
		lang:   lang,
		pieces: make(map[string]uint32, size),
		edges:  make(map[uint64]uint32, 2*size),
		heads:  append(make([]int32, 0, 2*size), -1),

		postings: make([]posting, 0, 2*size),
	}
}

func (x *index) piece(s string) uint32 {
	if !plain(s) {
		x.buf = fold(x.buf[:0], s, x.lang == "de")
		if id, ok := x.pieces[string(x.buf)]; ok {
			return id
		}
		s = string(x.buf)
	} else if id, ok := x.pieces[s]; ok {
		return id
	}
	id := uint32(len(x.pieces) + 1)
	x.pieces[s] = id
	return id
}

// node finds or makes the node of a form; 0 if the form has no piece.
func (x *index) node(form string) uint32 {
	var n uint32
	for form != "" {
		var p string
		p, form = nextPiece(form)
		if p == "" {
			break
		}
		key := uint64(n)<<32 | uint64(x.piece(p))
		child, ok := x.edges[key]
		if !ok {
			child = uint32(len(x.heads))
			x.heads = append(x.heads, -1)
			x.edges[key] = child
		}
		n = child
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
	id, ok := x.pieceID(piece, buf)
	if !ok {
		return 0, false
	}
	c, ok := x.edges[uint64(n)<<32|uint64(id)]
	return c, ok
}

func (x *index) pieceID(s string, buf []byte) (uint32, bool) {
	if plain(s) {
		if id, ok := x.pieces[s]; ok {
			return id, true
		}
		return x.capitals(s, buf)
	}
	id, ok := x.pieces[string(fold(buf[:0], s, x.lang == "de"))]
	return id, ok
}

// capitals reads a piece of a headline set in capitals ("UKRAINE").
func (x *index) capitals(s string, buf []byte) (uint32, bool) {
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
	id, ok := x.pieces[string(buf)]
	return id, ok
}
