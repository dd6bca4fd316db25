package train

import (
	"math"

	"depesche/language/names"
)

// Spelling is a word and what it is: the set of names.LettersWord and so on.
type Spelling struct {
	Form string
	Is   uint8
}

// Letters learns what words are by their letters: for each kind a logistic regression over
// runs of letters, by AdaGrad. The same words and seed give the same weights.
func Letters(words []Spelling, rounds int, seed uint64) names.Letters {
	const kinds = names.NumLetters
	data, second := make([]float32, names.LetterRows*kinds), make([]float32, names.LetterRows*kinds)
	random := random{seed}
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	var rows []int
	for range rounds {
		random.shuffle(order)
		for _, at := range order {
			x := &words[at]
			rows = names.LetterRuns(x.Form, rows[:0])
			var s [kinds]float32
			for _, r := range rows {
				for k := range s {
					s[k] += data[r*kinds+k]
				}
			}
			for k := range s {
				s[k] = float32(1 / (1 + math.Exp(-float64(s[k]))))
				if x.Is>>k&1 != 0 {
					s[k]--
				}
			}
			for _, r := range rows {
				g := s
				adaGrad(data[r*kinds:(r+1)*kinds], g[:], second[r*kinds:(r+1)*kinds], 0.05, 0.0005)
			}
		}
	}
	l := make(names.Letters, len(data))
	for i, v := range data {
		l[i] = int8(max(-127, min(127, math.RoundToEven(float64(v)*names.LetterUnit))))
	}
	return l
}
