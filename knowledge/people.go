package knowledge

import (
	"slices"
	"strings"

	"depesche/record"
)

// readPeople reads people*.tsv:
// id state weight de en surname sector
//
// Names are given name first unless surname says otherwise; several spellings
// stand with "|". An empty English cell is the German one; English spellings
// are names in German reports too. The surname is the
// last word of each name unless the column names it ("=": none). Weight 1 or more lets the
// surname alone be a name in Match, a weak one below 2.
func (l *loader) readPeople() error {
	defer func() {
		for _, x := range l.indexes {
			x.put(filed{what: fileSurnames})
		}
	}()
	return eachRow(l.files, "people*.tsv", 7, func(r row) error {
		weight, ok := number(r.cell(2))
		if !ok {
			return r.errorf("weight %q: want a number", r.cell(2))
		}
		en := r.cell(4)
		if en == "" {
			en = r.cell(3)
		}
		if r.cell(3) == "" {
			return r.errorf("no name")
		}
		n, err := l.put(r, Entity{ID: r.cell(0), Type: record.TypePerson, Kind: "person", State: r.cell(1),
			Sector: r.cell(6), Weight: weight, de: firstForm(r.cell(3)), en: firstForm(en)})
		if err != nil {
			return err
		}
		l.person(0, n, r.cell(3), r.cell(5), weight)
		if en != r.cell(3) { // German reports use the English spelling too
			l.person(0, n, en, r.cell(5), weight)
		}
		l.person(1, n, en, r.cell(5), weight)
		if german[r.cell(1)] && strings.ContainsAny(en, umlauts) {
			l.person(1, n, spellOut.Replace(en), spellOut.Replace(r.cell(5)), weight)
		}
		return nil
	})
}

// german lists the states whose people English reports write with ae, oe, ue.
var german = map[string]bool{"DEU": true, "AUT": true, "CHE": true, "LIE": true, "DDR": true}

const umlauts = "äöüÄÖÜ"

var spellOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// person files the full names and the surnames of a person in one language.
func (l *loader) person(lang int, n int32, names, surnames string, weight int32) {
	x := l.indexes[lang]
	full := posting{entity: n, kind: Short}
	for name := range strings.SplitSeq(names, "|") {
		name = strings.TrimSpace(name)
		if strings.ContainsRune(name, ' ') {
			x.put(filed{form: name, p: full})
			l.given(lang, name, surnames)
		}
		if surnames == "" {
			l.surname(lang, n, name[strings.LastIndexByte(name, ' ')+1:], weight)
		}
	}
	if surnames == "" || surnames == "=" {
		return
	}
	for s := range strings.SplitSeq(surnames, "|") {
		l.surname(lang, n, strings.TrimSpace(s), weight)
	}
}

// given counts the first name of a full one, unless it is a surname set first.
func (l *loader) given(lang int, name, surnames string) {
	first, _, _ := strings.Cut(name, " ")
	for s := range strings.SplitSeq(surnames, "|") {
		if s == first || strings.HasPrefix(s, first+" ") {
			return
		}
	}
	if strings.HasSuffix(first, ".") {
		return
	}
	l.indexes[lang].put(filed{what: fileGiven, form: first})
}

// GivenName says how many of the people known have a form as their first name.
func (b *Base) GivenName(lang, form string) int {
	at := 1
	if lang == "de" {
		at = 0
	}
	n, _ := b.indexes[at].given.get(digest(0, foldedName(form, at == 0)))
	return int(n)
}

func (l *loader) surname(lang int, n int32, s string, weight int32) {
	l.indexes[lang].put(filed{what: fileSurname, form: s, p: posting{entity: n}, weight: weight})
}

// foldedName is a whole name, its pieces folded and joined by single spaces.
func foldedName(s string, umlauts bool) string {
	if plain(s) && !strings.ContainsAny(s, " -") {
		return s
	}
	buf := make([]byte, 0, len(s))
	for s != "" {
		var p string
		p, s = nextPiece(s)
		if len(buf) > 0 && p != "" {
			buf = append(buf, ' ')
		}
		buf = fold(buf, p, umlauts)
	}
	return string(buf)
}

// Surname gives everybody who bears a surname ("Lawrow", "Lavrov", "Putins"),
// the best known first. A German genitive s is taken off where the form itself
// is nobody's.
func (b *Base) Surname(lang, name string) []*Entity {
	at := 1
	if lang == "de" {
		at = 0
	}
	x := b.indexes[at]
	key := foldedName(cutPossessive(name), at == 0)
	n, ok := x.surnames.get(digest(0, key))
	if !ok && at == 0 {
		n, ok = x.surnames.get(digest(0, strings.TrimSuffix(key, "s")))
	}
	if !ok {
		return nil
	}
	var out []*Entity
	for i := int32(n); i > 0; i = x.bearers[i-1].next {
		out = append(out, &b.entities[x.bearers[i-1].entity])
	}
	slices.SortStableFunc(out, func(a, b *Entity) int { return int(b.Weight - a.Weight) })
	return out
}

