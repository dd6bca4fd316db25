package reading

import (
	"slices"
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
	for k := 3; k+4 <= len(lemma); k++ {
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

// allPrivate says whether nobody but family, neighbours and the like is in it, with
// whom somebody may be named that is nobody known.
func (d *doc) allPrivate(c *claim) bool {
	n := 0
	for _, p := range both(c) {
		switch {
		case p.implied:
		case p.m == nil:
			return false
		case (p.m.kind == byRole || p.m.kind == byPronoun) && d.lex.Private[p.ent.lemma] || d.oneOf(p.m):
			n++
		case p.m.kind != byUnknown || p.ent.rec.Sector != "" && p.ent.rec.Sector != "CVL" || p.ent.rec.Role != "":
			return false
		}
	}
	return n > 0
}

// dropUnknown leaves out acts of speech, help and mutual ones among people of whom nothing
// is known but a name: no sector, no office, nobody known on the other side.
func (d *doc) dropUnknown() {
	for i := range d.claims {
		c := &d.claims[i]
		if d.lex.Lang != "en" || c.drop || c.kind != record.KindEvent || !spoken[c.frame.Type] && !mutual[c.frame.Type] && c.frame.Type != "AID" {
			continue
		}
		c.drop = len(c.a)+len(c.b) > 0 && !slices.ContainsFunc(c.a, d.knownDoer) && !slices.ContainsFunc(c.b, d.knownAtAll)
	}
}

// knownDoer says whether more is known of who does something than a name or that it
// is people: "people advocating reform".
func (d *doc) knownDoer(p party) bool {
	if p.m != nil && p.m.kind == byRole && (slices.Contains(d.lex.Classes["@anonymous"], p.ent.lemma) || d.lex.Private[p.ent.lemma]) {
		return false
	}
	return d.knownAtAll(p)
}

// knownAtAll says whether more is known of a party than the name of a person.
func (d *doc) knownAtAll(p party) bool {
	r := &p.ent.rec
	if p.m == nil || p.m.kind != byUnknown && p.m.kind != byPronoun || !p.ent.isPerson() || !strings.HasPrefix(r.ID, "x:") || r.Sector != "" && r.Sector != "CVL" || r.Role != "" {
		return true
	}
	for _, w := range d.trees[p.m.sent].words[p.m.first : p.m.last+1] {
		if _, ok := d.lex.Roles[lower(w.Form)]; ok {
			return true // "Rajasthan Governor Kalraj Mishra"
		}
	}
	return false
}

// oneOf says whether a mention is somebody only by the state that he is from: "the
// Belgian".
func (d *doc) oneOf(m *mention) bool {
	w := &d.trees[m.sent].words[m.head]
	return d.lex.Lang == "en" && m.kind == byDemonym && m.first == m.last && w.UPOS != report.ADJ && !strings.HasSuffix(w.Form, "s") && w.Feats.Is(report.Number, "Sing") && article(&d.trees[m.sent], m.head) == "the"
}
