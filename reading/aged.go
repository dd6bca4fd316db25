package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// agedEnding ends the lemmas under which German calls people by their age: "der
// 73-Jährige".
const agedEnding = "-Jähriger"

// agedNoun is the role noun of somebody called by his age.
func agedNoun(form string) (lexicon.RoleNoun, bool) {
	n := strings.IndexByte(form, '-')
	if n < 1 || n > 3 || form[0] < '0' || form[0] > '9' {
		return lexicon.RoleNoun{}, false
	}
	switch form[n+1:] {
	case "Jährige", "Jähriger", "Jährigen", "jährige", "jähriger", "jährigen":
		return lexicon.RoleNoun{Lemma: form[:n] + agedEnding, Type: "person", Sector: "CVL", Kind: "agent"}, true
	}
	return lexicon.RoleNoun{}, false
}

// agedOne is the person named before whom "der 73-Jährige" takes up: the most
// salient one of the sex that the article says, of this sentence or the three
// before; nil without any, where it is "ein 73-Jähriger", and where somebody without a
// name may be meant.
func (d *doc) agedOne(m *mention) *entity {
	t := &d.trees[m.sent]
	sex := byte('m')
	switch article(t, m.head) {
	case "der":
		if base(t.rel(m.head)) != report.Nsubj && base(t.rel(m.head)) != report.NsubjPass {
			sex = 'f'
		}
	case "die":
		sex = 'f'
	case "dem", "den", "des":
	default:
		return nil
	}
	if d.namelessBefore(m) {
		return nil
	}
	for s := m.sent; s >= 0 && s >= m.sent-3; s-- {
		var best *entity
		score := 0
		for w := range d.trees[s].words {
			x := d.mentionAt(s, w)
			if s == m.sent && w >= m.first || x == nil || x.head != w || x.kind == byAdj || len(x.ents) != 1 || !x.ents[0].isPerson() || x.ents[0].gender != 0 && x.ents[0].gender != sex {
				continue
			}
			n := 1 + d.salience(s, w)
			if d.named(x.ents[0]) {
				n += 2
			}
			if n >= score {
				best, score = x.ents[0], n
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// namelessBefore says whether somebody is told of without a name, in this sentence or the
// three before: "ein Mann", "ein 34-Jähriger". Who is meant then is not for a guess.
func (d *doc) namelessBefore(m *mention) bool {
	for s := m.sent; s >= 0 && s >= m.sent-3; s-- {
		for w := range d.trees[s].words {
			if s == m.sent && w >= m.first {
				break
			}
			word := &d.trees[s].words[w]
			if _, aged := agedNoun(word.Form); aged {
				return true
			}
			if word.UPOS != report.NOUN {
				continue
			}
			if r, ok := d.roleNoun(word.Lemma, word.Form); ok && r.Type == "person" && r.Sector == "CVL" && !d.surnamed(s, w) {
				return true
			}
		}
	}
	return false
}

// surnamed says whether the word belongs to the mention of a person with a surname.
func (d *doc) surnamed(s, w int) bool {
	x := d.mentionAt(s, w)
	return x != nil && len(x.ents) == 1 && d.named(x.ents[0])
}
