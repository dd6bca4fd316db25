package reading

import (
	"depesche/lexicon"
	"depesche/record"
)

// turnToCaptors makes demands for somebody's release demands on who holds him: who
// arrested or sentenced him as far as the report says so, else his state.
func (d *doc) turnToCaptors() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent || c.frame.Type != "REQUEST" || len(c.b) != 1 || !c.b[0].ent.isPerson() || !d.asksFreedom(c) {
			continue
		}
		if ps := d.captorOf(c.b[0].ent); len(ps) > 0 && !sharesEntity(ps, c.a) {
			c.b = implied(ps)
		} else if st := d.stateByCode(c.b[0].ent.rec.State); st != nil {
			c.b = implied([]party{{ent: st, m: c.b[0].m, via: true}})
		}
	}
}

// asksFreedom says whether what a demand asks for is a release: its object, or
// what stands behind its preposition.
func (d *doc) asksFreedom(c *claim) bool {
	var f slots
	f.fill(d, c.sent, c.word)
	for _, s := range [...]lexicon.Slot{lexicon.Obj, "for", "auf", "zu", "für"} {
		if w := f.get(s); w >= 0 && d.isClass(&f.t.words[w], "@freeing") {
			return true
		}
	}
	return false
}

// captorOf is who arrested or sentenced somebody, the last that is named for it.
func (d *doc) captorOf(e *entity) []party {
	for j := len(d.claims) - 1; j >= 0; j-- {
		o := &d.claims[j]
		if !o.drop && hasEntity(o.b, e) && len(o.a) > 0 && (o.frame.Mode == "arrest" || o.frame.Mode == "convict" || o.frame.Mode == "abduct") {
			return o.a
		}
	}
	return nil
}
