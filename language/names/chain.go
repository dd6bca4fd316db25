package names

// Chain finds the best sequence of tags.
type Chain struct {
	scores []int32 // numTags a word
	back   []uint8
	tags   []uint8
	n      int
}

// Reset makes room for n words and clears their scores.
func (c *Chain) Reset(n int) {
	c.n = n
	if cap(c.tags) < n {
		c.scores = make([]int32, 2*n*numTags)
		c.back = make([]uint8, 2*n*numTags)
		c.tags = make([]uint8, 2*n)
	}
	c.scores, c.back, c.tags = c.scores[:n*numTags], c.back[:n*numTags], c.tags[:n]
	clear(c.scores)
}

// Row are the scores of word i's tags.
func (c *Chain) Row(i int) []int32 { return c.scores[i*numTags : (i+1)*numTags] }

// allowed says whether a tag may follow another: I only after B or I of its kind.
// numTags is the sentence's start.
func allowed(before, tag int) bool {
	if tag == 0 || tag%2 == 1 {
		return true
	}
	return before == tag || before == tag-1
}

// Best is the best sequence; it is valid until the next Reset.
func (c *Chain) Best(next *[numTags + 1][numTags]int16) []uint8 {
	if c.n == 0 {
		return nil
	}
	row := c.Row(0)
	for t := range numTags {
		row[t] += int32(next[numTags][t])
		if !allowed(numTags, t) {
			row[t] = -1 << 30
		}
	}
	for i := 1; i < c.n; i++ {
		before, row := c.Row(i-1), c.Row(i)
		for t := range numTags {
			best, at := int32(-1<<31), 0
			for b := range numTags {
				if s := before[b] + int32(next[b][t]); s > best && allowed(b, t) {
					best, at = s, b
				}
			}
			row[t] += best
			c.back[i*numTags+t] = uint8(at)
		}
	}
	at := 0
	for t, s := range c.Row(c.n - 1) {
		if s > c.Row(c.n - 1)[at] {
			at = t
		}
	}
	for i := c.n - 1; i >= 0; i-- {
		c.tags[i] = uint8(at)
		at = int(c.back[i*numTags+at])
	}
	return c.tags
}
