package card

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/record"
)

// grammaticalCase is a case of German nouns.
type grammaticalCase int

const (
	nominative grammaticalCase = iota
	accusative
	dative
	genitive
)

// articles are the definite ones by gender, in the order of the cases.
var articles = map[byte][4]string{
	'm': {"der", "den", "dem", "des"},
	'f': {"die", "die", "der", "der"},
	'n': {"das", "das", "dem", "des"},
	'p': {"die", "die", "den", "der"},
}

// declined is a name in a case: its article, "" if it takes none, and the name
// with its adjectives and its noun inflected ("der", "Europäischen Union").
// People take none; only bodies, groups and states are looked up by endings.
func (t *germanTables) declined(e *record.Entity, name string, c grammaticalCase) (article, inflected string, gender byte) {
	if e.Type == record.TypePerson || e.Type == record.TypeOther {
		return "", name, 0
	}
	words := strings.Split(name, " ")
	head, n, ok := t.head(words, name, e.Type != record.TypePlace)
	if !ok || n.gender == 0 {
		if e.Type == record.TypeGroup && c == dative && strings.HasPrefix(e.ID, "x:") {
			name = dativePlural(words)
		}
		return "", name, 0
	}
	for i := range head {
		words[i] = t.adjective(words[i], n.gender, c)
	}
	switch {
	case c == genitive:
		words[head] += n.genitive
	case c == dative && n.gender == 'p' && strings.HasSuffix(words[head], "e"):
		words[head] += "n"
	}
	return articles[n.gender][c], strings.Join(words, " "), n.gender
}

// dativePlural inflects a plural without an article: "kenianischen Aktivisten",
// "Schülern".
func dativePlural(words []string) string {
	words = slices.Clone(words)
	last := len(words) - 1
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case i < last && unicode.IsLower(first) && strings.HasSuffix(w, "e"):
			words[i] = w + "n"
		case i == last && unicode.IsUpper(first) && (strings.HasSuffix(w, "e") || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "el")):
			words[i] = w + "n"
		}
	}
	return strings.Join(words, " ")
}

// head finds the noun of a name: the first word that a table knows, all before
// it being adjectives.
func (t *germanTables) head(words []string, name string, byEnding bool) (int, noun, bool) {
	if n, ok := t.nouns[name]; ok {
		for i, w := range words {
			if !looksAdjective(w) || i == len(words)-1 {
				return i, n, true
			}
		}
	}
	if !byEnding {
		return 0, noun{}, false
	}
	for i, w := range words {
		if n, ok := t.byEnding(strings.ToLower(w)); ok {
			return i, n, true
		}
		if !looksAdjective(w) {
			break
		}
	}
	return 0, noun{}, false
}

// byEnding finds the longest ending of a word that is known.
func (t *germanTables) byEnding(word string) (noun, bool) {
	for i := range word {
		if n, ok := t.endings[word[i:]]; ok {
			return n, true
		}
	}
	return noun{}, false
}

func looksAdjective(word string) bool {
	return utf8.RuneCountInString(word) > 3 && (strings.HasSuffix(word, "e") || strings.HasSuffix(word, "er") || strings.HasSuffix(word, "es"))
}

// adjective inflects an adjective as behind a definite article. Words in -er
// that stand before a noun that is not masculine come from a town ("Shanghaier")
// and keep their form, as do those that a table names.
func (t *germanTables) adjective(word string, gender byte, c grammaticalCase) string {
	if _, ok := t.nouns[word]; ok || strings.HasSuffix(word, "er") && gender != 'm' {
		return word
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "er"), "es"), "e")
	if c == nominative && gender != 'p' || c == accusative && (gender == 'f' || gender == 'n') {
		return stem + "e"
	}
	return stem + "en"
}

// contractions are prepositions and articles that become one word.
var contractions = map[pair]string{
	{"an", "dem"}: "am", {"bei", "dem"}: "beim", {"in", "dem"}: "im", {"von", "dem"}: "vom", {"zu", "dem"}: "zum", {"zu", "der"}: "zur",
}

// note is what stands in brackets behind an entity's name.
func (g *german) note(e *record.Entity) string {
	note := g.names.state(e)
	if e.Type == record.TypeState {
		note = part(German, e.Sector)
	}
	if e.Implied {
		note = strings.TrimPrefix(note+", erschlossen", ", ")
	}
	return note
}

// list joins names in the nominative: "die Türkei, Kenia und der Iran".
func (g *german) list(es []record.Entity) line { return g.inCase(es, nominative, nil) }

// inCase joins names in a case, each once; nil where there is none. States that
// the others are need not stand behind a name.
func (g *german) inCase(es []record.Entity, c grammaticalCase, others []record.Entity) line {
	l := join(es, "und", bold, func(e *record.Entity) (string, string) { return g.names.in(German, e), unless(g.note(e), e, others) })
	var out line
	for _, p := range l {
		if p.who == nil {
			out = append(out, p)
			continue
		}
		article, name, _ := g.t.declined(p.who, p.text, c)
		if article != "" {
			out = append(out, piece{text: article + " ", style: p.style})
		}
		out = append(out, piece{text: name, style: p.style, who: p.who})
	}
	return out
}

// decline appends names in the case of a slot: "acc", "dat", or "gen", which is
// "von" with the dative where a name takes no article.
func (g *german) decline(l line, es []record.Entity, slot string) line {
	c := map[string]grammaticalCase{"acc": accusative, "dat": dative, "gen": genitive}[slot]
	if c == genitive && !g.allWithArticle(es) {
		l, c = l.add("von", plain), dative
	}
	names := g.inCase(es, c, nil)
	if names == nil {
		return l.add(pick(c == accusative, "eine nicht genannte Partei", "einer nicht genannten Partei"), plain)
	}
	if short, ok := contractions[pair{l.lastWord(), strings.TrimSpace(names[0].text)}]; ok {
		end := &l[len(l)-1]
		end.text = end.text[:strings.LastIndexByte(end.text, ' ')+1] + short
		names = names[1:]
	}
	return l.append(names)
}

// lastWord is the last word of a line's last piece.
func (l line) lastWord() string {
	if len(l) == 0 {
		return ""
	}
	text := l[len(l)-1].text
	return text[strings.LastIndexByte(text, ' ')+1:]
}

func (g *german) allWithArticle(es []record.Entity) bool {
	for i := range es {
		if article, _, _ := g.t.declined(&es[i], g.names.in(German, &es[i]), genitive); article == "" {
			return false
		}
	}
	return len(es) > 0
}

// several says whether the entities take a verb in the plural: more than one,
// or one whose name is a plural ("die USA").
func (g *german) several(es []record.Entity) bool {
	if len(es) == 0 || several(es) && len(es) > 1 {
		return several(es)
	}
	_, _, gender := g.t.declined(&es[0], g.names.in(German, &es[0]), nominative)
	return gender == 'p' || gender == 0 && several(es[:1])
}
