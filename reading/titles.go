package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// longTitle takes a role noun of several words: "Secretary of State".
func (d *doc) longTitle(s, i int) int {
	t := &d.trees[s]
	for n := min(6, len(t.words)-i); n > 1; n-- {
		name := d.joined(t, i, n)
		if d.lex.Lang == "en" {
			name = strings.ReplaceAll(name, " - ", "-") // "Secretary-General"
		}
		if r, ok := d.listedRole(name); ok {
			d.addRole(s, i, i+n-1, headOf(t, i, i+n-1), r, d.leadingName(t, i))
			return n
		}
	}
	return 0
}

// leadingName is the first word of a listed title where it names a state or
// organisation: "NATO Secretary General", "Labour leader".
func (d *doc) leadingName(t *tree, i int) string {
	form := t.words[i].Form
	if d.lex.Lang != "en" || !startsUpper(form) {
		return ""
	}
	for _, m := range d.know.CompoundPrefix("en", form) {
		if m.Entity.Type == record.TypeState || m.Entity.Type == record.TypeOrganisation {
			return form
		}
	}
	return ""
}

// titleFrom takes a role noun of one word: "Außenminister", "AfD-Chefin",
// "Kremlchef".
func (d *doc) titleFrom(s, i int) int {
	t := &d.trees[s]
	w := &t.words[i]
	if !isNominal(w) && !startsUpper(w.Form) && !(w.UPOS == report.ADJ && t.child(i, report.Amod, report.Det) >= 0) {
		return 0
	}
	if r, ok := d.roleNoun(w.Lemma, w.Form); ok {
		d.addRole(s, i, i, i, r, d.listedPrefix(&r))
		return 1
	}
	if r, prefix, ok := d.roleCompound(w.Lemma, w.Form); ok {
		d.addRole(s, i, i, i, r, prefix)
		return 1
	}
	return 0
}

// listedPrefix is what stands before the hyphen of a German role noun that is
// listed as a whole: "US-Präsident" is the president of the US, "Kremlchef"
// of Russia. An ambassador
// to an organisation is not its own.
func (d *doc) listedPrefix(r *lexicon.RoleNoun) string {
	if d.lex.Lang != "de" {
		return ""
	}
	prefix, _, ok := strings.Cut(r.Lemma, "-")
	if !ok {
		ms, rest := d.know.SplitCompound("de", r.Lemma) // "Kremlchef"
		if len(ms) == 0 || ms[0].Entity.Type != record.TypeState {
			return ""
		}
		return r.Lemma[:len(r.Lemma)-len(rest)]
	}
	if e := d.prefixEntity(prefix); e == nil || !e.isState() && r.Role == "ambassador" {
		return ""
	}
	return prefix
}

func (d *doc) joined(t *tree, i, n int) string {
	var b strings.Builder
	for k := i; k < i+n; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		f := t.words[k].Form
		if d.lex.Lang == "en" {
			f = lower(f)
		}
		b.WriteString(f)
	}
	return b.String()
}

// listedRole is a role noun of the lexicon, or an agent of a user's tables.
func (d *doc) listedRole(name string) (lexicon.RoleNoun, bool) {
	if r, ok := d.lex.Roles[name]; ok {
		return r, true
	}
	if s := d.know.Agent(d.lex.Lang, lower(name)); s != "" {
		return lexicon.RoleNoun{Lemma: name, Type: "person", Sector: s, Kind: "agent"}, true
	}
	return lexicon.RoleNoun{}, false
}

// roleNoun looks a single word up, by lemma, then by form.
func (d *doc) roleNoun(lemma, form string) (lexicon.RoleNoun, bool) {
	if r, ok := d.listedRole(lemma); ok {
		return r, true
	}
	if d.lex.Lang == "en" {
		if r, ok := d.listedRole(lower(lemma)); ok {
			return r, true
		}
		return d.listedRole(lower(form))
	}
	if r, ok := agedNoun(form); ok {
		return r, true
	}
	for _, f := range germanNounForms(form, lemma) {
		if r, ok := d.lex.Roles[f]; ok && !d.otherNoun(f, form) {
			return r, true
		}
	}
	return lexicon.RoleNoun{}, false
}

// otherNoun says whether a guessed form is of another noun than the one written:
// "Fische" are no "Fischer".
func (d *doc) otherNoun(guess, form string) bool {
	stem, ok := strings.CutSuffix(guess, "er")
	return ok && d.participles != nil && strings.HasPrefix(form, stem) && len(form) == len(stem)+1 && d.participles.dict.Known(stem, report.NOUN)
}

