package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/query"
)

// askFlags are the flags of commands that ask the register.
type askFlags struct {
	dbFlag

	Query []string `arg:"" optional:"" help:"What to look for, for instance: actor:BLR recipient:CHN since:2023-01 \"Stützpunkt\"."`

	Actor     []string `help:"Who acts, speaks, or is described: a state (BLR), an id (Q184) or a name."`
	Recipient []string `help:"To whom it is done or said."`
	Party     []string `help:"Who takes part, on either side."`
	Type      []string `help:"PLOVER type, predicate of a relation, or measure of a figure."`
	Mode      []string `help:"PLOVER mode."`
	Context   []string `help:"PLOVER context."`
	Status    []string `help:"actual, planned, expected, possible, desired, demanded, hypothetical."`
	Place     []string `help:"Where: a state, an id or a name."`
	Speaker   []string `help:"Who says it or vouches for it."`
	Measure   []string `help:"Measure of a figure: trade, killed, troops …"`
	Outlet    []string `help:"Who printed it."`
	Text      []string `help:"Words in the sentences that tell it."`
	On        edtf     `help:"When it was true: a day, a month, a year, or two of them with a slash." placeholder:"EDTF"`
	Since     edtf     `help:"Not before this day." placeholder:"EDTF"`
	Until     edtf     `help:"Not after this day." placeholder:"EDTF"`
	Reported  edtf     `help:"Told by a report of these days." placeholder:"EDTF"`
	AsOf      dayFlag  `help:"What was known on this day: leaves out every report published later." placeholder:"DAY"`

	Limit    int    `default:"50" help:"Entries at most; 0 = all."`
	Format   string `enum:"table,json,csv,ical" default:"table" help:"table, for people; json, one entry a line; csv; ical, of plans."`
	Evidence bool   `help:"Print the sentences that each entry rests on."`
}

// filter joins the query and the flags.
func (f *askFlags) filter() (register.Filter, error) {
	know, err := knowledge.Load()
	if err != nil {
		return register.Filter{}, err
	}
	names := entityNames(know)
	q, err := query.Parse(strings.Join(quoted(f.Query), " "), names)
	if err != nil {
		return q, err
	}
	for _, e := range []struct {
		from []string
		to   *[]string
	}{{f.Actor, &q.Actor}, {f.Recipient, &q.Recipient}, {f.Party, &q.Party}, {f.Place, &q.Place}, {f.Speaker, &q.Speaker}} {
		*e.to = append(*e.to, query.Entities(e.from, names)...)
	}
	q.Type = append(q.Type, query.TypeNames(append(slices.Clone(f.Type), f.Measure...))...)
	q.Mode = append(q.Mode, f.Mode...)
	q.Context = append(q.Context, f.Context...)
	q.Outlet = append(q.Outlet, f.Outlet...)
	for _, s := range f.Status {
		q.Status = append(q.Status, record.Status(s))
	}
	for _, t := range f.Text {
		q.Text = append(q.Text, register.Fold(t))
	}
	if f.On.Known() {
		q.On = f.On.Interval
	}
	if f.Since.From != 0 {
		q.On.From = f.Since.From
	}
	if f.Until.To != 0 {
		q.On.To = f.Until.To
	}
	if f.Reported.Known() {
		q.Reported = f.Reported.Interval
	}
	if f.AsOf.Day != 0 {
		q.AsOf = f.AsOf.Day
	}
	q.Limit = f.Limit
	return q, nil
}

// quoted puts the quotation marks back that the shell took from a text of
// several words.
func quoted(words []string) []string {
	out := slices.Clone(words)
	if len(out) < 2 {
		return out
	}
	for i, w := range out {
		if strings.ContainsAny(w, " \t") && !strings.ContainsAny(w, `":`) {
			out[i] = `"` + w + `"`
		}
	}
	return out
}

