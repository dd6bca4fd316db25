package morph

import "depesche/report"

// What a form may be, as small numbers for a tagger: one a part of speech, and one
// each for the set of cases and numbers that nouns and names, or adjectives and
// determiners, may have, for the set of genders, for the set of persons and
// numbers, for the set of moods and verb forms, and for the kinds of name.
const (
	fromPOS     = 1                 // 0: nothing is known of the form
	fromNominal = fromPOS + 18      // 8 bits: case × number
	fromAdj     = fromNominal + 256 // the same
	fromGender  = fromAdj + 256     // 3 bits, for nouns; 3 bits, for the others
	fromPerson  = fromGender + 16   // 6 bits
	fromForm    = fromPerson + 64   // 6 bits: indicative present, past, subjunctive, imperative, infinitive, participle
	fromName    = fromForm + 64     // 3 bits
	numClasses  = fromName + 8
)

// NumClasses bounds the numbers that Classes gives.
func (d *Dict) NumClasses() int { return numClasses }

// Classes appends the numbers of what the form may be; first says that it is the
// first of its sentence.
func (d *Dict) Classes(to []int32, form string, first bool) []int32 {
	var buf [64]Analysis
	var s sets
	as := d.Analyses(form, buf[:0])
	if len(as) == 0 {
		return append(to, 0)
	}
	for i := range as {
		s.add(&as[i])
	}
	for u := range 18 {
		if s.pos&(1<<u) != 0 {
			to = append(to, int32(fromPOS+u))
		}
	}
	for _, x := range [...]struct{ from, set int }{{fromNominal, s.nominal}, {fromAdj, s.adj}, {fromGender, s.gender}, {fromGender + 8, s.adjGender},
		{fromPerson, s.person}, {fromForm, s.form}, {fromName, s.name}} {
		if x.set != 0 {
			to = append(to, int32(x.from+x.set))
		}
	}
	return to
}

// sets are sets of features as bits.
type sets struct {
	pos                                                 uint32
	nominal, adj, gender, adjGender, person, form, name int
}

func (s *sets) add(a *Analysis) {
	s.pos |= 1 << a.UPOS
	f := a.Feats
	cases := index(f.Get(report.MorphCase), "Nom", "Gen", "Dat", "Acc")
	number := index(f.Get(report.Number), "Sing", "Plur")
	gender := index(f.Get(report.Gender), "Masc", "Fem", "Neut")
	nominal, genders := &s.adj, &s.adjGender
	if a.UPOS == report.NOUN || a.UPOS == report.PROPN {
		nominal, genders = &s.nominal, &s.gender
	}
	if cases >= 0 && number >= 0 {
		*nominal |= 1 << (cases + 4*number)
	}
	if gender >= 0 && number == 0 {
		*genders |= 1 << gender
	}
	if person := index(f.Get(report.Person), "1", "2", "3"); person >= 0 && number >= 0 && isVerb(a.UPOS) {
		s.person |= 1 << (person + 3*number)
	}
	if isVerb(a.UPOS) {
		s.form |= verbForm(f)
	}
	if a.Name != report.NameNone {
		s.name |= 1 << index(name(a.Name), "P", "O", "L")
	}
}

func verbForm(f report.Feats) int {
	switch f.Get(report.VerbForm) {
	case "Inf":
		return 1 << 4
	case "Part", "Ger":
		return 1 << 5
	}
	switch f.Get(report.Mood) {
	case "Sub":
		return 1 << 2
	case "Imp":
		return 1 << 3
	}
	if f.Is(report.Tense, "Past") {
		return 1 << 1
	}
	return 1
}

func name(n report.NameTag) string {
	switch n {
	case report.NameBPerson:
		return "P"
	case report.NameBOrg:
		return "O"
	}
	return "L"
}

func index(x string, of ...string) int {
	for i, o := range of {
		if o == x {
			return i
		}
	}
	return -1
}
