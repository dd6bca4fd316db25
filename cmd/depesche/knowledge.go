package main

import (
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
	Name []string `arg:"" help:"A name in German or English, or an id (Q184)."`
	On   edtf     `help:"The day, month or year asked about; without it all times." placeholder:"EDTF"`
}

// Help says more under depesche who --help.
func (whoCmd) Help() string {
	return `Examples:
  depesche who Li Keqiang               who bears the name, and their offices
  depesche who China --on 2023-03-01    who held which office of the state
  depesche who SCO --on 2023`
}

// Run prints who bears a name and which offices they or theirs held.
func (cmd *whoCmd) Run(c *console) error {
	know, err := knowledge.Load()
	if err != nil {
		return err
	}
	found := named(know, cmd.Name)
	if len(found) == 0 {
		return nobody(cmd.Name)
	}
	out := tabwriter.NewWriter(c.out, 0, 8, 2, ' ', 0)
	for i, e := range found {
		if i > 0 {
			fmt.Fprintln(out)
		}
		describe(out, e)
		if e.Type == record.TypePerson {
			for _, t := range know.Offices(e, cmd.On.Interval) {
				fmt.Fprintf(out, "  %s\t%s\t%s\n", t.Role, ofName(know, t.Of), termSpan(t))
			}
			continue
		}
		of := e.ID
		if e.Type == record.TypeState {
			of = e.State
		}
		for _, role := range slices.Sorted(maps.Keys(knowledge.Roles())) {
			for _, t := range know.HolderTerms(of, role, cmd.On.Interval) {
				fmt.Fprintf(out, "  %s\t%s\t%s\n", role, t.Person.Name("en"), termSpan(t))
			}
		}
	}
	return out.Flush()
}

type membersCmd struct {
	Name []string `arg:"" help:"An organisation or a member, in German or English, or an id."`
	On   edtf     `help:"The day asked about, the first of a month or a year; without it all times." placeholder:"EDTF"`
}

// Run prints the members of an organisation, or the memberships of a state.
func (cmd *membersCmd) Run(c *console) error {
	know, err := knowledge.Load()
	if err != nil {
		return err
	}
	found := named(know, cmd.Name)
	if len(found) == 0 {
		return nobody(cmd.Name)
	}
	out := tabwriter.NewWriter(c.out, 0, 8, 2, ' ', 0)
	none := true
	for _, e := range found {
		list, name := know.Members(e.ID, cmd.On.From), func(m knowledge.Membership) *knowledge.Entity { return m.Member }
		if len(list) == 0 {
			list, name = know.MemberOf(e, cmd.On.From), func(m knowledge.Membership) *knowledge.Entity { return m.Org }
		}
		if len(list) == 0 {
			continue
		}
		none = false
		describe(out, e)
		for _, m := range list {
			fmt.Fprintf(out, "  %s\t%s\t%s\n", name(m).Name("en"), strings.ReplaceAll(m.As, "_", " "), span(m.Interval))
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if none {
		return withHint(fmt.Errorf("%s: no membership known", strings.Join(cmd.Name, " ")), "leave --on out to see all times")
	}
	return nil
}

// named finds the entities that bear a name in German or English, or an id.
func named(know *knowledge.Base, words []string) []*knowledge.Entity {
	words = strings.Fields(strings.Join(words, " "))
	if len(words) == 1 {
		if e := know.ByID(words[0]); e != nil {
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
	return found
}

func nobody(words []string) error {
	return withHint(fmt.Errorf("%s: nobody of that name is known", strings.Join(words, " ")), "write the name as a report would, with its capitals; docs/knowledge.md says how to add one")
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
