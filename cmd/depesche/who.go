package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"depesche/knowledge"
	"depesche/record"
)

type whoCmd struct {
	knowledgeFlag

	Name   []string `arg:"" help:"A name in German or English, an id (Q184), or an office: Chinas Ministerpräsident, the president of France."`
	On     edtf     `help:"The day, month or year asked about; without it all times." placeholder:"EDTF"`
	Format string   `enum:"table,json" default:"table" help:"What to print: table, for people; json, one term a line, or the entity where there is none."`
}

// Help says more under depesche who --help.
func (whoCmd) Help() string {
	return `Examples:
  depesche who Li Keqiang                                   who bears the name, and their offices
  depesche who China --on 2023-03-01                        who held which office of the state
  depesche who "Chinas Ministerpräsident" --on 2023-03-01   who held the office on that day
  depesche who "the UN secretary-general" --on 2010
  depesche who SCO --on 2023 --format json`
}

// answer is an entity that was asked for and the terms that belong to it.
type answer struct {
	entity *knowledge.Entity
	terms  []knowledge.Term
}

// Run prints who bears a name and which offices they or theirs held, or who
// held the office that the words describe.
func (cmd *whoCmd) Run(c *console) error {
	know, err := cmd.base()
	if err != nil {
		return err
	}
	words := strings.Fields(strings.Join(cmd.Name, " "))
	var answers []answer
	for _, e := range named(know, words) {
		answers = append(answers, answer{e, termsOf(know, e, cmd.On.Interval)})
	}
	if len(answers) == 0 {
		if answers, err = cmd.described(know, strings.Join(words, " ")); err != nil {
			return err
		}
	}
	if len(answers) == 0 {
		return nobody(know, words)
	}
	if cmd.Format == "json" {
		return writeTerms(c.out, know, answers)
	}
	return cmd.table(c.out, know, answers)
}

func (cmd *whoCmd) table(w io.Writer, know *knowledge.Base, answers []answer) error {
	out := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for i, a := range answers {
		if i > 0 {
			fmt.Fprintln(out)
		}
		describe(out, a.entity)
		for _, t := range a.terms {
			whose := t.Person.Name("en")
			if a.entity == t.Person {
				whose = ofName(know, t.Of)
			}
			fmt.Fprintf(out, "  %s\t%s\t%s\n", t.Role, whose, termSpan(t))
		}
	}
	return out.Flush()
}

// termsOf are the terms of a person, or those of the offices of a state or
// organisation by role.
func termsOf(know *knowledge.Base, e *knowledge.Entity, on record.Interval) []knowledge.Term {
	if e.Type == record.TypePerson {
		return know.Offices(e, on)
	}
	var out []knowledge.Term
	for _, role := range slices.Sorted(maps.Keys(knowledge.Roles())) {
		out = append(out, know.HolderTerms(officeOf(e), role, on)...)
	}
	return out
}

// officeOf is what the tables of offices call a state or organisation.
func officeOf(e *knowledge.Entity) string {
	if e.Type == record.TypeState {
		return e.State
	}
	return e.ID
}

// termLine is a term, or an entity without one, as JSON.
type termLine struct {
	ID       string     `json:"id"` // of the person, else of what was asked for
	Name     string     `json:"name"`
	NameDE   string     `json:"name_de"`
	Type     string     `json:"type"`
	State    string     `json:"state,omitempty"`
	Sector   string     `json:"sector,omitempty"`
	Role     string     `json:"role,omitempty"`
	Title    string     `json:"title,omitempty"`
	Of       string     `json:"of,omitempty"`
	OfName   string     `json:"of_name,omitempty"`
	From     string     `json:"from,omitempty"`
	To       string     `json:"to,omitempty"`
	Ends     string     `json:"ends,omitempty"`
	Observed record.Day `json:"observed,omitzero"`
	Source   string     `json:"source,omitempty"`
}

func writeTerms(w io.Writer, know *knowledge.Base, answers []answer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, a := range answers {
		if len(a.terms) == 0 {
			if err := enc.Encode(entityLine(a.entity)); err != nil {
				return err
			}
		}
		for _, t := range a.terms {
			l := entityLine(t.Person)
			l.Role, l.Title, l.Sector, l.Of, l.OfName = t.Role, t.Title, t.Sector, t.Of, ofName(know, t.Of)
			l.From, l.To, l.Ends, l.Observed, l.Source = t.Start, t.Stop, string(t.Ends()), t.Seen, t.Source
			if err := enc.Encode(l); err != nil {
				return err
			}
		}
	}
	return nil
}

func entityLine(e *knowledge.Entity) termLine {
	return termLine{ID: e.ID, Name: e.Name("en"), NameDE: e.Name("de"), Type: e.Type, State: e.State, Sector: e.Sector}
}