// germanNounForms are guesses at the listed form of a noun whose lemma is not
// reliable: nominalised adjectives and participles ("Verbündeten").
func germanNounForms(form, lemma string) []string {
	out := []string{form}
	for _, s := range []string{form, lemma} {
		for _, end := range []string{"en", "er", "e", "es", "em", "n"} {
			if strings.HasSuffix(s, end) {
				stem := s[:len(s)-len(end)]
				out = append(out, stem, stem+"er", stem+"e")
				break
			}
		}
	}
	return out
}

// roleCompound splits a role noun from what stands before it: at the last
// hyphen, or, in German, anywhere that leaves a listed noun of four letters.
func (d *doc) roleCompound(lemma, form string) (lexicon.RoleNoun, string, bool) {
	for _, s := range []string{lemma, form} {
		if k := strings.LastIndexByte(s, '-'); k > 0 && k+1 < len(s) {
			if r, ok := d.roleNoun(s[k+1:], s[k+1:]); ok {
				return r, s[:k], true
			}
		}
	}
	if d.lex.Lang != "de" || slices.Contains(d.lex.Classes["@no-role"], lemma) {
		return lexicon.RoleNoun{}, "", false
	}
	for _, s := range []string{lemma, form} {
		if s == lemma+"e" {
			break // the plural of "Flugzeug" is no "Zeuge"
		}
		for k := firstHead(s, 3); k+4 <= len(s); k++ {
			if s[k]&0xC0 == 0x80 || s[k] < 'a' && s[k] < 0x80 {
				continue
			}
			head := capitalise(s[k:])
			if r, ok := d.lex.Roles[head]; ok && r.Type != "" {
				return r, s[:k], true
			}
		}
	}
	return lexicon.RoleNoun{}, "", false
}

func capitalise(s string) string {
	for i := range s {
		if i > 0 {
			return strings.ToUpper(s[:i]) + s[i:]
		}
	}
	return strings.ToUpper(s)
}

func (d *doc) addRole(s, first, last, head int, r lexicon.RoleNoun, prefix string) {
	ro := &role{lemma: r.Lemma, sector: r.Sector, code: r.Role, typ: r.Type, kind: r.Kind}
	m := mention{sent: s, head: head, first: first, last: last, kind: byRole, role: ro}
	if prefix != "" {
		switch strings.TrimRight(prefix, "-") {
		case "Ex", "Alt", "ex", "former":
			ro.former = true
		}
		if e := d.prefixEntity(strings.TrimRight(prefix, "-")); e != nil {
			m.owner = e
		} else if whole, _, ok := strings.Cut(prefix, "-"); ok && d.prefixEntity(whole) != nil {
			m.owner = d.prefixEntity(whole) // "EU-Wettbewerbskommissarin"
		} else if !ro.former && d.lex.Lang == "de" && isAcronym(strings.TrimRight(prefix, "-")) && ro.code == "head_of_state" {
			ro.sector, ro.code = "", "other" // "der DFB-Präsident"
		}
	}
	d.shadow(&m, prefix)
	ro.former = ro.former || d.formerAt(s, first, head)
	d.add(m)
}

// shadow makes the office of an opposition's spokesman none of the state's: "shadow
// home secretary", "Schattenfinanzminister".
func (d *doc) shadow(m *mention, prefix string) {
	t := &d.trees[m.sent]
	switch {
	case m.first > 0 && lower(t.words[m.first-1].Form) == "shadow":
		m.first--
	case prefix == "Schatten":
	default:
		return
	}
	m.role.code, m.role.sector = "other", "OPP"
}

// formerAt says whether a title is one that somebody once had: "der frühere
// georgische Präsident", "the former US secretary of state".
func (d *doc) formerAt(s, first, head int) bool {
	t := &d.trees[s]
	for c := t.first[head]; c >= 0; c = t.next[c] {
		if int(c) < first && d.isClass(&t.words[c], "@former") {
			return true
		}
	}
	for w := first - 1; w >= 0 && (t.words[w].UPOS == report.ADJ || t.words[w].UPOS == report.PROPN || t.words[w].UPOS == report.NOUN); w-- {
		if d.isClass(&t.words[w], "@former") {
			return true
		}
	}
	return false
}
