package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// measure is what a figure measures: a line of the table of measures, and the
// noun that is counted or named.
type measure struct {
	frame     *lexicon.Frame
	word      int // word that matched the line, -1
	noun      string
	nounWord  int // -1
	people    bool
	group     string // the people counted, as named
	inherited bool
	guessed   bool    // whose it is was taken from the context
	of        []party // of an inherited one
}

// name is the measure's name in the record.
func (m *measure) name() string {
	if m.frame != nil {
		return m.frame.Type
	}
	return "other"
}

func (m *measure) by() string {
	if m.frame != nil {
		return m.frame.Pattern.Text + " (" + m.frame.Pos.String() + ")"
	}
	return "figure: number phrase"
}

// casualty are the measures that a verb or state word decides, whatever noun
// is counted: killed soldiers are no troops.
var casualty = map[string]bool{"killed": true, "injured": true, "missing": true, "arrested": true}

// killing are the measures of people that a noun which they are the genitive of
// decides: "the lives of 500 soldiers", "der Tod von 20 Soldaten".
var killing = map[string]bool{"killed": true, "injured": true}

// headcount are measures of people; peopleOrShare may be given as numbers of
// people, things or shares; all others need a unit.
var headcount = map[string]bool{"killed": true, "injured": true, "missing": true, "arrested": true, "displaced": true, "troops": true, "protesters": true, "population": true}
var anyCount = map[string]bool{"votes": true, "seats": true, "share": true, "turnout": true, "other": true, "production": true, "unemployment": true, "exports": true, "imports": true}

// suits says whether a measure can be given by the amount.
func (a *amount) suits(fr *lexicon.Frame) bool {
	switch {
	case a.isMoney():
		return !headcount[fr.Type] && fr.Type != "votes" && fr.Type != "seats" && fr.Type != "turnout" && fr.Type != "inflation" && fr.Type != "unemployment" && fr.Type != "distance" && fr.Type != "duration"
	case a.isShare() || a.unit.Unit == "percentage_point" || a.isFraction:
		return !headcount[fr.Type] && fr.Type != "distance" && fr.Type != "duration"
	case a.unit.Unit == "" || a.noun >= 0:
		return headcount[fr.Type] || anyCount[fr.Type]
	case a.unit.Unit == "kilometre":
		return fr.Type == "distance"
	}
	return !headcount[fr.Type]
}

// measureOf finds what a figure measures.
func (d *doc) measureOf(f *figure) measure {
	a := f.main()
	m := measure{word: -1, nounWord: -1}
	if a.noun >= 0 {
		d.countedMeasure(f, a, &m)
		if a.isFraction && (m.frame == nil || headcount[m.frame.Type] && !casualty[m.frame.Type]) {
			m.frame, m.word = shareFrame, -1
		}
		return m
	}
	if a.bare && !a.isFraction && f.changeWord < 0 {
		d.bareMeasure(f, a, &m)
		return m
	}
	d.unitMeasure(f, a, &m)
	if m.frame == nil && a.isShare() || a.isFraction && m.frame == nil {
		m.frame = shareFrame
	}
	return m
}

// shareFrame stands for shares that no line of the table names.
var shareFrame = &lexicon.Frame{Pattern: lexicon.Pattern{Text: "percent"}, Pos: lexicon.Pos{File: "units.tsv"}, Type: "share"}

// frameAt is the line of the table for the word, nil for none.
func (d *doc) frameAt(s, w int) *lexicon.Frame {
	if w < 0 {
		return nil
	}
	x := &d.trees[s].words[w]
	var sl slots
	sl.fill(d, s, w)
	if fr := sl.match(d.lex.Measures); fr != nil {
		return fr
	}
	low := lower(x.Form)
	if x.UPOS == report.ADJ || x.UPOS == report.VERB || x.UPOS == report.ADV {
		if l := d.lex.Measures.Of(low, lexicon.Adjective); len(l) > 0 {
			return l[0]
		}
	}
	if d.lex.Lang == "de" && startsUpper(x.Form) && (x.UPOS == report.ADJ || x.UPOS == report.NOUN || x.UPOS == report.VERB || x.UPOS == report.PROPN) {
		for _, form := range germanNounForms(x.Form, capitalise(x.Lemma)) {
			if l := d.lex.Measures.Of(form, lexicon.Noun); len(l) > 0 {
				return l[0]
			}
		}
	}
	if d.lex.Lang == "de" && x.UPOS == report.NOUN && x.Lemma == x.Form {
		for _, end := range [...]string{"en", "s", "n", "e"} { // a compound whose lemma is not known
			if l, ok := strings.CutSuffix(x.Form, end); ok {
				if fr := sl.matchCompound(d.lex.Measures, l); fr != nil {
					return fr
				}
			}
		}
	}
	if d.lex.Lang == "en" && low != x.Lemma && x.UPOS != report.VERB {
		for _, k := range [...]lexicon.Kind{lexicon.Noun, lexicon.Adjective} {
			if l := d.lex.Measures.Of(strings.TrimSuffix(low, "s"), k); len(l) > 0 {
				return l[0]
			}
		}
	}
	return nil
}

