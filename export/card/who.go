package card

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
)

// name is an entity's name with the state it belongs to, "Xi Jinping (China)", and
// the word implied where the act's sentence does not name it.
func (e *english) name(who *record.Entity) string {
	name, note := e.nameAndNote(who)
	return e.article(who, name) + name + inBrackets(note)
}

// article is "the " before the names of bodies and states that take it.
func (e *english) article(who *record.Entity, name string) string {
	switch {
	case who.Type != record.TypeState && who.Type != record.TypeOrganisation && who.Type != record.TypeGroup, who.Sector == "BUS", who.Sector == "MED":
		return ""
	case e.t.articles[name]:
		return "the "
	}
	first, _ := utf8.DecodeRuneInString(name)
	if unicode.IsLower(first) && !strings.Contains(name, "-") && who.Type == record.TypeOrganisation || e.t.articles["-"+headWord(name)] {
		return "the "
	}
	return ""
}

// headWord is the word that an English name is about: "Union" of "Union for the
// Mediterranean".
func headWord(name string) string {
	for _, joint := range []string{" of ", " for ", " on ", " in ", " against "} {
		name, _, _ = strings.Cut(name, joint)
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// nameAndNote is an entity's name and what stands in brackets behind it: its state,
// or of a state its sector, and that it is implied.
func (e *english) nameAndNote(who *record.Entity) (name, note string) {
	name, note = e.names.in(English, who), e.names.state(who)
	if who.Type == record.TypeState {
		note = part(English, who.Sector)
	}
	if who.Implied {
		note = strings.TrimPrefix(note+", implied", ", ")
	}
	return name, note
}

func inBrackets(note string) string {
	if note == "" {
		return ""
	}
	return " (" + note + ")"
}

// list joins the names of entities, each once: "A, B and C".
func (e *english) list(es []record.Entity, s style) line {
	return e.withArticles(join(es, "and", s, e.nameAndNote))
}

// withArticles puts an article before each name that takes one.
func (e *english) withArticles(l line) line {
	var out line
	for _, p := range l {
		if p.who != nil {
			if a := e.article(p.who, p.text); a != "" {
				out = append(out, piece{text: a, style: p.style})
			}
		}
		out = append(out, p)
	}
	return out
}

// join joins the names of entities, each once, the last after a word; nil where
// there is none. A name stands in a piece of its own, which leads to its entity.
func join(es []record.Entity, last string, s style, name func(*record.Entity) (name, note string)) line {
	var names []line
	seen := map[string]bool{}
	for i := range es {
		n, note := name(&es[i])
		note = inBrackets(note)
		if n == "" || seen[n+note] {
			continue
		}
		seen[n+note] = true
		l := line{{text: n, style: s, who: &es[i]}}
		if note != "" {
			l = append(l, piece{text: note, style: s})
		}
		names = append(names, l)
	}
	var l line
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			l = append(l, piece{text: " " + last + " ", style: s})
		default:
			l = append(l, piece{text: ", ", style: s})
		}
		l = append(l, n...)
	}
	return l
}

// unless is the note behind a name, left out where the other side is the state
// that it names: "Xi Jinping is head of state of China".
func unless(note string, who *record.Entity, others []record.Entity) string {
	for i := range others {
		if others[i].Type == record.TypeState && others[i].State == who.State && who.Type != record.TypeState && !who.Implied {
			return ""
		}
	}
	return note
}

// of is an entity's name in the language of the names, else in that of its report.
func (n Names) of(e *record.Entity) string {
	name := clean(e.Name)
	if name == "" || e.Type == record.TypeGroup && !e.Implied && alike(name, e.Text) || strings.EqualFold(name, e.Text) { // lemmas of the tables have small letters
		name = clean(e.Text)
	}
	if name == "" {
		name = clean(e.ID)
	}
	known := n.Entity
	if e.Type == record.TypePerson {
		known = n.Person
	}
	if known == nil {
		return name
	}
	return or(clean(known(e.ID)), name)
}

// in is an entity's name in a language: of who is known, the name; of others,
// whom a common noun names, the noun.
func (n Names) in(lang Language, e *record.Entity) string {
	name := n.of(e)
	if strings.HasPrefix(e.ID, "x:") && (e.Type == record.TypeOrganisation || e.Type == record.TypeGroup) {
		return inWords(lang, name)
	}
	return name
}

// state is the state that stands behind a name: of all but states and places,
// unless the name says it.
func (n Names) state(e *record.Entity) string {
	if e.Type == record.TypeState || e.Type == record.TypePlace || e.State == "" {
		return ""
	}
	state := e.State
	if n.State != nil {
		state = or(n.State(state), state)
	}
	if holdsWord(n.of(e), state) {
		return ""
	}
	return state
}

// holdsWord says whether a name holds the word or words whole: "Bank of Kenya" does
// "Kenya", "Kenyatta" does not.
func holdsWord(name, word string) bool {
	_, behind, found := strings.Cut(name, word)
	r, _ := utf8.DecodeRuneInString(behind)
	return found && !unicode.IsLetter(r)
}

// alike says whether the words are a form of the name: of a group that has none
// but "Soldat", the words "Soldaten", "US-Soldaten" and "NATO soldiers" read
// better.
func alike(name, words string) bool {
	const stem = 4
	head := words[strings.LastIndexAny(words, " -")+1:]
	for _, w := range [...]string{words, head} {
		if len(name) >= stem && len(w) >= stem && strings.EqualFold(name[:stem], w[:stem]) && utf8.ValidString(w[:stem]) {
			return true
		}
	}
	return false
}

// several says whether the entities take a verb in the plural: more than one, or
// one group, unless its name is that of a body ("the Kurdistan Workers' Party").
func (e *english) several(es []record.Entity) bool {
	if len(es) == 1 && es[0].Type == record.TypeGroup {
		name := e.names.in(English, &es[0])
		return e.article(&es[0], name) == "" || strings.HasSuffix(name, "s")
	}
	return several(es)
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
// Those of one word vouch together.
func (e *english) says(as []record.Attribution) string {
	var parts []string
	for i := 0; i < len(as); {
		a := &as[i]
		var names []string
		for ; i < len(as) && as[i].Who != nil && as[i].Cue == a.Cue && (len(names) == 0 || a.Cue != ""); i++ {
			names = append(names, e.name(as[i].Who))
		}
		var p string
		switch {
		case len(names) == 0:
			i++
			if a.Cue != "" {
				p = "hearsay"
			}
		case i == len(names): // the first
			p = "says " + together(names)
		default:
			p = "citing " + together(names)
		}
		if m := as[i-1].Medium; m != nil {
			p = strings.TrimSpace(p + " through " + e.name(m))
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

// together joins names: "A, B and C".
func together(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
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