// readOffices reads offices*.tsv:
// person of role from to seen title source sector
func (l *loader) readOffices() error {
	roles := Roles()
	over := l.ownOffices()
	return eachRow(l.files, "offices*.tsv", 9, func(r row) error {
		person, err := l.find(r, r.cell(0))
		if err != nil {
			return err
		}
		of := r.cell(1)
		at, err := l.find(r, of)
		if err != nil {
			return err
		}
		if !r.user && over[held{person, at, r.cell(2)}] {
			return nil
		}
		sector, ok := roles[r.cell(2)]
		if !ok {
			return r.errorf("role %q: unknown", r.cell(2))
		}
		if s := r.cell(8); s != "" {
			sector = s
		}
		term := Term{Person: &l.entities[person], Of: of, Role: r.cell(2), Title: r.cell(6), Source: r.cell(7), Sector: sector,
			Start: r.cell(3), Stop: r.cell(4), at: place{r.file, r.line}}
		if term.Interval, err = r.interval(3, 4); err != nil {
			return err
		}
		if err := ending(r, &term); err != nil {
			return err
		}
		term.believed = believe(term)
		l.addTerm(term)
		return nil
	})
}

// held is an office of somebody, or with the role "" a membership.
type held struct {
	person, of int32
	role       string
}

// ownOffices are the offices of people that a user's tables speak of: what the
// built-in ones say of them does not count.
func (l *loader) ownOffices() map[held]bool {
	over := map[held]bool{}
	_ = eachRow(l.files.mine(), "offices*.tsv", 9, func(r row) error {
		person, err := l.find(r, r.cell(0))
		if err != nil {
			return err
		}
		of, err := l.find(r, r.cell(1))
		over[held{person, of, r.cell(2)}] = err == nil
		return err
	})
	return over
}

// ownMemberships are the memberships that a user's tables speak of.
func (l *loader) ownMemberships() map[held]bool {
	over := map[held]bool{}
	_ = eachRow(l.files.mine(), "memberships*.tsv", 5, func(r row) error {
		org, err := l.find(r, r.cell(0))
		if err != nil {
			return err
		}
		for code := range strings.SplitSeq(r.cell(1), " ") {
			if m, err := l.find(r, code); err == nil {
				over[held{m, org, ""}] = true
			}
		}
		return nil
	})
	return over
}

// ending reads how the end is known: a day on which the term was seen open, or
// the word successor.
func ending(r row, t *Term) error {
	if r.cell(5) == string(Successor) {
		if t.Stop == "" {
			return r.errorf("an end that follows from the successor needs the day")
		}
		t.followed = true
		return nil
	}
	seen, err := r.interval(5, 5)
	t.Seen = seen.To
	return err
}

// believe gives a term that was last seen open an end.
func believe(t Term) record.Interval {
	i := t.Interval
	if i.To == 0 && t.Seen != 0 {
		i.To = t.Seen + 90
		if t.Role == "head_of_state" || t.Role == "head_of_government" {
			i.To = t.Seen + 365
		}
	}
	return i
}

func (l *loader) addTerm(t Term) {
	n := int32(len(l.terms))
	l.terms = append(l.terms, t)
	key := office{t.Of, t.Role}
	l.byOffice[key] = append(l.byOffice[key], n)
	if t.Person.Sector == "" {
		t.Person.Sector = t.Sector
	}
}

// readMemberships reads memberships*.tsv: org member as from to
func (l *loader) readMemberships() error {
	kinds := MembershipKinds()
	over := l.ownMemberships()
	return eachRow(l.files, "memberships*.tsv", 5, func(r row) error {
		org, err := l.find(r, r.cell(0))
		if err != nil {
			return err
		}
		when, err := r.interval(3, 4)
		if err != nil {
			return err
		}
		as := r.cell(2)
		if !slices.Contains(kinds, as) {
			return r.errorf("membership %q: unknown", as)
		}
		for code := range strings.SplitSeq(r.cell(1), " ") {
			state, err := l.find(r, code)
			if err != nil {
				return err
			}
			if !r.user && over[held{state, org, ""}] {
				continue
			}
			m := Membership{when, &l.entities[org], &l.entities[state], as}
			l.members[m.Org.ID] = append(l.members[m.Org.ID], m)
			l.adopted[m.Member.ID] = append(l.adopted[m.Member.ID], m)
		}
		return nil
	})
}

// SameName says whether two names are written alike but for diacritics,
// hyphens, periods and apostrophes.
func SameName(a, b string) bool { return foldedName(a, false) == foldedName(b, false) }
