package names

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"depesche/report"
)

// TestKeptSums: sums that are kept from word to word are those of all features, also
// where more forms come than there is room for.
func TestKeptSums(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	m := &Model{Rows: make([]byte, Buckets*NumTags), Next: make([]int16, (NumTags+1)*NumTags), Known: Known{Letters: make(Letters, LetterRows*NumLetters)}}
	for i := range m.Rows {
		m.Rows[i] = byte(chance.Uint32())
	}
	for i := range m.Letters {
		m.Letters[i] = int8(chance.Uint32())
	}
	m.Lists.Put([]string{"Wies"}, KindTown)
	m.Lists.Put([]string{"Kolm", "Wies"}, KindRegion)
	m.Lists.PutHead("amt", KindOrgHead)
	w, all := m.NewWorker(noDict{}), NewInputs(noDict{}, m.Known)
	forms := []string{"", "Kolm", "Wies", "Bauamt", "des", "von", "Überhaupt-und-gar-nicht-mehr-zu-behaltendes-Wort"}
	for i := range 2 * numKept {
		forms = append(forms, fmt.Sprintf("Wort%dchen", i))
	}
	for _, n := range []int{1, 2, 5, 40, 5, 4 * numKept, 40} {
		words := make([]report.Word, n)
		for i := range words {
			words[i] = report.Word{Form: forms[min(chance.IntN(len(forms)), chance.IntN(len(forms)))], UPOS: report.UPOS(1 + chance.IntN(2)), Head: int16(chance.IntN(n))}
		}
		w.Tag(words)
		w.inputs.open(words)
		all.Read(words)
		for i := range words {
			var got, want [NumTags]int32
			w.inputs.weigh(i, &got)
			if m.score(&want, all.Of(i)); got != want {
				t.Fatalf("%d words, %d of them, %q: %v, want %v", n, i, words[i].Form, got, want)
			}
		}
	}
}
