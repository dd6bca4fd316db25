package register

import (
	"context"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
)

// Copies of an agency's text are found by the runs of words that they share
// (Broder 1997, On the resemblance and containment of documents): a text is
// the set of the runs of shingleWords folded words in its first leadWords. A
// text of which copyShare of the runs stand in another of its week or the next is
// a copy of it, shortened or with another headline though it may be. Copies of
// copies have one origin.
const (
	shingleWords = 5
	leadWords    = 160 // of which copies keep at least the start
	copyShare    = 0.7
	minShared    = 3
)

// shingles are the runs of words of a text, hashed, sorted, each once.
func shingles(text string) []int64 {
	words := strings.Fields(Fold(text))
	words = words[:min(len(words), leadWords)]
	var out []int64
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		out = append(out, int64(h.Sum64()))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isCopy says whether two texts of n and m shingles, of which they share some,
// are copies.
func isCopy(n, m, shared int) bool {
	return shared >= minShared && float64(shared) >= copyShare*float64(min(n, m))
}

// trace finds the origin of a new report among those kept and gives it. Where
// the report joins what were two origins, the later becomes the earlier, and
// the cells of its records are marked. The origin's id is the smallest of its
// reports, so the order in which they come makes no difference.
func trace(ctx context.Context, tx Tx, r *Report) error {
	r.Origin = r.ID
	own := shingles(r.Text)
	r.shingles = len(own)
	if len(own) == 0 {
		return nil
	}
	week := int(r.Day()) / 7
	near, err := tx.Near(ctx, own, []int{week - 1, week, week + 1})
	if err != nil {
		return err
	}
	origins := map[ID]bool{r.ID: true}
	for _, other := range slices.Sorted(maps.Keys(near)) {
		if near[other] < minShared || other == r.ID {
			continue
		}
		n, origin, err := tx.Sketch(ctx, other)
		if err != nil {
			return err
		}
		if isCopy(len(own), n, near[other]) {
			origins[origin] = true
		}
	}
	if err := tx.PutShingles(ctx, r.ID, week, own); err != nil {
		return err
	}
	if len(origins) == 1 {
		return nil
	}
	all := slices.Sorted(maps.Keys(origins))
	r.Origin = all[0]
	if err := tx.MarkReports(ctx, all); err != nil {
		return err
	}
	return tx.SetOrigin(ctx, all, r.Origin)
}
