package reading

// stateOfForces is the state of a bare "the army" or "the military": that of the
// soldiers named in the two sentences before, where they are all of one state and it is
// an English text. It is "" otherwise.
func (d *doc) stateOfForces(m *mention) string {
	if d.lex.Lang != "en" || m.role.sector != "MIL" || m.role.typ == "person" || d.isPlural(m) || !d.definite(m) {
		return ""
	}
	state := ""
	for k, i := range d.before(m.sent, m.first, 2) {
		x := d.mentionAt(k, i)
		if x == nil || x.head != i || len(x.ents) != 1 || x.ents[0].rec.Sector != "MIL" || x.ents[0].rec.State == "" {
			continue
		}
		if s := x.ents[0].rec.State; state != "" && s != state {
			return ""
		}
		state = x.ents[0].rec.State
	}
	return state
}
