package knowledge

import (
	"fmt"
	"slices"
	"strings"
)

// The loader reads the tables in order and files what they say of names; each
// index is built from that by a goroutine of its own, in the same order, while
// the loader reads on.

// filing is the way from the loader to an index.
type filing struct {
	batch   []filed
	in      chan []filed
	done    chan struct{}
	known   []bearer // people well known enough to be named by surname alone
	absent  []error  // forms to take out that are no names
	unfound map[place][]string
	reading *place   // the line that the loader reads
	places  []place  // of each posting, its line, and
	forms   []string // the form; only where track is set
	track   bool
	line    place // of what is being filed
}

// place is a line of a table.
type place struct {
	file string
	line int
}

// bearer is somebody known well enough to be named by surname alone.
type bearer struct {
	surname string
	person  int32
	weight  int32
}

// filed is one thing that a table says of a name.
type filed struct {
	what   filedKind
	form   string // a pattern, see expand.go
	p      posting
	weight int32
	mild   bool // a drop that may find nothing: what it took out was replaced
	at     place
}

type filedKind uint8

const (
	fileName     filedKind = iota
	fileSurname            // of people: to be asked for, and with a weight a name
	fileGiven              // a first name
	fileSurnames           // all people are there: their surnames become names
	fileDrop               // the form is no name of the entity
	fileWeak               // the form is an ordinary word too
)

const batchSize = 512

// start begins to build.
func (x *index) start(reading *place) {
	x.reading = reading
	x.in, x.done = make(chan []filed, 8), make(chan struct{})
	x.unfound = map[place][]string{}
	x.batch = make([]filed, 0, batchSize)
	go func() {
		defer close(x.done)
		for batch := range x.in {
			for i := range batch {
				x.file(&batch[i])
			}
		}
	}()
}

// put hands one thing to the builder.
func (x *index) put(f filed) {
	if f.at.line == 0 {
		f.at = *x.reading
	}
	x.batch = append(x.batch, f)
	if len(x.batch) == batchSize {
		x.in <- x.batch
		x.batch = make([]filed, 0, batchSize)
	}
}

// finish hands over the rest and waits until everything is filed.
func (x *index) finish() {
	x.in <- x.batch
	close(x.in)
	<-x.done
}

func (x *index) file(f *filed) {
	x.line = f.at
	switch f.what {
	case fileName:
		x.addAll(f.form, f.p)
	case fileSurname:
		if f.weight > 0 {
			x.known = append(x.known, bearer{f.form, f.p.entity, f.weight})
		}
		x.bear(f.form, f.p.entity)
	case fileGiven:
		n, _ := x.given.ref(digest(0, foldedName(f.form, x.lang == "de")))
		*n++
	case fileSurnames:
		slices.SortStableFunc(x.known, func(a, b bearer) int { return int(b.weight - a.weight) })
		for _, k := range x.known {
			x.add(k.surname, posting{entity: k.person, kind: Surname, weak: k.weight < 2})
		}
		x.known = nil
	case fileDrop:
		if !x.drop(f.form, f.p.entity) && !f.mild {
			x.absent = append(x.absent, row{file: f.at.file, line: f.at.line}.errorf("%q is no name anyway", f.form))
		}
	case fileWeak:
		if !x.markWeak(f.form) {
			x.unfound[f.at] = append(x.unfound[f.at], f.form)
		}
	}
}

// addAll files a form with its inflections.
func (x *index) addAll(form string, p posting) {
	add := func(f string) { x.add(f, p) }
	switch {
	case x.lang == "de" && p.kind == Adjective && !strings.HasSuffix(form, "er"):
		adjectiveForms(form, add)
	case x.lang == "de" && p.kind == Demonym:
		demonymForms(form, add)
	default:
		_ = expandForm(form, add) // checkForm has looked at it
	}
}

// checkForm says whether a form can be expanded.
func checkForm(form string) error {
	if !strings.ContainsAny(form, "()") {
		return nil
	}
	depth := 0
	for _, c := range form {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 || depth > 1 {
			break
		}
	}
	if depth != 0 {
		return fmt.Errorf("form %q: unbalanced parentheses", form)
	}
	return nil
}

// filed waits for the indexes and says what was filed in vain: the first form
// to take out that is no name is an error, an ordinary word that is none in
// either language a warning.
func (l *loader) filed() error {
	var absent []error
	for _, x := range l.indexes {
		x.finish()
		absent = append(absent, x.absent...)
	}
	for _, w := range l.weak {
		for _, form := range w.forms {
			found := false
			for _, x := range w.indexes {
				found = found || !slices.Contains(x.unfound[w.at], form)
			}
			if !found {
				l.warn(row{file: w.at.file, line: w.at.line}, "%q is no name", form)
			}
		}
	}
	for _, err := range absent {
		if err = l.files.problem(err); err != nil {
			return err
		}
	}
	return nil
}

// weakLine is a line of words that are names too.
type weakLine struct {
	at      place
	forms   []string
	indexes []*index
}
