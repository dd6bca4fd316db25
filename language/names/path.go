package names

// Allowed says whether a tag may follow another: I only after B or I of its kind.
// NumTags is the sentence's start.
func Allowed(before, tag int) bool {
	return tag == 0 || tag%2 == 1 || before == tag || before == tag-1
}

const never = -1 << 30

// path finds the best sequence of tags (Viterbi 1967).
type path struct {
	back []uint8
	tags []uint8
}

// best is the best sequence for n rows of scores, which it changes, and the model's
// scores of pairs; it is valid until the next call.
func (p *path) best(scores []int32, next []int16, n int) []uint8 {
	p.back, p.tags = sized(p.back, n*NumTags), sized(p.tags, n)
	for i := range n {
		row := scores[i*NumTags:][:NumTags]
		for t := range row {
			top, at := int32(never), 0
			if i == 0 {
				if Allowed(NumTags, t) {
					top = int32(next[NumTags*NumTags+t])
				}
			} else {
				for b, v := range scores[(i-1)*NumTags:][:NumTags] {
					if v += int32(next[b*NumTags+t]); v > top && Allowed(b, t) {
						top, at = v, b
					}
				}
			}
			row[t] = max(never, row[t]+top)
			p.back[i*NumTags+t] = uint8(at)
		}
	}
	if n == 0 {
		return nil
	}
	at := 0
	last := scores[(n-1)*NumTags:][:NumTags]
	for t, v := range last {
		if v > last[at] {
			at = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		p.tags[i] = uint8(at)
		at = int(p.back[i*NumTags+at])
	}
	return p.tags
}
