package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// findNames lays the first mentions over the text: names that are known, role
// nouns, names that are not known, and pronouns, from left to right. What role
// nouns and pronouns stand for is settled afterwards, when all names are seen.
func (d *doc) findNames() {
	for s := range d.trees {
		for i := 0; i < len(d.trees[s].words); {
			i += max(1, d.mentionFrom(s, i))
		}
	}
}

// mentionFrom tries to find a mention that starts at word i; it says how many
// words it took.
func (d *doc) mentionFrom(s, i int) int {
	w := &d.trees[s].words[i]
	switch w.UPOS {
	case report.PUNCT, report.ADP, report.CCONJ, report.SCONJ, report.PART, report.SYM:
		return 1
	case report.PRON:
		if !isAcronym(w.Form) {
			d.addPronoun(s, i)
			return 1
		}
	case report.DET:
		d.addPossessive(s, i)
		return 1
	}
	if n := d.longTitle(s, i); n > 0 { // "Secretary of State" before a place named State
		return n
	}
	if d.surnameAgain(s, i) {
		return 1
	}
	if n := d.knownName(s, i); n > 0 {
		return n
	}
	if d.adjectives(s, i) {
		return 1
	}
	if n := d.titleFrom(s, i); n > 0 {
		return n
	}
	return d.unknownName(s, i)
}

// surnameAgain takes the bare surname of somebody named before, whatever the
// tag says of it: "Kurz sagte", "Baykals Partei".
func (d *doc) surnameAgain(s, i int) bool {
	t := &d.trees[s]
	w := &t.words[i]
	if !startsUpper(w.Form) || len(w.Form) < 3 || t.child(i, report.Det, report.Amod) >= 0 || flatNext(t, i) || d.inTime(s, i) {
		return false
	}
	e := d.personOfSurname(w.Form)
	if e == nil && d.lex.Lang == "de" {
		e = d.personOfSurname(strings.TrimSuffix(w.Form, "s"))
	}
	if e == nil {
		return false
	}
	e.seen++
	d.add(mention{sent: s, head: i, first: i, last: i, kind: byName, ents: []*entity{e}})
	return true
}

// personOfSurname is the person whose full name, given before, ends so.
func (d *doc) personOfSurname(name string) *entity {
	for _, e := range d.entities {
		if e.isPerson() && e.surname == name && e.rec.Name != name && e.seen > 0 {
			return e
		}
	}
	return nil
}

// knownName takes the longest name of the knowledge base that starts here.
func (d *doc) knownName(s, i int) int {
	t := &d.trees[s]
	hit, n := d.lookup(s, i)
	if n == 0 || !plausibleName(t, i, n, &hit) || d.inTime(s, i) || hit.metonym && n == 1 && d.ofAnother(s, i, hit.entity.State) {
		return 0
	}
	if e := d.earlierPerson(t.words[i].Form); n == 1 && hit.kind == byName && e != nil && e.rec.ID != hit.entity.ID && (e.isPerson() || hit.entity.Type == record.TypePerson) {
		e.seen++
		d.add(mention{sent: s, head: i, first: i, last: i, kind: byUnknown, ents: []*entity{e}})
		return 1 // "Paris", where the report has named Valeska Paris
	}
	m := mention{sent: s, head: headOf(t, i, i+n-1), first: i, last: i + n - 1, kind: hit.kind, why: hit.why}
	e := d.known(hit)
	m.ents = []*entity{e}
	m.sector = impliedSector(&hit)
	if hit.kind == byName {
		e.call(nameText(d.rep, t, i, i+n-1))
	}
	e.seen++
	d.add(m)
	return n
}

// adjectives takes an adjective joined of several: "japanisch-russisch",
// "US-Russian". The last part must be an adjective, those before may be names.
func (d *doc) adjectives(s, i int) bool {
	form := d.trees[s].words[i].Form
	parts := strings.Split(form, "-")
	if len(parts) < 2 {
		return false
	}
	m := mention{sent: s, head: i, first: i, last: i, kind: byAdj}
	for k, p := range parts {
		ms := d.know.Adjective(d.lex.Lang, p)
		if len(ms) == 0 && k < len(parts)-1 {
			ms = d.know.CompoundPrefix(d.lex.Lang, p)
		}
		if len(ms) == 0 || ms[0].Entity.Type == record.TypePerson {
			return false
		}
		e := d.known(hit{entity: ms[0].Entity, kind: byAdj})
		e.seen++
		m.ents = append(m.ents, e)
	}
	d.add(m)
	return true
}

// impliedSector is the sector that a form of a state's name implies.
func impliedSector(h *hit) string {
	switch {
	case h.entity.Type != record.TypeState:
		return ""
	case h.metonym:
		return "GOV"
	case h.kind == byDemonym:
		return "CVL"
	}
	return ""
}

