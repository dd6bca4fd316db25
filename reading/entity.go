package reading

import (
	"slices"
	"strings"
	"unicode"

	"depesche/record"
	"depesche/report"
)

// entity is somebody or something that the report speaks of, however often.
type entity struct {
	rec     record.Entity // without Text, Start, End
	surname string
	lemma   string   // the role noun or head noun that it was found by
	titles  []string // role nouns that the report gives a named person
	plural  bool
	gender  byte     // m, f or 0 when not known
	capital bool     // a seat of government, which may act as its state
	seen    int      // how often mentioned so far
	order   int      // when mentioned last
	aliases []string // other names that the report has for an organisation or group
}

// call keeps a name that the report uses for an organisation or group.
func (e *entity) call(name string) {
	if e.rec.Type != record.TypeOrganisation && e.rec.Type != record.TypeGroup || name == e.rec.Name || slices.Contains(e.aliases, name) {
		return
	}
	e.aliases = append(e.aliases, name)
}

func (e *entity) isPerson() bool { return e.rec.Type == record.TypePerson }
func (e *entity) isState() bool  { return e.rec.Type == record.TypeState }

// mention is one place in the text where entities are named or meant.
type mention struct {
	sent        int
	head        int // word that stands for it in the tree
	first, last int // words of the name or noun, inclusive
	kind        mentionKind
	sector      string    // PLOVER sector that the words imply: GOV of "der Kreml", CVL of "die Belarussen"
	ents        []*entity // none while a pronoun or role noun is not resolved
	role        *role     // of a role noun or title
	owner       *entity   // of a role noun in a compound: "US-Präsident", "Kremlchef"
	into        *mention  // the mention that its words belong to now
	vague       bool      // resolved by a guess: pronouns, default state
	why         evidence  // of a known name: what spoke for it
}

type mentionKind uint8

const (
	byName    mentionKind = iota // a name that is known
	byUnknown                    // a name that is not
	byRole                       // a role noun, with or without a name
	byAdj                        // an adjective of a state or organisation
	byDemonym                    // people of a state
	byPronoun
	byDefinite // "beide Länder", "the alliance"
)

// role is what a role noun says of its bearer, in this place.
type role struct {
	lemma, sector, code, typ, kind string
	former                         bool
}

// slug makes a local id of a name: lower case, letters and digits, hyphens.
func slug(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(r)
			continue
		}
		hyphen = true
	}
	return b.String()
}

// localID is the id of an entity that the knowledge base does not know; it is
// none of the base's own.
func (d *doc) localID(name string) string {
	id := "x:" + slug(name)
	if d.know.ByID(id) != nil {
		id += "-unlisted"
	}
	return id
}

// entityAt is the record's form of an entity as mentioned in these words.
func (d *doc) entityAt(e *entity, m *mention) record.Entity {
	r := e.rec
	if m.sector != "" {
		r.Sector = m.sector
	}
	ws := d.trees[m.sent].words
	span := report.Span{Start: ws[m.first].Start, End: ws[m.last].End}
	r.Aliases = e.aliases
	r.Text, r.Start, r.End = d.rep.Cut(span), int(span.Start), int(span.End)
	if d.explain {
		r.Linked = d.linked(m)
	}
	return r
}