// entityNames finds what names stand for in the knowledge base: states by
// their code, so that all who act for them count, others by their id.
func entityNames(know *knowledge.Base) query.Names {
	return func(name string) []string {
		var out []string
		for _, e := range named(know, strings.Fields(name)) {
			id := e.ID
			if e.Type == record.TypeState && e.State != "" {
				id = e.State
			}
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return out
	}
}

type eventsCmd struct{ askFlags }
type statementsCmd struct{ askFlags }
type figuresCmd struct{ askFlags }
type relationsCmd struct{ askFlags }
type searchCmd struct{ askFlags }

// Run prints events.
func (cmd *eventsCmd) Run(c *console) error { return cmd.print(c, record.KindEvent) }

// Run prints statements.
func (cmd *statementsCmd) Run(c *console) error { return cmd.print(c, record.KindStatement) }

// Run prints figures.
func (cmd *figuresCmd) Run(c *console) error { return cmd.print(c, record.KindFigure) }

// Run prints relations.
func (cmd *relationsCmd) Run(c *console) error { return cmd.print(c, record.KindRelation) }

// Run prints entries of all kinds.
func (cmd *searchCmd) Run(c *console) error {
	if len(cmd.Query) == 0 && len(cmd.Text) == 0 {
		return withHint(errors.New("nothing to look for"), `for instance: depesche search Stützpunkt, or depesche search actor:BLR "Truppen"`)
	}
	return cmd.print(c)
}

type dyadCmd struct {
	A string `arg:"" help:"A state (BLR), an id or a name."`
	B string `arg:"" help:"The other one."`
	askFlags
}

// Help says more under depesche dyad --help.
func (dyadCmd) Help() string {
	return `Examples:
  depesche dyad BLR CHN                       what the two did, latest first
  depesche dyad BLR CHN --since 2023 type:CONSULT
  depesche dyad BLR CHN --as-of 2023-03-01    what was known on that day`
}

// Run prints what two sides have to do with each other.
func (cmd *dyadCmd) Run(c *console) error {
	know, err := knowledge.Load()
	if err != nil {
		return err
	}
	d, err := query.Dyad(cmd.A, cmd.B, entityNames(know))
	if err != nil {
		return withHint(err, "name one by its code or id; depesche who NAME shows them")
	}
	f, err := cmd.filter()
	if err != nil {
		return err
	}
	f.Dyad = d
	return cmd.answer(c, f)
}

func (f *askFlags) print(c *console, kinds ...record.Kind) error {
	q, err := f.filter()
	if err != nil {
		return err
	}
	if len(kinds) > 0 {
		q.Kind = kinds
	}
	return f.answer(c, q)
}

// answer prints the entries that match.
func (f *askFlags) answer(c *console, q register.Filter) error {
	ctx := context.Background()
	reg, err := f.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	out := bufio.NewWriter(c.out)
	p, err := f.printer(out)
	if err != nil {
		return err
	}
	entries := reg.Entries
	if q.ByDue {
		entries = reg.Plans
	}
	n := 0
	for e, err := range entries(ctx, q) {
		if err != nil {
			return err
		}
		var members []register.Member
		if f.Evidence {
			if members, err = evidenceOf(ctx, reg, e.ID, q.AsOf); err != nil {
				return err
			}
		}
		if err := p.entry(&e, members); err != nil {
			return err
		}
		n++
	}
	if err := p.end(n, n == q.Limit && n > 0); err != nil {
		return err
	}
	return out.Flush()
}

// evidenceOf are the records of an entry that were known on the day.
func evidenceOf(ctx context.Context, reg *register.Register, id register.ID, asOf record.Day) ([]register.Member, error) {
	members, err := reg.Members(ctx, id)
	if err != nil || asOf == 0 {
		return members, err
	}
	return slices.DeleteFunc(members, func(m register.Member) bool { return m.Source.Day() > asOf }), nil
}

// printer writes entries one after the other.
type printer interface {
	entry(e *register.Entry, evidence []register.Member) error
	end(n int, more bool) error
}

func (f *askFlags) printer(out io.Writer) (printer, error) {
	switch f.Format {
	case "json":
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		return &jsonPrinter{enc}, nil
	case "csv":
		return newCSVPrinter(out)
	case "ical":
		return nil, withHint(errors.New("only plans can be written as iCalendar"), "depesche plans --format ical")
	}
	names, err := newStages().cardNames()
	return &tablePrinter{out: out, names: names}, err
}

type jsonPrinter struct{ enc *json.Encoder }

// entryLine is an entry with its evidence as one JSON object.
type entryLine struct {
	*register.Entry
	Evidence []register.Member `json:"evidence,omitempty"`
}

func (p *jsonPrinter) entry(e *register.Entry, evidence []register.Member) error {
	return p.enc.Encode(entryLine{e, evidence})
}

func (p *jsonPrinter) end(int, bool) error { return nil }

// seen says how often an entry was told.
func seen(e *register.Entry) string {
	if e.Reports == 1 {
		return "1 report"
	}
	s := fmt.Sprintf("%d reports", e.Reports)
	if e.Origins < e.Reports {
		s += fmt.Sprintf(" of %d origins", e.Origins)
		if e.Origins == 1 {
			s = strings.TrimSuffix(s, "s")
		}
	}
	return s
}
