package reading

import (
	"depesche/record"
	"depesche/report"
)

// addPronoun and addPossessive register pronouns of the third person.
func (d *doc) addPronoun(s, i int) {
	w := &d.trees[s].words[i]
	f := w.Feats
	if f.Is(report.PronType, "Rel") || f.Is(report.PronType, "Int") || f.Is(report.Reflex, "Yes") {
		return
	}
	if pronouns[d.lex.Lang][lower(w.Form)] != 0 {
		d.add(mention{sent: s, head: i, first: i, last: i, kind: byPronoun})
	}
}

func (d *doc) addPossessive(s, i int) {
	w := &d.trees[s].words[i]
	if pronouns[d.lex.Lang][lower(w.Form)] != 0 || pronouns[d.lex.Lang][lower(w.Lemma)] != 0 && w.Feats.Is(report.Poss, "Yes") {
		d.add(mention{sent: s, head: i, first: i, last: i, kind: byPronoun})
	}
}

// gender classes of pronouns: m, f, n, p (plural), u (masculine or neuter), x (feminine or plural),
// i (first person, in quotations), w (first person plural).
var pronouns = map[string]map[string]byte{
	"de": {"er": 'm', "ihn": 'm', "ihm": 'm', "sein": 'u', "seine": 'u', "seiner": 'u', "seinem": 'u', "seinen": 'u', "seines": 'u',
		"sie": 'x', "ihr": 'x', "ihre": 'x', "ihrer": 'x', "ihrem": 'x', "ihren": 'x', "ihres": 'x', "ihnen": 'p',
		"dessen": 'm', "deren": 'x', "ich": 'i', "mich": 'i', "mir": 'i', "mein": 'i', "meine": 'i', "wir": 'w', "uns": 'w', "unser": 'w', "unsere": 'w', "unserem": 'w', "unseren": 'w', "unserer": 'w'},
	"en": {"he": 'm', "him": 'm', "his": 'm', "she": 'f', "her": 'f', "hers": 'f', "it": 'n', "its": 'n', "they": 'p', "them": 'p', "their": 'p',
		"i": 'i', "me": 'i', "my": 'i', "we": 'w', "us": 'w', "our": 'w'},
}

// resolvePronoun finds the antecedent: the most salient entity before it that
// agrees; a possessive may also point to the subject of its own clause.
func (d *doc) resolvePronoun(m *mention) {
	t := &d.trees[m.sent]
	w := &t.words[m.head]
	g := pronouns[d.lex.Lang][lower(w.Form)]
	if g == 0 {
		g = pronouns[d.lex.Lang][lower(w.Lemma)]
	}
	if g == 'i' || g == 'w' {
		return // the speaker's; stage statements knows him
	}
	if g == 'x' && d.manySie(m) {
		g = 'p'
	}
	m.vague = true
	for _, behind := range [...]func(*mention, byte) *entity{d.leadingOwner, d.speakerBehind} {
		if e := behind(m, g); e != nil {
			m.ents = []*entity{e}
			return
		}
	}
	if x := d.antecedent(m, g); x != nil {
		m.ents = x.ents[:1]
		if g == 'p' {
			m.ents = d.allOf(x)
		}
		return
	}
	if e := d.cataphor(m, g); e != nil {
		m.ents = []*entity{e}
	}
}

// manySie says whether a "sie" is the subject of a verb in the plural.
func (d *doc) manySie(m *mention) bool {
	t := &d.trees[m.sent]
	h := t.head(m.head)
	if lower(t.words[m.head].Form) != "sie" || h < 0 || base(t.rel(m.head)) != report.Nsubj && t.rel(m.head) != report.NsubjPass {
		return false
	}
	verb := h
	for c := t.first[h]; c >= 0; c = t.next[c] {
		w := &t.words[c]
		if (w.Rel == report.Aux || w.Rel == report.AuxPass || w.Rel == report.Cop) && w.Feats.Is(report.VerbForm, "Fin") {
			verb = int(c)
		}
	}
	return t.words[verb].Feats.Is(report.VerbForm, "Fin") && t.words[verb].Feats.Is(report.Number, "Plur")
}

