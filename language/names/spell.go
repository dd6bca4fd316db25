package names

import "unicode"

// speller reads a word letter by letter.
type speller struct {
	known                // what is hashed so far: exact, lower, shape, the parts beside hyphens
	title, before, piece uint64
	runes                [24]rune // the last letters, small
	n                    int
	class                uint64 // of the last letter
	begun                bool
}

func (s *speller) add(r rune) {
	low := unicode.ToLower(r)
	s.before = s.exact
	s.exact, s.lower = mix(s.exact, uint64(r)), mix(s.lower, uint64(low))
	if s.begun {
		s.title = mix(s.title, uint64(low))
	} else {
		s.title, s.capital, s.begun = mix(s.title, uint64(r)), unicode.IsUpper(r), true
	}
	if r != '-' {
		s.piece = mix(s.piece, uint64(r))
	} else {
		if s.variants.left == 0 {
			s.variants.left = s.before
		}
		s.piece = start
	}
	if s.n < len(s.runes) {
		s.runes[s.n] = low
		s.n++
	} else {
		copy(s.runes[:], s.runes[1:])
		s.runes[s.n-1] = low
	}
	if c := letterClass(r); c != s.class {
		s.shape, s.class = mix(s.shape, c), c
	}
}

// spell is what there is to know of a form by its letters.
func (in *Inputs) spell(form string) known {
	s := speller{title: start, before: start, piece: start}
	s.exact, s.lower, s.shape = start, start, start
	for _, r := range form {
		s.add(r)
	}
	k, runes := &s.known, s.runes[:s.n]
	k.form = k.exact
	if k.variants.left != 0 {
		k.variants.right = s.piece
	}
	if n := len(runes); n > 3 {
		if x := runes[n-1]; x == 's' || x == '\'' || x == '’' {
			k.stem = s.before
		}
		if k.shape == mix(start, letterClass('A')) {
			k.title = s.title
		}
	}
	in.cut(k, runes)
	k.tail = uint64(in.lists.head(runes))
	k.letters = in.letters.read(k)
	return *k
}

// cut takes the beginnings, ends and other runs of the letters.
func (in *Inputs) cut(k *known, runes []rune) {
	n := len(runes)
	for i := range k.prefix {
		k.prefix[i] = run(runes[:min(n, i+2)])
	}
	for i := range k.suffix {
		k.suffix[i] = run(runes[max(0, n-i-2):])
	}
	from := len(in.grams)
	for size := 3; size <= 4; size++ {
		for i := 0; i+size <= n; i++ {
			in.grams = append(in.grams, run(runes[i:i+size]))
		}
	}
	k.grams = in.grams[from:]
}

func letterClass(r rune) uint64 {
	switch {
	case unicode.IsUpper(r):
		return 1
	case unicode.IsLower(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case r == '-':
		return 4
	case r == '.':
		return 5
	}
	return 6
}

func run(rs []rune) uint64 {
	h := start
	for _, r := range rs {
		h = mix(h, uint64(r))
	}
	return h
}
