package knowledge

import "math/bits"

// hashed maps 64-bit digests to small numbers, in one flat table without
// pointers: filling and asking it costs a cache line. The digests of the pieces
// of a name stand for the pieces; that two of a hundred thousand collide is a
// matter of one in a billion, and an input can at worst make a wrong name of a
// word.
type hashed struct {
	slots []slot
	n     int
}

type slot struct {
	key   uint64 // 0: empty
	value uint32
}

func newHashed(size int) hashed {
	return hashed{slots: make([]slot, 1<<bits.Len(uint(size+size/2)))}
}

// at is the slot of a key, or the empty one where it would stand.
func (h *hashed) at(key uint64) *slot {
	mask := uint64(len(h.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &h.slots[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

func (h *hashed) get(key uint64) (uint32, bool) {
	s := h.at(key)
	return s.value, s.key != 0
}

// ref is the value of a key, made 0 if it is new.
func (h *hashed) ref(key uint64) (value *uint32, fresh bool) {
	s := h.at(key)
	if s.key != 0 {
		return &s.value, false
	}
	if h.n++; 3*h.n > 2*len(h.slots) {
		h.grow()
		s = h.at(key)
	}
	s.key = key
	return &s.value, true
}

func (h *hashed) grow() {
	old := h.slots
	h.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.key != 0 {
			*h.at(s.key) = s
		}
	}
}

// digest mixes the bytes of a piece into a start value; it is never 0.
func digest[T string | []byte](start uint64, s T) uint64 {
	h := start ^ uint64(len(s))*0x9E3779B97F4A7C15
	i := 0
	for ; i+8 <= len(s); i += 8 {
		h = stir(h ^ (uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56))
	}
	var rest uint64
	for shift := 0; i < len(s); i, shift = i+1, shift+8 {
		rest |= uint64(s[i]) << shift
	}
	return stir(h^rest) | 1<<63
}

// stir is the finaliser of splitmix64 (Steele, Lea and Flood 2014).
func stir(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// digestNext is the digest of a piece below a node of the trie.
func digestNext[T string | []byte](node uint32, piece T) uint64 {
	return digest(stir(uint64(node)+1), piece)
}
