package reading

import "depesche/record"

// narrowDates lets what is known of offices rule out days: "Chinas
// Ministerpräsident Li Keqiang" met somebody "am Mittwoch" while he was in
// office. It needs claims and times, and writes the times anew.
func (d *doc) narrowDates() {
	if d.timeline == nil || len(d.timeline.Days()) < 2 {
		return
	}
	for i := range d.claims {
		c := &d.claims[i]
		if c.drop || c.kind != record.KindEvent {
			continue
		}
		n := d.timeOf(c.sent, c.word)
		if n < 0 || len(d.rep.Times[n].Date.Days) == 0 {
			continue
		}
		for _, p := range both(c) {
			if term := d.termOf(p); term.Known() {
				d.timeline.Restrict(n, term)
			}
		}
	}
}

// termOf is the term in which somebody named with an office held it, as far as
// just one term touches the report's time.
func (d *doc) termOf(p party) record.Interval {
	if p.m == nil || p.m.role == nil || p.m.role.former || !p.ent.isPerson() {
		return record.Interval{}
	}
	k := d.know.ByID(p.ent.rec.ID)
	if k == nil {
		return record.Interval{}
	}
	var found record.Interval
	for _, t := range d.know.Offices(k, d.rep.Date) {
		if t.Role != p.m.role.code {
			continue
		}
		if found.Known() {
			return record.Interval{}
		}
		found = t.Interval
	}
	return found
}
