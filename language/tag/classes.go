package tag

import (
	"math/bits"

	"depesche/language/morph"
	"depesche/report"
)

// Readings is a Dictionary over the readings of package morph. It has scratch
// space: one user at a time.
type Readings struct {
	Dict *morph.Dict
	buf  []morph.Analysis
	set  [(numClasses + 63) / 64]uint64
}

// Where the kinds of classes begin.
const (
	classPOS     = 0                 // each part of speech
	classCase    = classPOS + 18     // each part of speech with each case
	classCases   = classCase + 18*8  // the set of cases
	classGenders = classCases + 16   // the set of genders and of plural
	classWhole   = classGenders + 16 // the set of part of speech, case, number and gender, hashed
	classTags    = classWhole + 512  // the set of parts of speech, hashed
	classVerb    = classTags + 128   // each form and mood of verbs
	classPersons = classVerb + 40    // the set of persons and numbers of verbs
	className    = classPersons + 64 // each kind of name
	classUnknown = className + 10    // nothing is known
	numClasses   = classUnknown + 1
)

// NumClasses is the number of classes.
func (r *Readings) NumClasses() int { return numClasses }

// Classes appends the classes of the form's readings.
func (r *Readings) Classes(to []int32, form string) []int32 {
	r.buf = r.Dict.Analyses(form, r.buf[:0])
	if len(r.buf) == 0 {
		return append(to, classUnknown)
	}
	clear(r.set[:])
	var sum summary
	for i := range r.buf {
		r.add(&r.buf[i], &sum)
	}
	r.put(classCases + sum.cases)
	r.put(classGenders + sum.genders)
	r.put(classPersons + sum.persons)
	r.put(classWhole + int(sum.whole%512))
	r.put(classTags + int(mix(uint64(sum.tags), 77)%128))
	for k, w := range r.set {
		for ; w != 0; w &= w - 1 {
			to = append(to, int32(k*64+bits.TrailingZeros64(w)))
		}
	}
	return to
}

// summary is what the readings of a form say together.
type summary struct {
	cases, genders, persons int
	whole                   uint64
	tags                    uint32
}

func (r *Readings) put(class int) { r.set[class/64] |= 1 << (class % 64) }

func (r *Readings) add(a *morph.Analysis, sum *summary) {
	r.put(classPOS + int(a.UPOS))
	sum.tags |= 1 << a.UPOS
	if a.UPOS == report.VERB || a.UPOS == report.AUX {
		r.verb(a, sum)
		return
	}
	kase, gender := caseOf(a.Feats), genderOf(a.Feats)
	r.put(classCase + int(a.UPOS)*8 + kase)
	if kase > 0 && kase <= 4 {
		sum.cases |= 1 << (kase - 1)
	}
	if a.Feats.Is(report.Number, "Plur") {
		gender = 4
	}
	if gender > 0 {
		sum.genders |= 1 << (gender - 1)
	}
	// a sum does not depend on the order of the readings
	sum.whole += mix(uint64(a.UPOS)<<8|uint64(kase)<<4|uint64(gender), 78) >> 3
	if a.UPOS == report.PROPN {
		r.put(className + int(a.Name))
	}
}

func (r *Readings) verb(a *morph.Analysis, sum *summary) {
	form, mood := 0, 0
	for i, v := range [...]string{"Fin", "Inf", "Part", "Ger"} {
		if a.Feats.Is(report.VerbForm, v) {
			form = i + 1
		}
	}
	for i, v := range [...]string{"Ind", "Sub", "Imp"} {
		if a.Feats.Is(report.Mood, v) {
			mood = i + 1
		}
	}
	r.put(classVerb + form*4 + mood)
	person := 0
	switch a.Feats.Get(report.Person) {
	case "1":
		person = 1
	case "2":
		person = 2
	case "3":
		person = 3
	}
	if person > 0 {
		if a.Feats.Is(report.Number, "Plur") {
			person += 3
		}
		sum.persons |= 1 << (person - 1)
	}
}

func caseOf(f report.Feats) int {
	switch f.Get(report.MorphCase) {
	case "Nom":
		return 1
	case "Gen":
		return 2
	case "Dat":
		return 3
	case "Acc":
		return 4
	}
	return 0
}

func genderOf(f report.Feats) int {
	switch f.Get(report.Gender) {
	case "Masc":
		return 1
	case "Fem":
		return 2
	case "Neut":
		return 3
	}
	return 0
}
