package names

// Rare tells the features that stand at few words of the sentences to learn from. They
// say little, and since features share rows, they blur what others say.
type Rare struct {
	counts []uint8
	least  uint8
	known  bool // all sentences were read
}

// rareBits is the logarithm of the number of counters. Features that share one count as
// one.
const rareBits = 27

// NewRare makes one that counts, of features that stand at fewer than least words.
func NewRare(least int) *Rare {
	return &Rare{counts: make([]uint8, 1<<rareBits), least: uint8(max(0, min(least, 255)))}
}

// Known ends the counting: from now on rare features are skipped.
func (r *Rare) Known() { r.known = true }

// skips counts the feature, or says whether it is rare.
func (r *Rare) skips(hash uint64) bool {
	c := &r.counts[(hash>>(64-rareBits)^hash)&(1<<rareBits-1)]
	if r.known {
		return *c < r.least
	}
	if *c < 255 {
		*c++
	}
	return false
}

// LeaveOut makes the inputs count features, or leave out those that are rare, as r has it.
func (in *Inputs) LeaveOut(r *Rare) { in.rare = r }
