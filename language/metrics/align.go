package metrics

// align pairs the words of two files over the same text.
func align(g, s *file) []pair {
	var pairs []pair
	i, j := 0, 0
	for i < len(g.words) && j < len(s.words) {
		a, b := &g.words[i], &s.words[j]
		if a.part || b.part {
			gi, sj := extent(g.words, s.words, i, j)
			if i2, j2 := gi, sj; i2 > i && j2 > j {
				pairs = appendCommon(pairs, g.words[i:i2], s.words[j:j2], i, j)
			}
			i, j = gi, sj
			continue
		}
		switch {
		case a.span == b.span:
			pairs = append(pairs, pair{i, j})
			i++
			j++
		case a.start <= b.start:
			i++
		default:
			j++
		}
	}
	return pairs
}

// extent finds the ends of the two runs of words that a contraction at i or j
// covers, as far as contractions overlap.
func extent(g, s []word, i, j int) (int, int) {
	end := 0
	switch {
	case g[i].part && s[j].part:
		end = max(g[i].end, s[j].end)
		if g[i].start >= s[j].end {
			return i, skip(s, j)
		}
		if s[j].start >= g[i].end {
			return skip(g, i), j
		}
	case g[i].part:
		end = g[i].end
		if s[j].end <= g[i].start {
			return i, j + 1
		}
	default:
		end = s[j].end
		if g[i].end <= s[j].start {
			return i + 1, j
		}
	}
	for (i < len(g) && g[i].start < end) || (j < len(s) && s[j].start < end) {
		if i < len(g) && (j >= len(s) || g[i].start <= s[j].start) {
			if g[i].part && g[i].end > end {
				end = g[i].end
			}
			i++
			continue
		}
		if s[j].part && s[j].end > end {
			end = s[j].end
		}
		j++
	}
	return i, j
}

// skip is the first word after the contraction of word i.
func skip(words []word, i int) int {
	for k := i; k < len(words); k++ {
		if words[k].start >= words[i].end {
			return k
		}
	}
	return len(words)
}

// maxCommon bounds the table of the longest common subsequence.
const maxCommon = 1 << 12

// appendCommon pairs the words of the longest common subsequence of the forms.
func appendCommon(pairs []pair, g, s []word, gAt, sAt int) []pair {
	if len(g)*len(s) > maxCommon*maxCommon {
		return pairs
	}
	w := len(s) + 1
	t := make([]int32, (len(g)+1)*w)
	for i := len(g) - 1; i >= 0; i-- {
		for j := len(s) - 1; j >= 0; j-- {
			if g[i].form == s[j].form {
				t[i*w+j] = 1 + t[(i+1)*w+j+1]
			}
			t[i*w+j] = max(t[i*w+j], t[(i+1)*w+j], t[i*w+j+1])
		}
	}
	for i, j := 0, 0; i < len(g) && j < len(s); {
		switch {
		case g[i].form == s[j].form:
			pairs = append(pairs, pair{gAt + i, sAt + j})
			i++
			j++
		case t[i*w+j] == t[(i+1)*w+j]:
			i++
		default:
			j++
		}
	}
	return pairs
}
