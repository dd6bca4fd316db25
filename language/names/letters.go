package names

// LetterRows is the number of rows for hashed runs of letters.
const LetterRows = 1 << letterBits

// What a word is by its letters: for each of these the letters speak for or against it.
const (
	LettersWord = iota // an ordinary noun
	LettersFirst
	LettersSurname
	LettersPlace
	LettersOrg
	NumLetters
)

// Letters says by its letters what kind of name a word is that no list knows: weights of
// runs of letters for and against each kind, LetterUnit of them to one.
type Letters []int8 // LetterRows × NumLetters

// LetterUnit is the whole number of a weight of one.
const LetterUnit = 32

// letterStep is the width of a level, in weights: a factor of 4.5 in the odds.
const letterStep = 3 * LetterUnit / 2

// letterBits is the binary logarithm of LetterRows.
const letterBits = 15

// letterRow is the row of a run of letters.
func letterRow(run uint64) int { return int((run ^ run>>29) * 0x9E3779B97F4A7C15 >> (64 - letterBits)) }

// letterRows calls do with the rows of a word's beginnings, ends and other runs.
func letterRows(k *known, do func(row int)) {
	for i, x := range k.prefix {
		do(letterRow(x + uint64(i) + 1))
	}
	for i, x := range k.suffix {
		do(letterRow(x - uint64(i) - 1))
	}
	for _, x := range k.grams {
		do(letterRow(x))
	}
}

// LetterRuns appends the rows of the runs of letters of a form.
func LetterRuns(form string, to []int) []int {
	in := NewInputs(nil, Known{})
	k := in.spell(form)
	letterRows(&k, func(row int) { to = append(to, row) })
	return to
}

// read gives a level from 1 (surely not) to 7 (surely) for each kind.
func (l Letters) read(k *known) (levels [NumLetters]uint64) {
	if len(l) == 0 {
		return levels
	}
	var sum [NumLetters]int32
	letterRows(k, func(row int) {
		for i, v := range l[row*NumLetters:][:NumLetters] {
			sum[i] += int32(v)
		}
	})
	for i, s := range sum {
		levels[i] = uint64(max(1, min(7, (s+4*letterStep)/letterStep)))
	}
	return levels
}
