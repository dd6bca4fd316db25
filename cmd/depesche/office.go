package main

import (
	"fmt"
	"slices"
	"strings"

	"depesche/knowledge"
	"depesche/reading"
	"depesche/record"
)

// described finds who held the office that words describe ("Chinas
// Ministerpräsident", "the president of France", "IWF-Chefin"): they are read
// like a report of one line, in German and in English, and the reading that
// understands more counts.
func (cmd *whoCmd) described(know *knowledge.Base, words string) ([]answer, error) {
	l, err := newLinker(func() (*knowledge.Base, error) { return know, nil })
	if err != nil {
		return nil, err
	}
	var best reading.Phrase
	understood := 0
	for _, lang := range languages {
		p, err := l.phrase(words, lang, cmd.On.Interval)
		if err != nil {
			return nil, err
		}
		if n := sense(know, &p); n > understood {
			best, understood = p, n
		}
	}
	switch understood {
	case office:
		return cmd.holders(know, &best, words)
	case somebody:
		var out []answer
		for _, e := range best.Entities {
			if x := know.ByID(e.ID); x != nil {
				out = append(out, answer{x, termsOf(know, x, cmd.On.Interval)})
			}
		}
		return out, nil
	}
	return nil, nil
}

// How much of a phrase was understood.
const (
	nothing = iota
	somebody
	office
)

func sense(know *knowledge.Base, p *reading.Phrase) int {
	switch {
	case p.Role != "" && know.ByID(p.Of) != nil:
		return office
	case len(p.Entities) > 0 && know.ByID(p.Entities[0].ID) != nil:
		return somebody
	}
	return nothing
}

// holders are those who held an office on the day; without one all who did.
func (cmd *whoCmd) holders(know *knowledge.Base, p *reading.Phrase, words string) ([]answer, error) {
	of := know.ByID(p.Of)
	on := cmd.On.Interval
	if p.Former {
		on = record.Interval{To: on.From}
	}
	var terms, ever []knowledge.Term
	for _, role := range rolesFor(of, p.Role) {
		terms = know.HolderTerms(officeOf(of), role, on)
		ever = know.HolderTerms(officeOf(of), role, record.Interval{})
		if len(ever) > 0 {
			break
		}
	}
	if len(p.Entities) > 0 && cmd.On.Known() {
		if who := know.ByID(p.Entities[0].ID); who != nil { // of two holders the one whose title it is
			terms = slices.DeleteFunc(terms, func(t knowledge.Term) bool { return t.Person != who })
		}
	}
	if len(terms) > 0 {
		return []answer{{of, terms}}, nil
	}
	if len(ever) == 0 {
		return nil, withHint(fmt.Errorf("%s: no holder of %s of %s is known at any time", words, readable(p.Role), of.Name("en")),
			"depesche who "+officeOf(of)+" lists the offices that are known; docs/knowledge.md says how to add one")
	}
	last := ever[len(ever)-1]
	return nil, withHint(fmt.Errorf("%s: nobody is known to have been %s of %s on %s", words, readable(p.Role), of.Name("en"), cmd.On.EDTF()),
		fmt.Sprintf("terms are known from %s to %s (%s); docs/knowledge.md says how to add one", ever[0].From, until(last), last.Person.Name("en")))
}

func until(t knowledge.Term) string {
	switch {
	case t.Stop != "":
		return t.Stop
	case t.Seen != 0:
		return t.Seen.String()
	}
	return "today"
}

func readable(role string) string { return strings.ReplaceAll(role, "_", " ") }

// rolesFor are the roles that a title can mean in a state or organisation, the
// likeliest first: a state without a head of government has a head of state, an
// organisation's president or chief is its secretary general in the tables, a
// party's its leader.
func rolesFor(of *knowledge.Entity, role string) []string {
	switch {
	case role == "head_of_government" && of.Type == record.TypeState:
		return []string{role, "head_of_state"}
	case role == "head_of_state" && of.Type == record.TypeState:
		return []string{role, "monarch"}
	case role == "monarch":
		return []string{role, "head_of_state"}
	case role == "other" && of.Type == record.TypeState: // "leader of North Korea"
		return []string{"head_of_state", "head_of_government"}
	case of.Kind == "party":
		return []string{role, "party_leader"}
	case of.Type != record.TypeState:
		return []string{role, "secretary_general", "business_leader", "rebel_leader", "other"}
	}
	return []string{role}
}
