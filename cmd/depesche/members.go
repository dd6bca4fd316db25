package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"depesche/knowledge"
	"depesche/record"
)

type membersCmd struct {
	knowledgeFlag

	Name   []string `arg:"" help:"An organisation or a member, in German or English, or an id."`
	On     edtf     `help:"The day asked about, the first of a month or a year; without it all times." placeholder:"EDTF"`
	Format string   `enum:"table,json" default:"table" help:"What to print: table, for people; json, one membership a line."`
}

// Help says more under depesche members --help.
func (membersCmd) Help() string {
	return `Examples:
  depesche members SCO --on 2023-06-01     who belonged to it on that day, and how
  depesche members BLR                     what a state belonged to, at all times
  depesche members NATO --on 2004-04-01 --format json`
}

// memberLine is a membership as JSON.
type memberLine struct {
	Org        string     `json:"org"`
	OrgName    string     `json:"org_name"`
	Member     string     `json:"member"`
	MemberName string     `json:"member_name"`
	State      string     `json:"state,omitempty"`
	As         string     `json:"as"`
	From       record.Day `json:"from,omitzero"`
	To         record.Day `json:"to,omitzero"`
}

// Run prints the members of an organisation, or the memberships of a state.
func (cmd *membersCmd) Run(c *console) error {
	know, err := cmd.base()
	if err != nil {
		return err
	}
	words := strings.Fields(strings.Join(cmd.Name, " "))
	found := named(know, words)
	if len(found) == 0 {
		return nobody(know, words)
	}
	out := tabwriter.NewWriter(c.out, 0, 8, 2, ' ', 0)
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	none := true
	for _, e := range found {
		list, name := memberships(know, e, cmd.On.From)
		if len(list) == 0 {
			continue
		}
		none = false
		if cmd.Format == "json" {
			for _, m := range list {
				if err := enc.Encode(memberLine{m.Org.ID, m.Org.Name("en"), m.Member.ID, m.Member.Name("en"), m.Member.State, m.As, m.From, m.To}); err != nil {
					return err
				}
			}
			continue
		}
		describe(out, e)
		for _, m := range list {
			fmt.Fprintf(out, "  %s\t%s\t%s\n", name(m).Name("en"), strings.ReplaceAll(m.As, "_", " "), span(m.Interval))
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if none {
		return cmd.none(know, found)
	}
	return nil
}

// memberships are the members of an organisation, or what somebody belongs to,
// and which side of a membership is to be named.
func memberships(know *knowledge.Base, e *knowledge.Entity, on record.Day) ([]knowledge.Membership, func(knowledge.Membership) *knowledge.Entity) {
	if list := know.Members(e.ID, on); len(list) > 0 {
		return list, func(m knowledge.Membership) *knowledge.Entity { return m.Member }
	}
	return know.MemberOf(e, on), func(m knowledge.Membership) *knowledge.Entity { return m.Org }
}

// none says that there is no membership, and what to do: another day may have
// some.
func (cmd *membersCmd) none(know *knowledge.Base, found []*knowledge.Entity) error {
	name := strings.Join(cmd.Name, " ")
	for _, e := range found {
		if list, _ := memberships(know, e, 0); len(list) > 0 {
			return withHint(fmt.Errorf("%s: no membership known on %s", name, cmd.On.From), "leave --on out to see all times")
		}
	}
	return withHint(fmt.Errorf("%s: no membership known", name), "ask for an organisation or a state; docs/knowledge.md says how to add memberships")
}
