package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/user"
	"strings"
	"time"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

type correctCmd struct {
	Reject   correctRejectCmd   `cmd:"" help:"Records or entries are wrong: leave them out."`
	Edit     correctEditCmd     `cmd:"" help:"Records say something else: set fields."`
	Merge    correctMergeCmd    `cmd:"" help:"Entries are one."`
	Split    correctSplitCmd    `cmd:"" help:"Records are an entry of their own."`
	Entity   correctEntityCmd   `cmd:"" help:"An entity is another one, everywhere or in one report."`
	Undo     correctUndoCmd     `cmd:"" help:"Take a correction back."`
	Log      correctLogCmd      `cmd:"" help:"Print the log of corrections."`
	Examples correctExamplesCmd `cmd:"" help:"Print corrected sentences as examples for the lexicon."`
}

// Help says more under depesche correct --help.
func (correctCmd) Help() string {
	return `Corrections are a log: each has an author and a reason, survives reading again,
and can be undone. Ids are those that the other commands print; --evidence
--format json shows the ids of records.

Examples:
  depesche correct reject 0a11e73932b49968 --reason "a play, not an attack"
  depesche correct edit 0a11e73932b49968 --set type=CONSULT --set mode=visit --reason "…"
  depesche correct merge 0a11e73932b49968 25e77dd7202c61c0 --reason "the same meeting"
  depesche correct entity x:polizei-ken Q1149748 --reason "the Kenya Police"`
}

// correcting are the flags of all corrections.
type correcting struct {
	dbFlag

	Reason string `required:"" help:"Why."`
	Author string `help:"Who corrects; else the name of the user."`
}

// do logs the correction that is wished for and forms the entries anew.
func (f *correcting) do(c *console, wish register.Wish) error {
	ctx := context.Background()
	reg, err := f.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	made, err := reg.Draft(ctx, wish)
	if err != nil {
		return notThere(err)
	}
	made.Author, made.Reason, made.At = f.author(), f.Reason, time.Now().UTC().Format(time.RFC3339)
	if made, err = reg.Correct(ctx, made); err != nil {
		return notThere(err)
	}
	if err := reg.Settle(ctx); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s  %s\n", made.ID, made.Action)
	return err
}

func (f *correcting) author() string {
	if f.Author != "" {
		return f.Author
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
}

func notThere(err error) error {
	if errors.Is(err, register.ErrNotFound) {
		return withHint(err, "ids are those that depesche events and the others print")
	}
	return err
}

// idFlags are the records that a correction is about.
type idFlags struct {
	IDs    []string `arg:"" name:"id" help:"Ids of entries or records."`
	Record bool     `help:"The id of an entry means its first record, not all of them."`
}

// wish is the correction of the records.
func (f *idFlags) wish(a register.Action) (register.Wish, error) {
	w := register.Wish{Action: a, Alone: f.Record}
	for _, s := range f.IDs {
		id, err := register.ParseID(s)
		if err != nil {
			return w, err
		}
		w.IDs = append(w.IDs, id)
	}
	return w, nil
}

type correctRejectCmd struct {
	idFlags
	correcting
}

// Run rejects records.
func (cmd *correctRejectCmd) Run(c *console) error { return cmd.run(c, &cmd.idFlags, register.Reject) }

type correctEditCmd struct {
	idFlags
	correcting

	Set map[string]string `required:"" help:"FIELD=VALUE as records have them; a VALUE that is no JSON is a text, null empties the field."`
}

// Run edits records.
func (cmd *correctEditCmd) Run(c *console) error {
	w, err := cmd.wish(register.Edit)
	if err != nil {
		return err
	}
	w.Set = map[string]json.RawMessage{}
	for k, v := range cmd.Set {
		if w.Set[k], err = register.Value(v); err != nil {
			return err
		}
	}
	return cmd.do(c, w)
}

type correctMergeCmd struct {
	idFlags
	correcting
}

// Run merges entries.
func (cmd *correctMergeCmd) Run(c *console) error {
	if len(cmd.IDs) < 2 {
		return withHint(errors.New("one id, want two or more"), "the entries become one, that of the first id")
	}
	return cmd.run(c, &cmd.idFlags, register.Merge)
}

type correctSplitCmd struct {
	IDs []string `arg:"" name:"id" help:"Ids of the records that are an entry of their own."`
	correcting
}

// Run splits records off their entry.
func (cmd *correctSplitCmd) Run(c *console) error {
	return cmd.run(c, &idFlags{IDs: cmd.IDs}, register.Split)
}

// run makes a correction that needs nothing but ids.
func (f *correcting) run(c *console, ids *idFlags, a register.Action) error {
	w, err := ids.wish(a)
	if err != nil {
		return err
	}
	return f.do(c, w)
}

type correctEntityCmd struct {
	From  string `arg:"" help:"Id of the entity as the register has it (Q184, x:…)."`
	To    string `arg:"" help:"Id or name of the entity that it is; one that the knowledge base does not have needs --name and --type."`
	In    string `help:"Only in this report." placeholder:"REPORT"`
	Name  string `help:"Name of an entity that the knowledge base does not have."`
	Type  string `enum:",state,person,organisation,place,group,other" default:"" help:"Its type: state, person, organisation, place, group, other."`
	State string `help:"Its state, ISO 3166-1 alpha-3."`
	correcting
}

// Run joins two entities, or separates one in a report.
func (cmd *correctEntityCmd) Run(c *console) error {
	to, err := cmd.entity()
	if err != nil {
		return err
	}
	w := register.Wish{Action: register.Same, From: cmd.From, To: to}
	if cmd.In != "" {
		w.Action = register.Apart
		if w.In, err = register.ParseID(cmd.In); err != nil {
			return err
		}
	}
	return cmd.do(c, w)
}

func (cmd *correctEntityCmd) entity() (*record.Entity, error) {
	if cmd.Name != "" && cmd.Type != "" {
		return &record.Entity{ID: cmd.To, Type: cmd.Type, Name: cmd.Name, State: cmd.State}, nil
	}
	know, err := knowledge.Load()
	if err != nil {
		return nil, err
	}
	found := named(know, strings.Fields(cmd.To))
	if len(found) != 1 {
		return nil, withHint(fmt.Errorf("%s: %d entities of that name", cmd.To, len(found)), "give an id that depesche who prints, or --name and --type")
	}
	e := found[0].Record("en")
	return &e, nil
}

type correctUndoCmd struct {
	ID string `arg:"" help:"Id of the correction."`
	correcting
}

// Run takes a correction back.
func (cmd *correctUndoCmd) Run(c *console) error {
	id, err := register.ParseID(cmd.ID)
	if err != nil {
		return err
	}
	return cmd.do(c, register.Wish{Action: register.Undo, Undoes: id})
}
