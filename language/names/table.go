package names

import (
	"cmp"
	"math/bits"
	"slices"
)

// table has sets of kinds by hashes: open addressing with steps of one.
type table struct {
	slots []slot // a power of two, at most half of them full, in the order of the hashes
	shift uint8  // of a hash, for its slot
	n     int
}

// slot is a hash and its set, which is never empty; 0 in a free slot.
type slot struct{ hash, set uint32 }

// of is the set of a hash, 0 if there is none.
func (t *table) of(hash uint32) uint32 {
	if t.n == 0 {
		return 0
	}
	return t.slots[t.at(hash)].set
}

// at is where the hash is, or would be.
func (t *table) at(hash uint32) uint32 {
	mask := uint32(len(t.slots) - 1)
	i := hash >> t.shift
	for t.slots[i].set != 0 && t.slots[i].hash != hash {
		i = (i + 1) & mask
	}
	return i
}

// add adds to the set of a hash.
func (t *table) add(hash, set uint32) {
	if set == 0 {
		return
	}
	if 2*(t.n+1) > len(t.slots) {
		t.grow(2 * (t.n + 1))
	}
	s := &t.slots[t.at(hash)]
	if s.set == 0 {
		t.n++
	}
	s.hash, s.set = hash, s.set|set
}

// grow makes room for at least so many slots.
func (t *table) grow(slots int) {
	size := max(4, bits.Len(uint(max(slots, 1)-1)))
	old := t.slots
	t.slots, t.shift = make([]slot, 1<<size), uint8(32-size)
	for _, s := range old {
		if s.set != 0 {
			t.slots[t.at(s.hash)] = s
		}
	}
}

// sorted is the full slots in the order of their hashes.
func (t *table) sorted() []slot {
	all := make([]slot, 0, t.n)
	for _, s := range t.slots {
		if s.set != 0 {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b slot) int { return cmp.Compare(a.hash, b.hash) })
	return all
}