// plausibleName rejects what only looks like a name: a common word in lower
// case, part of a longer unknown name ("Michael Jordan").
func plausibleName(t *tree, i, n int, hit *hit) bool {
	w := &t.words[i]
	if hit.kind == byAdj {
		return true
	}
	if n == 1 && !startsUpper(w.Form) && !hasDigit(w.Form) && (hit.weak || hit.entity.Type != record.TypeOrganisation) {
		return false // "dpa" writes itself so
	}
	if n == 1 && (isVerb(w) || w.UPOS == report.ADV) && !isAcronym(w.Form) && (hit.weak || hit.entity.Type != record.TypeState) {
		return false
	}
	if hit.entity.Type == record.TypePerson && n == 1 && i+1 < len(t.words) && flatNext(t, i) && t.words[i+1].UPOS == report.PROPN {
		return false // a surname that is somebody else's first name
	}
	return true
}

// flatNext says whether word i+1 continues the name at i.
func flatNext(t *tree, i int) bool {
	if i+1 >= len(t.words) {
		return false
	}
	a, b := &t.words[i], &t.words[i+1]
	if base(b.Rel) == report.Flat || b.Name == report.NameIPerson {
		return startsUpper(b.Form)
	}
	return a.UPOS == report.PROPN && b.UPOS == report.PROPN && a.Rel == report.Compound && int(a.Head) == i+1
}

// unknownName takes a run of proper nouns that no list knows.
func (d *doc) unknownName(s, i int) int {
	t := &d.trees[s]
	w := &t.words[i]
	if !startsName(w) || d.inTime(s, i) || d.commonNoun(t, i) || d.plainNoun(t, i) || d.lex.Lang == "de" && dayPart(w.Form) {
		return 0
	}
	last := i
	for j := i + 1; j < len(t.words) && j-i < 8; j++ {
		x := &t.words[j]
		if d.lex.Lang == "en" && x.Form == "of" && last == j-1 && j+1 < len(t.words) && d.insideName(t, s, j+1) {
			continue
		}
		if d.continuesName(s, j) || last == j-2 && t.words[j-1].Form == "of" && d.insideName(t, s, j) || d.sameName(s, i, last, j) {
			last = j
			continue
		}
		if nameParticle[lower(x.Form)] && j+1 < len(t.words) && startsName(&t.words[j+1]) && x.Name != report.NameNone {
			continue
		}
		if hyphened(t, last, j) {
			last = j + 1
			continue
		}
		if j == last { // the second half of a hyphened name
			continue
		}
		break
	}
	d.addUnknown(s, i, last)
	return last - i + 1
}

// hyphened says whether a hyphen at j joins the word before it, the last of a name, to
// the one after it: "Chung-tai".
func hyphened(t *tree, last, j int) bool {
	return last == j-1 && j+1 < len(t.words) && t.words[j].Form == "-" && !t.words[last].Spaced && !t.words[j].Spaced && t.words[j+1].UPOS == report.PROPN
}

// sameName says whether the tree puts proper noun j into the name from first to
// last, or a title stands before that, and j is none by itself: no title, no
// state, no time.
func (d *doc) sameName(s, first, last, j int) bool {
	t := &d.trees[s]
	titled := j-last == 1 && d.titleBefore(s, first) != nil && t.words[j].UPOS == report.PROPN
	if last != j-1 || t.words[j].UPOS != report.PROPN && !(t.words[j].UPOS == report.ADJ && t.head(j) > j) || !startsUpper(t.words[j].Form) || !titled && !oneName(t, last, j) || d.inTime(s, j) || d.isRole(t, j) {
		return false
	}
	h, n := d.lookup(s, j)
	return n == 0 || n == 1 && h.entity.Type != record.TypeState
}

// titleBefore is the title of a person right before word i, nil if there is none.
func (d *doc) titleBefore(s, i int) *mention {
	if i == 0 {
		return nil
	}
	if m := d.mentionAt(s, i-1); m != nil && m.kind == byRole && m.role.typ == "person" && m.last == i-1 {
		return m
	}
	return nil
}

func (d *doc) addUnknown(s, first, last int) {
	t := &d.trees[s]
	name := nameText(d.rep, t, first, last)
	m := mention{sent: s, head: headOf(t, first, last), first: first, last: last, kind: byUnknown}
	e := d.earlierPerson(name)
	if e == nil {
		e = d.earlierSurname(name)
	}
	if e == nil {
		if h, ok := d.knownPerson(s, first, last); ok {
			e, m.kind, m.why = d.known(h), byName, h.why
		}
	}
	if e == nil {
		e = d.entity(record.Entity{ID: d.localID(name), Type: unknownType(t, first), Name: name})
		if e.isPerson() {
			e.surname = lastWord(name)
		}
	}
	e.seen++
	m.ents = []*entity{e}
	d.add(m)
}

