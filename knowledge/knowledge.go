// Package knowledge knows who and what there is: states, places,
// organisations, groups and people, their names in German and English, and who
// held which office or membership when. It finds the entity that a run of
// words names. It knows nothing of grammar.
//
// The facts stand in text tables under data/; docs/knowledge.md describes
// them. The base is read once, on the first call of Load, and is immutable.
package knowledge

import "depesche/record"

// Entity is somebody or something that has a name.
type Entity struct {
	ID     string // Wikidata "Q184", or local "x:" and a slug
	Type   string // record.TypeState, record.TypePerson, …
	Kind   string // finer: state, territory, former, capital, city, region, igo, organ, ngo, armed, party, media, company, church, people, person
	State  string // ISO 3166-1 alpha-3 of the state that it is, acts for or belongs to; XKX Kosovo, SUN YUG DDR CSK SCG former ones
	Alpha2 string // ISO 3166-1 alpha-2, of states
	Sector string // PLOVER sector, "" for places; of people the one of their best-known office
	Weight int32  // how prominent: population in thousands for places, 0 to 3 for people
	Exists record.Interval
	Region string // first-order division in which a place lies, as the source names it

	de, en   string
	lat, lon int16 // hundredths of degrees, 0 0 unknown
}

// Name is the display name in a language, "de" or "en"; another language
// gives the English name.
func (e *Entity) Name(lang string) string {
	if lang == "de" || e.en == "" {
		return e.de
	}
	return e.en
}

// Record is the entity as a record writes it, without the words of a report.
func (e *Entity) Record(lang string) record.Entity {
	return record.Entity{ID: e.ID, Type: e.Type, Name: e.Name(lang), State: e.State, Sector: e.Sector}
}

// NameKind says what sort of name a form is.
type NameKind uint8

// The kinds of name.
const (
	Short        NameKind = iota // "China", "Nato", "Angela Merkel"
	Official                     // "Volksrepublik China"
	Abbreviation                 // "USA", "SOZ"
	Alias                        // other spellings and former names: "Weißrussland", "Kyjiw"
	Adjective                    // "chinesisch", "Pekinger", "Chinese"
	Demonym                      // "Chinesen", "the French"
	Metonym                      // a place or building that stands for a government: "Peking", "Kreml"
	Surname                      // "Merkel", only of people known well enough to be so named
)

var kindNames = [...]string{"short", "official", "abbreviation", "alias", "adjective", "demonym", "metonym", "surname"}

// String is the kind as the tables write it.
func (k NameKind) String() string { return kindNames[k] }

func kindOf(s string) (NameKind, bool) {
	for i, n := range kindNames {
		if n == s {
			return NameKind(i), true
		}
	}
	return 0, false
}

// Match is one entity that a run of words may name.
type Match struct {
	Entity *Entity
	Kind   NameKind
	Sector string          // PLOVER sector that the name implies: GOV of a metonym, else the entity's
	During record.Interval // when the entity bore the name; unknown is always. A report may use a name before or after
	Weak   bool            // the form is an ordinary word or a common name too ("Kurz", "Nice", "Lee"): believe it only with support from the tagger, a title or an earlier full name
}

// Term is one term of an office. Its bounds are kept as an interval: From is
// the earliest day it may have begun, To the last it may have ended; Start and
// Stop are the same as the table writes them, with their precision. Ends says
// how the end is known. A term without an end that was last seen open, on Seen,
// is believed for a year after that day of heads of state and government, for
// three months of others, and no longer.
type Term struct {
	record.Interval
	Person      *Entity
	Of          string // ISO alpha-3 of the state, or the id of the organisation
	Role        string // head_of_state, foreign_minister, …; see Roles
	Title       string // the office in English where the source gives it
	Sector      string // PLOVER sector of one who holds it
	Start, Stop string // EDTF level 0, "" if not known
	Seen        record.Day
	Source      string
	followed    bool // Stop is where the successor begins
	at          place

	believed record.Interval
}

// Ending is how the end of a term is known.
type Ending string

// The ways in which the end of a term is known.
const (
	Open      Ending = "open"      // still in office as far as is known
	Stated    Ending = "stated"    // the source gives the end
	Observed  Ending = "observed"  // in office on the day Seen, the end not known
	Successor Ending = "successor" // the source gives no end; Stop is where the next one begins
)

// Ends says how the end of the term is known.
func (t Term) Ends() Ending {
	switch {
	case t.followed:
		return Successor
	case t.Stop != "":
		return Stated
	case t.Seen != 0:
		return Observed
	}
	return Open
}

// Membership is one spell of membership of a state or organisation.
type Membership struct {
	record.Interval
	Org, Member *Entity
	As          string // see MembershipKinds
}

// Founding says whether the member is one from the day of the organisation's
// founding, as far as that day is known.
func (m Membership) Founding() bool {
	return m.As == "member" && m.From != 0 && m.From == m.Org.Exists.From
}

// MembershipKinds is the vocabulary of memberships. A state that is suspended
// stays a member: both spells stand side by side.
func MembershipKinds() []string {
	return []string{"member", "associate_member", "observer", "dialogue_partner", "partner", "candidate", "suspended",
		"permanent_member", "elected_member", "participant", "signatory"}
}

// Roles is the vocabulary of roles, each with the sector that its holder acts
// for unless the table says otherwise.
func Roles() map[string]string {
	return map[string]string{
		"head_of_state": "GOV", "head_of_government": "GOV", "monarch": "GOV",
		"foreign_minister": "GOV", "defence_minister": "GOV", "finance_minister": "GOV",
		"interior_minister": "GOV", "minister": "GOV", "spokesperson": "GOV", "ambassador": "GOV",
		"envoy": "GOV", "un_envoy": "IGO", "secretary_general": "IGO", "military_leader": "MIL",
		"spy_chief": "SPY", "party_leader": "PTY", "opposition_leader": "OPP", "rebel_leader": "REB",
		"governor": "GOV", "mayor": "GOV", "legislator": "LEG", "speaker": "LEG", "judge": "JUD",
		"central_banker": "GOV", "religious_leader": "REL", "business_leader": "BUS", "other": "",
	}
}
