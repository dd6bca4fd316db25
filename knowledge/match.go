package knowledge

import "strings"

// Match finds the longest run of word forms, beginning with the first, that is
// a name: inflected forms included. It gives the entities that bear it and the
// number of words; nil and 0 if there is none. Forms are words as written
// ("Chinas", "U.S.", "Ban", "Ki-moon" or "Ki", "-", "moon"). Case counts.
func (b *Base) Match(lang string, forms []string) ([]Match, int) {
	return b.AppendMatch(nil, lang, forms)
}

// AppendMatch is Match that appends to dst, for callers that reuse their space.
func (b *Base) AppendMatch(dst []Match, lang string, forms []string) ([]Match, int) {
	x := b.names(lang)
	if x == nil {
		return dst, 0
	}
	node, n, bare := x.walk(forms)
	if n == 0 {
		return dst, 0
	}
	return b.collect(dst, x, node, bare), n
}

// collect appends the postings of a node; bare says that a genitive s was
// taken off to find it.
func (b *Base) collect(dst []Match, x *index, node uint32, bare bool) []Match {
	for i := x.heads[node]; i >= 0; i = x.postings[i].next {
		p := &x.postings[i]
		if bare && p.exact {
			continue
		}
		dst = append(dst, Match{&b.entities[p.entity], p.kind, b.sectors[p.sector], b.spans[p.during], p.weak})
	}
	return dst
}

// walk goes down the trie as far as the forms lead and gives the last node
// that ends a name.
func (x *index) walk(forms []string) (best uint32, n int, bare bool) {
	var space [96]byte
	node := uint32(0)
	for i, form := range forms {
		if form == "-" || form == "‑" {
			if i == 0 {
				return
			}
			continue
		}
		rest := cutPossessive(form)
		for {
			var p string
			p, rest = nextPiece(rest)
			if p == "" || len(p) > 64 {
				return
			}
			c, ok := x.child(node, p, space[:0])
			if rest == "" {
				if ok && x.heads[c] >= 0 {
					best, n, bare = c, i+1, false
				} else if g, ok := x.genitive(node, p, space[:0]); ok {
					best, n, bare = g, i+1, true
				}
			}
			if !ok {
				return
			}
			node = c
			if rest == "" {
				break
			}
		}
	}
	return
}

// genitive finds the node of a German name in the genitive ("Chinas").
func (x *index) genitive(node uint32, piece string, buf []byte) (uint32, bool) {
	if x.lang != "de" || len(piece) < 4 || !strings.HasSuffix(piece, "s") {
		return 0, false
	}
	c, ok := x.child(node, piece[:len(piece)-1], buf)
	if !ok {
		return 0, false
	}
	for i := x.heads[c]; i >= 0; i = x.postings[i].next {
		if !x.postings[i].exact {
			return c, true
		}
	}
	return 0, false
}

// cutPossessive takes "'s" or a bare apostrophe off the end of a word.
func cutPossessive(s string) string {
	for _, end := range [...]string{"'s", "’s", "'", "’"} {
		if len(s) > len(end) && strings.HasSuffix(s, end) {
			return s[:len(s)-len(end)]
		}
	}
	return s
}

// Adjective gives the states, peoples, places and organisations that an
// adjective belongs to: "chinesischen", "US-amerikanische", "Pekinger",
// "Chinese". One joined of several ("russisch-ukrainisch", "Sino" is not read)
// gives those of every part, in order.
func (b *Base) Adjective(lang, form string) []Match {
	if m := b.whole(lang, form, isAdjective); len(m) > 0 {
		return m
	}
	var all []Match
	for part := range strings.SplitSeq(form, "-") {
		m := b.whole(lang, part, isAdjective)
		if len(m) == 0 {
			return nil
		}
		all = append(all, m...)
	}
	return all
}

func isAdjective(m Match) bool { return m.Kind == Adjective }

// whole matches one form from end to end and keeps what passes.
func (b *Base) whole(lang, form string, keep func(Match) bool) []Match {
	all, n := b.Match(lang, []string{form})
	if n == 0 {
		return nil
	}
	out := all[:0]
	for _, m := range all {
		if keep(m) {
			out = append(out, m)
		}
	}
	return out
}

// CompoundPrefix gives the entities that the first part of a compound names,
// with or without its hyphen: "US-", "EU-", "Uno-", "Kreml", "Ukraine".
func (b *Base) CompoundPrefix(lang, prefix string) []Match {
	prefix = strings.TrimRight(prefix, "-‑")
	if prefix == "" {
		return nil
	}
	return b.whole(lang, prefix, func(m Match) bool {
		return m.Kind != Adjective || m.Entity.Type == "group"
	})
}

// SplitCompound splits a German compound whose first part is a name:
// "US-Angriff" is US and "Angriff", "Kremlchef" is Kreml and "chef". Without a
// hyphen only names of states, metonyms and peoples count, and the rest must
// have at least four letters. It gives nil where nothing is found or the whole
// form is a name itself.
func (b *Base) SplitCompound(lang, form string) (matches []Match, rest string) {
	if lang != "de" {
		return nil, ""
	}
	if _, n := b.Match(lang, []string{form}); n > 0 {
		return nil, ""
	}
	for i := strings.LastIndexByte(form, '-'); i > 0; i = strings.LastIndexByte(form[:i], '-') {
		if m := b.CompoundPrefix(lang, form[:i]); len(m) > 0 {
			return m, form[i+1:]
		}
	}
	if strings.Contains(form, "-") {
		return nil, ""
	}
	for i := len(form) - 4; i >= 4; i-- {
		if m := b.whole(lang, form[:i], joinsDirectly); len(m) > 0 {
			return m, form[i:]
		}
	}
	return nil, ""
}

// joinsDirectly says whether a name forms compounds without a hyphen.
func joinsDirectly(m Match) bool {
	if m.Weak {
		return false
	}
	switch m.Kind {
	case Metonym, Short, Alias, Demonym:
		return m.Entity.Type == "state" || m.Entity.Type == "group" && m.Kind == Demonym
	}
	return false
}