// earlierPerson is a person of the report whose surname, or whole name, this is.
func (d *doc) earlierPerson(name string) *entity {
	for _, e := range d.entities {
		if e.isPerson() && (e.surname == name || e.rec.Name == name) {
			return e
		}
		if e.rec.Type == record.TypeOther && strings.HasSuffix(e.rec.Name, " "+name) {
			return e
		}
	}
	return nil
}

// earlierSurname is somebody unknown of whom only the surname was given so far,
// as headlines do; the entity takes the full name.
func (d *doc) earlierSurname(name string) *entity {
	last := lastWord(name)
	if last == name {
		return nil
	}
	e := d.byID[d.localID(last)]
	if e == nil || e.rec.Name != last {
		return nil
	}
	e.rec.Name, e.surname = name, last
	if e.rec.Type == record.TypeOther {
		e.rec.Type = record.TypePerson
	}
	return e
}

// inTime says whether a word is part of an expression of time.
func (d *doc) inTime(s, w int) bool {
	for i := range d.rep.Times {
		if x := &d.rep.Times[i]; x.Sentence == s && x.First <= w && w <= x.Last {
			return true
		}
	}
	return false
}

func unknownType(t *tree, i int) string {
	switch t.words[i].Name {
	case report.NameBPerson, report.NameIPerson:
		return record.TypePerson
	case report.NameBOrg, report.NameIOrg:
		return record.TypeOrganisation
	case report.NameBPlace, report.NameIPlace:
		return record.TypePlace
	}
	return record.TypeOther
}

// commonNoun says whether a word tagged as a proper noun is a listed noun
// behind an article or adjective: "Die Razzia".
func (d *doc) commonNoun(t *tree, i int) bool {
	w := &t.words[i]
	if i == 0 || d.lex.Lang != "de" || t.words[i-1].UPOS != report.DET && t.words[i-1].UPOS != report.ADJ && t.words[i-1].UPOS != report.ADP {
		return false
	}
	x := d.lex
	for _, frames := range [...]*lexicon.Frames{x.Events, x.Relations, x.Speech, x.Status} {
		if frames.Of(w.Lemma, lexicon.Noun) != nil {
			return true
		}
	}
	return false
}

// plainNoun says whether a single German word is tagged as a common noun that the
// dictionary knows, whatever the names' tagger takes it for: "in Brand".
func (d *doc) plainNoun(t *tree, i int) bool {
	w := &t.words[i]
	if d.participles == nil || d.lex.Lang != "de" || w.UPOS != report.NOUN || w.Name == report.NameBPerson || !d.participles.dict.Known(w.Lemma, report.NOUN) {
		return false
	}
	if i+1 >= len(t.words) {
		return true
	}
	switch t.words[i+1].Name {
	case report.NameIPerson, report.NameIOrg, report.NameIPlace, report.NameIOther:
		return false
	}
	return true
}

func startsName(w *report.Word) bool {
	if w.Name != report.NameNone && w.Name < report.NameBOther && startsUpper(w.Form) {
		return true // other names are titles and products: the tagger must agree
	}
	return w.UPOS == report.PROPN && startsUpper(w.Form) && len(w.Form) > 1
}

func (d *doc) continuesName(s, j int) bool {
	t := &d.trees[s]
	w := &t.words[j]
	switch w.Name {
	case report.NameIPerson, report.NameIOrg, report.NameIPlace, report.NameIOther:
		return !d.inTime(s, j)
	case report.NameBPerson, report.NameBOrg, report.NameBPlace, report.NameBOther:
		return false
	}
	if arabicArticle(w.Form) {
		return true
	}
	if w.UPOS != report.PROPN || !startsUpper(w.Form) || t.words[j-1].Name != report.NameNone {
		return false
	}
	if h, n := d.lookup(s, j); n > 1 || n == 1 && h.entity.Type == record.TypeState && !h.weak {
		return false
	}
	return base(w.Rel) == report.Flat || w.Rel == report.Compound || t.words[j-1].Rel == report.Compound
}

var nameParticle = map[string]bool{"von": true, "van": true, "de": true, "der": true, "den": true, "del": true, "bin": true, "al": true, "el": true, "da": true, "di": true, "of": true, "zu": true}

// nameText is the written name without a German or English genitive ending.
func nameText(r *report.Report, t *tree, first, last int) string {
	s := r.Cut(report.Span{Start: t.words[first].Start, End: t.words[last].End})
	w := &t.words[last]
	if l := w.Lemma; l != "" && l != "_" && strings.HasSuffix(s, w.Form) && w.Form == l+"s" {
		return s[:len(s)-1]
	}
	if w.Part > 0 { // "Party's" is two words of one token
		for _, ending := range [...]string{"'s", "’s"} {
			s = strings.TrimSuffix(s, ending)
		}
	}
	return strings.TrimRight(s, "'’")
}

// headOf is the word of the run whose head lies outside of it.
func headOf(t *tree, first, last int) int {
	for i := first; i <= last; i++ {
		if h := t.head(i); h < first || h > last {
			return i
		}
	}
	return first
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func isAcronym(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2
}
