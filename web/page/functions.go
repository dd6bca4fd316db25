package page

import (
	"html/template"
	"maps"
	"strconv"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
)

// functions are what templates of a language can call.
func (p *Pages) functions(lang string) template.FuncMap {
	f := template.FuncMap{
		"t":          func(key string, args ...any) string { return say(lang, key, args...) },
		"lang":       func() string { return lang },
		"legendKeys": func() []legendKey { return legendKeys(lang) },
		"asset":      p.assets.URL,
		"sentence":   func(r record.Record) (string, error) { return card.SentenceIn(card.Language(lang), &r, p.names[lang]) },
		"when":       func(e *register.Entry) string { return when(lang, e) },
		"day":        func(d record.Day) string { return card.WhenIn(card.Language(lang), record.Date{From: d, To: d}) },
		"name":       func(e *record.Entity) string { return p.nameOf(lang, e) },
		"typeOf":     func(r record.Record) string { return register.TypeOf(&r) },
		"tone":       tone,
		"entryOf":    entryOf,
		"part":       func(s *Sheet, of any) part { return part{s, of} },
		"key":        register.Key,
		"str":        func(n int64) string { return strconv.FormatInt(n, 10) },
	}
	maps.Copy(f, p.recordFunctions(lang))
	maps.Copy(f, p.dyadFunctions(lang))
	maps.Copy(f, p.entityFunctions(lang))
	return f
}

// part hands a shared template its value together with the sheet.
type part struct {
	Sheet *Sheet
	Of    any
}

// when is the day of an entry, or of what it describes.
func when(lang string, e *register.Entry) string {
	r := &e.Record
	d := r.Date
	if r.Kind == record.KindFigure && r.Period.Interval().Known() {
		d = r.Period
	}
	if !d.Interval().Known() {
		return ""
	}
	return card.WhenIn(card.Language(lang), d)
}

// nameOf is an entity's name in a language: what the knowledge base has, else
// what the report has.
func (p *Pages) nameOf(lang string, e *record.Entity) string {
	n := p.names[lang]
	name := ""
	if e.Type == record.TypeState && e.State != "" {
		name = n.State(e.State)
	}
	if name == "" {
		name = n.Entity(e.ID)
	}
	for _, other := range []string{e.Name, e.Text, e.ID} {
		if name == "" {
			name = other
		}
	}
	return name
}

// tone says whether an event is cooperation or conflict, by its score: "good",
// "bad", or "" where neither or no event.
func tone(r record.Record) string {
	switch {
	case r.Kind != record.KindEvent:
		return ""
	case r.Score > 0:
		return "good"
	case r.Score < 0:
		return "bad"
	}
	return ""
}

// entryOf gives the entries of lists by reference, as the other functions take
// them.
func entryOf(e register.Entry) *register.Entry { return &e }
