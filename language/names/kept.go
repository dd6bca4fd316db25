package names

import "depesche/report"

// part says at which word a feature looks that looks at one word only.
type part uint8

const (
	own    part = iota // the word itself
	before             // the word before
	after              // the word after
	numParts
)

// shares are sums of the weights of features that look at one word only: what the word
// adds to its own tags, to those of the next word (before), of the one before it (after).
type shares struct {
	done [numParts]bool
	of   [numParts][NumTags]int32
}

// kept is what is kept of a form with a part of speech.
type kept struct {
	form     []byte
	pos      report.UPOS
	sentence uint64 // that used it last
	grams    []uint64
	known
	shares
}

// numKept is the number of forms that are kept, and longest the bytes of the longest.
const (
	numKept = 1 << 11
	longest = 48
)

// memory keeps forms from word to word, since running text repeats its words: each has
// one place, where it takes the place of another.
type memory struct {
	model    *Model
	kept     []kept
	spare    []shares  // of words that are not kept
	shares   []*shares // of each word
	edge     shares    // of what is outside the sentence
	sentence uint64    // the number of the sentence at hand
	parts    [numParts][]uint32
}

// begin begins a sentence of n words.
func (m *memory) begin(n int) {
	m.sentence++
	m.spare, m.shares = sized(m.spare, n), sized(m.shares, n)
}

// find is the place of a form, and whether it is there; nil if it cannot be kept,
// because it is long or the sentence has another form in its place.
func (m *memory) find(form string, pos report.UPOS) (k *kept, found bool) {
	if len(form) == 0 || len(form) > longest {
		return nil, false
	}
	h := uint32(2166136261) ^ uint32(pos)
	for i := range len(form) {
		h = (h ^ uint32(form[i])) * 16777619
	}
	k = &m.kept[(h^h>>16)%numKept]
	switch {
	case k.pos == pos && string(k.form) == form:
		k.sentence = m.sentence
		return k, true
	case k.sentence == m.sentence:
		return nil, false
	}
	k.sentence = m.sentence
	return k, false
}

// knowAgain is know that keeps what it finds, for word i.
func (in *Inputs) knowAgain(i int, w *report.Word) known {
	m := in.memory
	k, found := m.find(w.Form, w.UPOS)
	if k == nil {
		m.spare[i] = shares{}
		m.shares[i] = &m.spare[i]
		return in.know(w)
	}
	if m.shares[i] = &k.shares; found {
		return k.known
	}
	k.form, k.pos, k.shares = append(k.form[:0], w.Form...), w.UPOS, shares{}
	k.known = in.know(w)
	k.grams = append(k.grams[:0], k.known.grams...)
	k.known.grams = k.grams
	return k.known
}

// share is the shares of the word that a part of word i looks at.
func (m *memory) share(i int, p part) *shares {
	switch p {
	case before:
		i--
	case after:
		i++
	}
	if i < 0 || i >= len(m.shares) {
		return &m.edge
	}
	return m.shares[i]
}

// weigh adds to the sums the weights of the features of word i.
func (in *Inputs) weigh(i int, sums *[NumTags]int32) {
	m := in.memory
	in.buckets = in.buckets[:0]
	for p := range numParts {
		in.skip[p], m.parts[p] = m.share(i, p).done[p], m.parts[p][:0]
	}
	in.features(i)
	m.model.score(sums, in.buckets)
	for p := range numParts {
		s := m.share(i, p)
		if !s.done[p] {
			s.done[p], s.of[p] = true, [NumTags]int32{}
			m.model.score(&s.of[p], m.parts[p])
		}
		for t, v := range s.of[p] {
			sums[t] += v
		}
	}
}
