package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/knowledge"
	"depesche/record"
)

// knowledgeFlag lays a user's tables over the built-in ones.
type knowledgeFlag struct {
	Knowledge string `env:"DEPESCHE_KNOWLEDGE" placeholder:"DIR" help:"Folder with tables of your own, laid over the built-in ones (docs/knowledge.md says what wins)."`
}

// base is the knowledge base with the user's tables.
func (f *knowledgeFlag) base() (*knowledge.Base, error) {
	know, err := knowledge.LoadWith(f.Knowledge)
	if err != nil && f.Knowledge != "" {
		return nil, withHint(err, "depesche knowledge check "+f.Knowledge+" lists all that is wrong; nothing of the folder was used")
	}
	return know, err
}

// early gives the base for later, made at once if there are user's tables, so
// that what is wrong with them is said once and before anything is read.
func (f *knowledgeFlag) early() (func() (*knowledge.Base, error), error) {
	if f.Knowledge == "" {
		return knowledge.Load, nil
	}
	know, err := f.base()
	return func() (*knowledge.Base, error) { return know, err }, err
}

// named finds the entities that bear a name in German or English, an id or the
// code of a state.
func named(know *knowledge.Base, words []string) []*knowledge.Entity {
	if len(words) == 1 {
		if e := know.ByID(words[0]); e != nil {
			return []*knowledge.Entity{e}
		}
		if e := know.ByCode(words[0]); e != nil {
			return []*knowledge.Entity{e}
		}
	}
	var found []*knowledge.Entity
	for _, lang := range languages {
		matches, n := know.Match(lang, words)
		if n != len(words) {
			continue
		}
		for _, m := range matches {
			if !slices.Contains(found, m.Entity) {
				found = append(found, m.Entity)
			}
		}
	}
	if len(found) == 0 {
		return know.Transcribed(strings.Join(words, " "))
	}
	return found
}

// nobody says that nobody bears a name, and which spelling of it somebody does.
func nobody(know *knowledge.Base, words []string) error {
	hint := "write the name as a report would, with its capitals; docs/knowledge.md says how to add one"
	if s := otherCase(know, words); s != "" {
		hint = "did you mean " + s + "? Capitals count"
	}
	return withHint(fmt.Errorf("%s: nobody of that name is known", strings.Join(words, " ")), hint)
}

// otherCase is the words in capitals, or each with a capital, where that is a
// name.
func otherCase(know *knowledge.Base, words []string) string {
	for _, change := range []func(string) string{capitalised, strings.ToUpper} {
		other := make([]string, len(words))
		for i, w := range words {
			other[i] = change(w)
		}
		if len(named(know, other)) > 0 {
			return strings.Join(other, " ")
		}
	}
	return ""
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + strings.ToLower(s[n:])
}

func describe(out io.Writer, e *knowledge.Entity) {
	names := e.Name("en")
	if de := e.Name("de"); de != names && de != "" {
		names += " / " + de
	}
	facts := []string{e.Type}
	for _, f := range []string{e.State, e.Sector} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	fmt.Fprintf(out, "%s  %s  (%s)\n", names, e.ID, strings.Join(facts, ", "))
}

func ofName(know *knowledge.Base, of string) string {
	if e := know.ByCode(of); e != nil {
		return e.Name("en")
	}
	if e := know.ByID(of); e != nil {
		return e.Name("en")
	}
	return of
}

// termSpan is the time of a term with its precision, and how its end is known
// where no source states it.
func termSpan(t knowledge.Term) string {
	if t.Start == "" && t.Stop == "" && t.Seen == 0 {
		return ""
	}
	from := t.Start
	if from == "" {
		from = "…"
	}
	switch t.Ends() {
	case knowledge.Observed:
		return from + " – … (observed " + t.Seen.String() + ")"
	case knowledge.Successor:
		return from + " – " + t.Stop + " (successor)"
	}
	return strings.TrimSpace(from + " – " + t.Stop)
}

func span(i record.Interval) string {
	if !i.Known() {
		return ""
	}
	from, to := i.From.String(), i.To.String()
	if from == "" {
		from = "…"
	}
	return strings.TrimSpace(from + " – " + to)
}
