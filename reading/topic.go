package reading

import (
	"strings"
	"unicode"

	"depesche/record"
	"depesche/report"
)

// dropLeisure leaves out what is told of sport, the arts and private life in
// the words of politics: attacks on a goal, contracts of players, quarrels of
// couples. Acts of officials, armed people, parties and organisations of states
// stay, and so do protests, bans and boycotts.
func (d *doc) dropLeisure() {
	topics := d.topics()
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent || publicAct[c.frame.Type] {
			continue
		}
		if d.allPrivate(c) || topics[c.sent] != public && !d.anyPublic(c, topics[c.sent]) {
			c.drop = true
		}
	}
}

// publicAct are types of acts that are public whatever the topic.
var publicAct = map[string]bool{"PROTEST": true, "SANCTION": true, "COERCE": true, "MOBILIZE": true, "RETREAT": true}

// topic is what a sentence speaks of.
type topic uint8

const (
	public topic = iota
	arts         // the arts, the weather
	sport
)

// topics says what each sentence speaks of: sport or the arts, if it has a word
// of theirs or a score, or if the report mostly does.
func (d *doc) topics() []topic {
	out := make([]topic, len(d.trees))
	var count [3]int
	for s := range d.trees {
		for w := range d.trees[s].words {
			out[s] = max(out[s], d.topicOf(&d.trees[s].words[w]), d.topicOfPair(d.trees[s].words[w:]))
		}
		count[out[s]]++
	}
	for _, t := range [...]topic{arts, sport} {
		if n := count[t]; n >= 3 && 5*n >= 2*len(out) {
			for s := range out {
				out[s] = max(out[s], t)
			}
		}
	}
	return out
}

func (d *doc) topicOf(w *report.Word) topic {
	switch w.UPOS {
	case report.NUM:
		if isScore(w.Form) {
			return sport
		}
	case report.NOUN, report.PROPN, report.ADJ:
		l, f := w.Lemma, lower(w.Form)
		if score, _, ok := strings.Cut(w.Form, "-"); ok && isScore(score) {
			return sport // "2:1-Führung"
		}
		switch {
		case d.lex.Sport[l] || d.lex.Sport[f] || d.lex.Lang == "de" && hasHead(d.lex.Sport, l):
			return sport
		case d.lex.Arts[l] || d.lex.Arts[f] || d.lex.Lang == "de" && hasHead(d.lex.Arts, l):
			return arts
		}
	}
	return public
}

// topicOfPair is the topic of the first two words of some, where they are listed
// together and no "of" limits them: "in the second half".
func (d *doc) topicOfPair(words []report.Word) topic {
	if d.lex.Lang != "en" || len(words) < 2 || len(words) > 2 && lower(words[2].Form) == "of" {
		return public
	}
	if words[1].UPOS != report.VERB && d.lex.Sport[lower(words[0].Form)+" "+lower(words[1].Form)] {
		return sport
	}
	return public
}

// hasHead says whether a head of a German compound is listed:
// Champions-League-Halbfinale.
func hasHead(list map[string]bool, lemma string) bool {
	for k := firstHead(lemma, 3); k+4 <= len(lemma); k++ {
		if lemma[k]&0xC0 != 0x80 && list[capitalise(strings.TrimPrefix(lemma[k:], "-"))] {
			return true
		}
	}
	return false
}

// isScore says whether a number is the result of a game: 3:1, 2-1.
func isScore(form string) bool {
	a, b, ok := strings.Cut(strings.ReplaceAll(form, "-", ":"), ":")
	return ok && len(a) > 0 && len(a) <= 2 && len(b) > 0 && len(b) <= 2 && allDigits(a) && allDigits(b) && len(b) == 1
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// anyPublic says whether somebody in the act acts in public by sector or
// office. A state does, except in sport, where it is a team.
func (d *doc) anyPublic(c *claim, t topic) bool {
	for _, p := range both(c) {
		if p.ent.isState() && t != sport && p.m != nil && p.m.kind == byName {
			return true
		}
		if publicSector[p.ent.rec.Sector] || p.ent.rec.Role != "" && p.ent.rec.Role != "other" {
			return true
		}
	}
	return false
}

var publicSector = map[string]bool{"GOV": true, "MIL": true, "COP": true, "JUD": true, "LEG": true, "REB": true, "SPY": true, "IGO": true, "OPP": true, "PTY": true, "NGO": true}