// frameOfNoun is the line of a noun, without its slots: compounds and all.
func (d *doc) frameOfNoun(s, w int) *lexicon.Frame {
	if kindOf(&d.trees[s].words[w]) != lexicon.Noun {
		return nil
	}
	return d.frameAt(s, w)
}

// countedMeasure reads the measure of a number with a counted noun.
func (d *doc) countedMeasure(f *figure, a *amount, m *measure) {
	m.nounWord = a.noun
	m.noun = d.nounName(f.sent, a)
	m.people = d.isPeople(f.sent, a.noun)
	if fr := d.frameAt(f.sent, a.noun); fr != nil && a.suits(fr) {
		m.frame, m.word = fr, a.noun
		m.people = m.people || headcount[fr.Type]
		if casualty[fr.Type] && fr.Type != "arrested" {
			return
		}
	}
	if !m.people {
		return
	}
	if t := &d.trees[f.sent]; base(t.rel(a.noun)) == report.Nmod && t.head(a.noun) >= 0 {
		if fr := d.frameAt(f.sent, t.head(a.noun)); fr != nil && (m.frame == nil && headcount[fr.Type] || killing[fr.Type]) {
			m.take(fr, t.head(a.noun)) // "a force of 3,000 men", "the lives of 500 soldiers"
		}
	}
	for _, w := range d.stateWords(f.sent, a) {
		if fr := d.frameAt(f.sent, w); fr != nil && a.suits(fr) && (casualty[fr.Type] || m.frame == nil) {
			m.take(fr, w)
			return
		}
	}
	verb := d.verbOver(f.sent, a.at)
	if verb < 0 {
		return
	}
	fr := d.frameAt(f.sent, verb)
	if fr == nil || !d.undergoes(f.sent, verb, a) && !asksObject(fr) {
		return
	}
	if a.suits(fr) && (headcount[fr.Type] || fr.Type == "other" || m.frame == nil) {
		m.take(fr, verb)
	}
}

// asksObject says whether a line wants a certain object, so that the people
// may be its subject: "lost their lives".
func asksObject(fr *lexicon.Frame) bool {
	for i := range fr.Conds {
		if fr.Conds[i].Slot == lexicon.Obj && len(fr.Conds[i].Lemmas) > 0 {
			return true
		}
	}
	return false
}

// take sets the line; that of a verb without a measure of its own names the
// noun ("rescued").
func (m *measure) take(fr *lexicon.Frame, w int) {
	m.frame, m.word = fr, w
	if fr.Type == "other" && fr.Mode != "" {
		m.noun = fr.Mode
	}
}

// bareMeasure reads the measure of a number without noun or unit off the verb:
// "killing at least 12", "12 wurden verletzt".
func (d *doc) bareMeasure(f *figure, a *amount, m *measure) {
	for _, w := range d.stateWords(f.sent, a) {
		if fr := d.frameAt(f.sent, w); fr != nil && casualty[fr.Type] {
			m.frame, m.word, m.people = fr, w, true
			return
		}
	}
	verb := d.verbOver(f.sent, a.at)
	if verb >= 0 && d.undergoes(f.sent, verb, a) {
		if fr := d.frameAt(f.sent, verb); fr != nil && headcount[fr.Type] {
			m.frame, m.word, m.people = fr, verb, true
			return
		}
	}
	names, _ := d.namedBy(f, a)
	for _, w := range names {
		if fr := d.frameAt(f.sent, w); fr != nil && a.suits(fr) {
			m.frame, m.word, m.people = fr, w, headcount[fr.Type]
			m.setNoun(d, f.sent, w)
			return
		}
	}
}

