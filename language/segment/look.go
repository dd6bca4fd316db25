package segment

// verbsAround is what the clauses around a place hold.
type verbsAround struct {
	zone, left, right int // verbs: in the clause before, in the sentence before, in the clause after
	opened            int // zones: how the clause before begins
	at                int // places: where the verb after stands
	commas            int // yesOrNo: in the sentence before
	close             part
}

func verbOf(p part) int {
	switch p {
	case finite, indirect:
		return 2
	case maybeFinite, maybeAttribute:
		return 1
	}
	return 0
}

func (c *cutter) verbsAround(first, i int) verbsAround {
	v := verbsAround{close: edge, at: 0}
	inZone := true
	from := max(first, i-lookBack)
	for k := i - 1; k >= from; k-- {
		p := c.part(first, k)
		v.left = max(v.left, verbOf(p))
		if inZone {
			v.zone = max(v.zone, verbOf(p))
		}
		switch p {
		case commaSign, colonSign, dashSign, conjunction:
			if p == commaSign {
				v.commas = 1
			}
			if inZone {
				v.opened = c.zone(first, k, i)
				inZone = false
			}
		}
	}
	depth := c.tokens[i].depth
	for k := i; k < i+lookAhead; k++ {
		p := c.part(first, k)
		if c.depthAfter(min(k, len(c.tokens)-1)) > depth {
			continue
		}
		switch p {
		case edge, commaSign, colonSign, dashSign, stopSign, otherSign:
			v.close = p
			return v
		case openQuote, closeQuote:
			if k > i {
				v.close = p
				return v
			}
		}
		if x := verbOf(p); x > v.right {
			v.right = x
			if v.at == 0 || x == 2 {
				v.at = bucket(k-i, 1, 2, 3, 5, 8)
			}
		}
	}
	return v
}

// zone is how the clause behind token k, a comma or a conjunction, begins.
func (c *cutter) zone(first, k, i int) int {
	if c.part(first, k) == conjunction {
		return 2
	}
	if k+1 >= i {
		return 4
	}
	p := c.part(first, k+1)
	if p == preposition && k+2 < i {
		p = c.part(first, k+2)
	}
	switch p {
	case subordinator:
		return 1
	case conjunction:
		return 2
	case pronoun, determiner:
		return 3
	}
	return 4
}

// bucket is the number of limits that n reaches.
func bucket(n int, limits ...int) int {
	at := 0
	for _, l := range limits {
		if n >= l {
			at++
		}
	}
	return at
}

// look fills c.features with the features of the place before token i.
func (c *cutter) look(first, i int) {
	c.features = c.features[:0]
	l, r := c.part(first, i-1), c.part(first, i)
	if l == closeQuote && c.quotedWhole(first, i-1) {
		l = wholeQuote
	}
	v := c.verbsAround(first, i)
	next := 0
	add := func(values ...int) {
		c.features = kindsOfFeature.Append(c.features, next, values...)
		next++
	}
	f := c.part(first, first)
	add()
	add(int(l), int(r))
	add(int(c.part(first, i-2)), int(l))
	add(int(r), int(c.part(first, i+1)))
	add(v.zone, v.opened, v.right, v.at)
	add(bucket(i-first, 2, 3, 4, 6, 9, 13, 20), v.left, v.commas)
	add(int(f), int(r))
	add(int(f), v.left, v.right)
	add(int(l), v.right, v.at)
	add(int(v.close), v.right)
	add(int(l), v.zone, v.right)
	add(int(r), v.zone, v.right, v.at)
}

// score is the model's score of the place before token i.
func (c *cutter) score(first, i int) float32 {
	c.look(first, i)
	return c.seams.Score(c.features)
}

// quotedWhole says whether the quotation that token i closes began with the sentence.
func (c *cutter) quotedWhole(first, i int) bool {
	if c.part(first, first) != openQuote || i-first > lookBack {
		return false
	}
	for k := first + 1; k < i; k++ {
		if c.tokens[k].class == closing && c.isDouble(k) {
			return false
		}
	}
	return true
}
