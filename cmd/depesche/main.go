// Command depesche reads German and English news reports and writes down what
// they say: events, statements, figures, relations and plans, each dated,
// attributed, with the exact words that carry it.
//
// The commands stand one a file. They wire the packages together and decide
// nothing. What they promise: results come in the order of the input, whatever
// the number of workers; an input that cannot be read is named on the standard
// error with a hint what to do, the others are read all the same, and the exit
// code is then 1; a wrong use of the command has exit code 2.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// cli is the command line.
type cli struct {
	Read       readCmd       `cmd:"" help:"Read reports and print what they say."`
	Ingest     ingestCmd     `cmd:"" help:"Read reports into the register."`
	Watch      watchCmd      `cmd:"" help:"Poll feeds and read what is new into the register."`
	Work       workCmd       `cmd:"" help:"Read what waits in the queue of a register in PostgreSQL."`
	Events     eventsCmd     `cmd:"" help:"Print events of the register."`
	Statements statementsCmd `cmd:"" help:"Print statements of the register."`
	Figures    figuresCmd    `cmd:"" help:"Print figures of the register, with the claims that differ."`
	Relations  relationsCmd  `cmd:"" help:"Print relations of the register."`
	Plans      plansCmd      `cmd:"" help:"Print plans of the register, and what became of them."`
	Search     searchCmd     `cmd:"" help:"Print what the register has on words, names or anything else."`
	Dyad       dyadCmd       `cmd:"" help:"Print what two sides have to do with each other."`
	Correct    correctCmd    `cmd:"" help:"Correct the register: reject or edit records, merge or split entries and entities."`
	Serve      serveCmd      `cmd:"" help:"Open the register in a browser, and as an API."`
	Export     exportCmd     `cmd:"" help:"Write out the whole register."`
	Parse      parseCmd      `cmd:"" help:"Print the analysis of reports, words and trees, as CoNLL-U."`
	Eval       evalCmd       `cmd:"" help:"Measure analyses and dates against gold standards."`
	Train      trainCmd      `cmd:"" help:"Learn a model for the analysis of a language from treebanks."`
	Who        whoCmd        `cmd:"" help:"Print who bears a name, and who held which office when."`
	Members    membersCmd    `cmd:"" help:"Print the members of an organisation, or the memberships of a state."`
	Link       linkCmd       `cmd:"" help:"Print whom the names and titles of reports mean."`
	Knowledge  knowledgeCmd  `cmd:"" help:"Check the tables of the knowledge base, or make your own from a dump."`
	Lexicon    lexiconCmd    `cmd:"" help:"Check the lexicon against its own examples."`
	Version    versionCmd    `cmd:"" help:"Print the version."`
}

func main() {
	os.Exit(run(os.Args[1:], &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// run is the program with its streams; it gives the exit code.
func run(args []string, c *console) (code int) {
	type exit int
	defer func() { // kong ends the program after --help
		if e := recover(); e != nil {
			x, ok := e.(exit)
			if !ok {
				panic(e)
			}
			code = int(x)
		}
	}()
	var commands cli
	parser, err := kong.New(&commands,
		kong.Name("depesche"),
		kong.Description("Depesche reads German and English news reports and writes down what they say: events, statements, figures, relations and plans, dated, attributed, with the exact words. Offline and deterministic."),
		kong.Writers(c.out, c.err),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return c.usage(err)
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		return c.usage(err)
	}
	if err := ctx.Run(c); err != nil {
		if !errors.Is(err, errSome) {
			c.fail(err)
		}
		return 1
	}
	return 0
}

// errSome says that some inputs failed and have been reported already.
var errSome = errors.New("some inputs could not be read")

// console is where a command reads and writes.
type console struct {
	in       io.Reader
	out, err io.Writer
}

// hinted is an error that says what to do about it.
type hinted struct {
	error
	hint string
}

// Unwrap is the error without its hint.
func (h *hinted) Unwrap() error { return h.error }

func withHint(err error, hint string) error { return &hinted{err, hint} }

// fail prints an error and the hint what to do.
func (c *console) fail(err error) {
	fmt.Fprintf(c.err, "depesche: %v\n", err)
	if hint := hintOf(err); hint != "" {
		fmt.Fprintf(c.err, "  hint: %s\n", hint)
	}
}

func (c *console) usage(err error) int {
	c.fail(withHint(err, "see depesche --help, or depesche COMMAND --help"))
	return 2
}
