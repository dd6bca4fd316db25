package card

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
)

// name is an entity's name with the state it belongs to, "Xi Jinping (China)", and
// the word implied where the act's sentence does not name it.
func (c *card) name(e *record.Entity) string {
	name, note := c.nameAndNote(e)
	if e.Implied {
		note = strings.TrimPrefix(note+", implied", ", ")
	}
	if note == "" {
		return name
	}
	return name + " (" + note + ")"
}

// nameAndNote is an entity's name and what stands in brackets behind it: its state,
// or of a state its sector.
func (c *card) nameAndNote(e *record.Entity) (name, note string) {
	name = clean(e.Name)
	if name == "" || e.Type == record.TypeGroup && alike(name, e.Text) {
		name = clean(e.Text)
	}
	if name == "" {
		name = clean(e.ID)
	}
	if e.Type != record.TypePerson && c.o.Names.Entity != nil {
		name = or(clean(c.o.Names.Entity(e.ID)), name)
	}
	if e.Type == record.TypeState {
		return name, sectors[e.Sector]
	}
	if state := c.state(e.State); e.Type != record.TypePlace && !holdsWord(name, state) {
		return name, state
	}
	return name, ""
}

// holdsWord says whether a name holds the word or words whole: "Bank of Kenya" does
// "Kenya", "Kenyatta" does not.
func holdsWord(name, word string) bool {
	_, behind, found := strings.Cut(name, word)
	r, _ := utf8.DecodeRuneInString(behind)
	return found && !unicode.IsLetter(r)
}

// alike says whether the words are a form of the name: of a group that has none
// but "Soldat", the words "Soldaten" read better.
func alike(name, words string) bool {
	const stem = 4
	return len(name) >= stem && len(words) >= stem && strings.EqualFold(name[:stem], words[:stem]) && utf8.ValidString(words[:stem])
}

// sectors are the sectors that a state's name does not say already.
var sectors = map[string]string{
	"MIL": "military", "COP": "police", "JUD": "courts", "LEG": "parliament", "OPP": "opposition", "REB": "rebels", "SPY": "intelligence",
	"CVL": "civilians", "BUS": "business", "MED": "media", "PTY": "parties", "LAB": "labour", "EDU": "education", "REL": "religion",
}

func (c *card) state(iso3 string) string {
	if iso3 == "" || c.o.Names.State == nil {
		return iso3
	}
	return or(c.o.Names.State(iso3), iso3)
}

// list joins the names of entities, each once: "A, B and C".
func (c *card) list(es []record.Entity) string {
	var names []string
	seen := map[string]bool{}
	for i := range es {
		if n := c.name(&es[i]); n != "" && !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	return join(names, "and")
}

func join(words []string, last string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " " + last + " " + words[n-1]
	}
}

// several says whether the entities take a verb in the plural.
func several(es []record.Entity) bool {
	if len(es) == 1 {
		return es[0].Type == record.TypeGroup
	}
	for i := 1; i < len(es); i++ {
		if es[i].ID != es[0].ID {
			return true
		}
	}
	return false
}

// says names those who vouch for a record, outermost first, with their words.
func (c *card) says(as []record.Attribution) string {
	var parts []string
	for i, a := range as {
		var p string
		switch {
		case a.Who != nil && i == 0:
			p = "says " + c.name(a.Who)
		case a.Who != nil:
			p = "citing " + c.name(a.Who)
		case a.Cue != "":
			p = "hearsay"
		}
		if a.Medium != nil {
			p = strings.TrimSpace(p + " through " + c.name(a.Medium))
		}
		if cue := clean(a.Cue); strings.Contains(cue, " ") || p == "hearsay" { // a plain verb adds nothing
			p += ", “" + cue + "”"
		}
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

// confidence is a probability as a word.
func confidence(p float64) string {
	switch {
	case p >= 0.8:
		return "sure"
	case p >= 0.55:
		return "likely"
	}
	return "unsure"
}