// unitMeasure reads the measure of money, shares and weights off the nouns
// around them, then off the verb.
func (d *doc) unitMeasure(f *figure, a *amount, m *measure) {
	names, wholes := d.namedBy(f, a)
	for _, w := range wholes {
		if m.noun == "" {
			m.setNoun(d, f.sent, w)
		}
		if fr := d.frameAt(f.sent, w); fr != nil && (fr.Type == "votes" || fr.Type == "seats") {
			m.frame, m.word = fr, w
			return
		}
	}
	for _, w := range names {
		x := &d.trees[f.sent].words[w]
		if m.noun == "" && f.changeWord != w {
			m.setNoun(d, f.sent, w)
		}
		fr := d.frameAt(f.sent, w)
		if fr == nil || !a.suits(fr) || w == f.changeWord && !isVerb(x) && len(names) > 1 {
			continue
		}
		if fr.Type == "other" && m.frame == nil && d.lex.Approx[lower(x.Lemma)] == "number" && w != names[len(names)-1] {
			continue // "im Wert von": what has the value says more
		}
		m.frame, m.word = fr, w
		m.people = a.bare && headcount[fr.Type]
		m.setNoun(d, f.sent, w)
		if fr.Mode != "" {
			m.noun = fr.Mode
		}
		return
	}
	if a.isFraction || a.isShare() {
		m.people = m.nounWord >= 0 && d.isPeople(f.sent, m.nounWord)
	}
	if m.noun == "" && !a.isShare() && f.change == nil {
		if verb := d.verbOver(f.sent, a.at); verb >= 0 && (verb < a.first || verb > a.last) && isVerb(&d.trees[f.sent].words[verb]) {
			m.noun = d.trees[f.sent].words[verb].Lemma
		}
	}
}

// setNoun takes the noun at a word as the name of the measure.
func (m *measure) setNoun(d *doc, s, w int) {
	if x := &d.trees[s].words[w]; x.UPOS == report.NOUN {
		m.noun, m.nounWord = x.Lemma, w
	}
}

// nounName is the counted noun with its attributes, as written, or its lemma
// where nothing stands between.
func (d *doc) nounName(s int, a *amount) string {
	w := &d.trees[s].words[a.noun]
	if d.lex.Lang == "en" && a.noun > 0 && d.trees[s].words[a.noun-1].Rel == report.Compound && int(d.trees[s].words[a.noun-1].Head) == a.noun && a.noun-1 > a.num {
		return d.trees[s].words[a.noun-1].Form + " " + w.Form
	}
	if w.Lemma == "" || w.Lemma == "_" {
		return w.Form
	}
	return w.Lemma
}

// isPeople says whether a noun stands for people.
func (d *doc) isPeople(s, w int) bool {
	x := &d.trees[s].words[w]
	if d.isArms(s, w) {
		return false
	}
	if m := d.mentionAt(s, w); m != nil {
		if m.kind == byDemonym || m.kind == byRole && m.role != nil && m.role.typ != "organisation" {
			return true
		}
		for _, e := range m.ents {
			if e.rec.Type == record.TypeGroup || e.rec.Type == record.TypePerson {
				return true
			}
		}
	}
	if d.isClass(x, "@vague-people") || d.isClass(x, "@troops") || d.isClass(x, "@prisoner") || d.isClass(x, "@victim") {
		return true
	}
	if u, ok := d.lex.Units[x.Form]; ok && countsPeople(u.Unit) {
		return true
	}
	if u, ok := d.lex.Units[x.Lemma]; ok && countsPeople(u.Unit) {
		return true
	}
	if fr := d.frameAt(s, w); fr != nil {
		return headcount[fr.Type]
	}
	if _, ok := d.lex.Units[x.Lemma]; ok {
		return false
	}
	return personal(d.lex.Lang, x)
}

// personal says whether the form of a noun is that of words for people: agent
// nouns and, in German, nominalised adjectives and masculines of the weak
// declension.
func personal(lang string, w *report.Word) bool {
	if lang == "en" {
		return hasSuffix(lower(w.Lemma), agentEndings[lang])
	}
	form := lower(w.Form)
	if strings.HasSuffix(lower(w.Lemma), "er") && w.Feats.Is(report.Gender, "Masc") {
		return true
	}
	return hasSuffix(form, agentEndings[lang]) || strings.HasPrefix(form, "ge") && (strings.HasSuffix(form, "tete") || strings.HasSuffix(form, "teten"))
}

// agentEndings are endings of nouns in the plural that stand for people.
var agentEndings = map[string][]string{
	"de": {"innen", "leute", "leuten", "isten", "anten", "enten", "ldaten", "didaten", "lomaten", "oren", "linge", "lingen", "sassen", "eltern", "eure", "euren", "werber", "suchende", "suchenden", "kräfte", "kräften",
		"liche", "lichen", "ische", "ischen", "ierte", "ierten", "stellte", "stellten", "ordnete", "ordneten", "fragte", "fragten", "fangene", "fangenen", "tiebene", "triebenen", "mitglieder", "mitgliedern", "männer", "männern"},
	"en": {"seeker", "worker", "goer", "holder", "ist", "person", "people", "personnel", "fighter", "maker", "officer", "member", "citizen", "leader", "owner", "ian", "man", "woman"},
}

func hasSuffix(s string, list []string) bool {
	for _, e := range list {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