// antecedent scans back over at most three sentences; subjects are favoured.
func (d *doc) antecedent(m *mention, g byte) *mention {
	for s := m.sent; s >= 0 && s >= m.sent-3; s-- {
		var best *mention
		bestScore := 0
		for w := range d.trees[s].words {
			if s == m.sent && w >= m.first {
				break
			}
			x := d.mentionAt(s, w)
			if x == nil || x.head != w || len(x.ents) == 0 || x.kind == byAdj {
				continue
			}
			e := x.ents[0]
			if len(x.ents) > 1 && g != 'p' && g != 'x' || !agrees(e, x, g, d) && !(g == 'p' && len(d.allOf(x)) > 1) {
				continue
			}
			score := 1 + d.salience(s, w)
			if s == m.sent {
				score++
				if d.clauseMate(m, w) && !possessive(&d.trees[m.sent].words[m.head]) {
					continue
				}
				if d.warned(m, w) {
					score += 6
				}
			}
			if score >= bestScore {
				best, bestScore = x, score
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// warned says whether an English pronoun stands in the condition of a warning or
// threat to the word at w: "warned Chad of consequences if it supplied weapons".
func (d *doc) warned(m *mention, w int) bool {
	t := &d.trees[m.sent]
	v := t.head(w)
	if d.lex.Lang != "en" || v < 0 || t.rel(w) != report.Obj && t.rel(w) != report.Iobj {
		return false
	}
	switch t.words[v].Lemma {
	case "warn", "threaten", "promise", "offer":
	default:
		return false
	}
	for h := t.head(m.head); h > v; h = t.head(h) {
		if k := t.child(h, report.Mark); k >= 0 && condition(lower(t.words[k].Form)) {
			return t.under(h, v)
		}
	}
	return false
}

// allOf are those whom a mention names, together with those coordinated with it:
// "they" are all of "Greece and Turkey".
func (d *doc) allOf(m *mention) []*entity {
	if len(m.ents) > 1 {
		return m.ents
	}
	t := &d.trees[m.sent]
	at := m.head
	if base(t.rel(at)) == report.Conj {
		at = t.head(at)
	}
	var out []*entity
	var buf [12]int
	for _, c := range t.conjuncts(at, buf[:0]) {
		x := d.mentionAt(m.sent, c)
		if x == nil || len(x.ents) != 1 {
			return m.ents
		}
		out = append(out, x.ents[0])
	}
	if len(out) < 2 || !containsEntity(out, m.ents[0]) {
		return m.ents
	}
	return out
}

// clauseMate says whether w and the pronoun are arguments of the same word, so
// that a personal pronoun cannot mean it.
func (d *doc) clauseMate(m *mention, w int) bool {
	t := &d.trees[m.sent]
	for n := 0; n < 8 && d.lex.Lang == "en" && t.rel(w) == report.Conj && t.head(w) >= 0 && !isVerb(&t.words[w]); n++ {
		w = t.head(w)
	}
	return t.head(m.head) >= 0 && t.head(m.head) == t.head(w)
}

func possessive(w *report.Word) bool { return w.Feats.Is(report.Poss, "Yes") || w.UPOS == report.DET }

func (d *doc) salience(s, w int) int {
	switch base(d.trees[s].rel(w)) {
	case report.Nsubj, report.NsubjPass:
		if h := d.trees[s].head(w); h == d.trees[s].root {
			return 5
		}
		return 3
	case report.Root:
		return 2
	case report.Obj, report.Iobj:
		return 2
	}
	return 0
}

func agrees(e *entity, m *mention, g byte, d *doc) bool {
	plural := e.plural || e.surname == "" && d.trees[m.sent].words[m.head].Feats.Is(report.Number, "Plur")
	switch g {
	case 'm':
		return e.isPerson() && !plural && e.gender != 'f'
	case 'u':
		fem := d.trees[m.sent].words[m.head].Feats.Is(report.Gender, "Fem")
		return !plural && e.gender != 'f' && (e.isPerson() || !fem && e.rec.Type != record.TypeGroup)
	case 'f':
		return e.isPerson() && !plural && e.gender != 'm'
	case 'n':
		return !e.isPerson() && (e.rec.Type != record.TypeGroup || m.kind == byName || d.lex.Lang == "en" && m.kind == byRole && e.rec.Sector == "MIL") && !plural
	case 'p':
		return plural || e.rec.Type == record.TypeOrganisation || e.rec.Type == record.TypeGroup
	case 'x':
		return e.gender != 'm' || plural
	}
	return false
}

// cataphor is the subject of the clause that a possessive stands in before it:
// "Bei seinem Besuch will Lukaschenko …".
func (d *doc) cataphor(m *mention, g byte) *entity {
	t := &d.trees[m.sent]
	var found *entity
	t.climb(m.head, func(anc, _ int) bool {
		if c := t.child(anc, report.Nsubj, report.NsubjPass); c > m.last {
			if x := d.mentionAt(m.sent, c); x != nil && x != m && len(x.ents) > 0 && agrees(x.ents[0], x, g, d) {
				found = x.ents[0]
			}
		}
		return found == nil
	})
	return found
}

// leadingOwner is whom a German possessive in the first phrase of its sentence
// takes up: the subject that follows its verb, "Bei ihrem Vormarsch trafen
// US-Truppen auf Widerstand"; not so in "Nach seinen Angaben …".
func (d *doc) leadingOwner(m *mention, g byte) *entity {
	t := &d.trees[m.sent]
	h := t.head(m.head)
	if d.lex.Lang != "de" || !possessive(&t.words[m.head]) || h < 0 || m.head > 2 || t.caseOf(h) == "" {
		return nil
	}
	for _, class := range [...]string{"@source-noun", "@account-noun", "@opinion-noun"} {
		if d.isClass(&t.words[h], class) {
			return nil
		}
	}
	for k := h + 1; k < len(t.words) && k < h+8; k++ {
		if w := &t.words[k]; isVerb(w) && w.Feats.Is(report.VerbForm, "Fin") {
			return d.cataphor(m, g)
		}
	}
	return nil
}
