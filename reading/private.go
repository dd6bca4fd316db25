package reading

import (
	"slices"
	"strings"

	"depesche/record"
	"depesche/report"
)

// allPrivate says whether nobody but family, neighbours and the like is in it, with
// whom somebody may be named that is nobody known.
func (d *doc) allPrivate(c *claim) bool {
	n := 0
	for _, p := range both(c) {
		switch {
		case p.implied:
		case p.m == nil || actsForPublic(p.m):
			return false
		case (p.m.kind == byRole || p.m.kind == byPronoun) && d.lex.Private[p.ent.lemma] || d.oneOf(p.m):
			n++
		case p.m.kind != byUnknown || p.ent.rec.Sector != "" && p.ent.rec.Sector != "CVL" || p.ent.rec.Role != "":
			return false
		}
	}
	return n > 0
}

// actsForPublic says whether somebody is the lawyer, doctor or kin of a person in
// public life.
func actsForPublic(m *mention) bool {
	return m.kind == byRole && m.owner != nil && m.owner.isPerson() && m.owner.rec.Sector != "" && m.owner.rec.Sector != "CVL"
}

// dropUnknown leaves out acts of speech, help and mutual ones among people of whom nothing
// is known but a name: no sector, no office, nobody known on the other side.
func (d *doc) dropUnknown() {
	for i := range d.claims {
		c := &d.claims[i]
		if d.lex.Lang == "en" && c.kind == record.KindEvent && len(c.a) > 0 && !slices.ContainsFunc(c.a, func(p party) bool { return !d.onlyThing(p) }) {
			c.drop = true
		}
		if d.lex.Lang != "en" || c.drop || c.kind != record.KindEvent || !spoken[c.frame.Type] && !mutual[c.frame.Type] && c.frame.Type != "AID" {
			continue
		}
		c.drop = len(c.a)+len(c.b) > 0 && !slices.ContainsFunc(c.a, d.knownDoer) && !slices.ContainsFunc(c.b, d.knownAtAll)
	}
}

// onlyThing says whether a party is a noun of the text that was taken for a speaker
// and is no paper or source: "time was running out".
func (d *doc) onlyThing(p party) bool {
	if p.m == nil || p.m.role != nil || p.m.kind != byRole || p.ent.rec.Type != record.TypeOther {
		return false
	}
	w := &d.trees[p.m.sent].words[p.m.head]
	return w.UPOS == report.NOUN && !w.Feats.Is(report.Number, "Plur") && !d.isClass(w, "@speaking-thing")
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

// ofNoState says whether an unknown name is that of a part of the world ("the West")
// or of a body of many states ("International Labor Office").
func (d *doc) ofNoState(e *entity) bool {
	if e.isPerson() {
		return false
	}
	if slices.Contains(d.lex.Classes["@region"], lower(e.rec.Name)) {
		return true
	}
	return slices.ContainsFunc(strings.Fields(lower(e.rec.Name)), func(w string) bool { return slices.Contains(d.lex.Classes["@worldwide"], w) })
}
