// Package petrarch reads the dictionaries of actors and agents that TABARI and
// PETRARCH coded with, and turns them into tables of the knowledge base.
//
// An actor is a name in capitals with underscores, other spellings in lines
// that begin with +, and codes in brackets, with or without days:
//
//	ANNA_ARM_ ; a comment
//	+A._ARM
//		[XXXGOV 051122-100630] [XXXOPP >100701]
//
// An agent is a noun with its irregular plural and a role: LAWMAN {LAWMEN}
// [~COP]; !PERSON! stands for each word of a set defined by
// !PERSON! = MAN, WOMAN.
package petrarch

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"depesche/record"
)

// Entry is an actor with its spellings, or an agent with its forms.
type Entry struct {
	Line  int
	Names []string // in capitals, spaces for underscores
	Codes []Code
	Agent bool
}

// Code is what an entry is on some days.
type Code struct {
	record.Interval
	Value string // "USAGOV", of agents the role alone: "COP"
}

// Limits of a dictionary.
const (
	maxLine    = 64 << 10
	maxEntries = 1 << 20
)

// Read calls do for every entry, in order. What cannot be read is given to
// spoilt, with file and line; if that gives an error, reading ends with it.
func Read(name string, r io.Reader, do func(Entry) error, spoilt func(error) error) error {
	d := &reader{name: name, do: do, spoilt: spoilt, sets: map[string][]string{}}
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 4096), maxLine)
	for s.Scan() {
		d.line++
		if err := d.read(s.Text()); err != nil {
			return err
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, d.line+1, err)
	}
	return d.end()
}

type reader struct {
	name   string
	line   int
	n      int
	at     Entry
	sets   map[string][]string
	do     func(Entry) error
	spoilt func(error) error
}

func (d *reader) errorf(format string, args ...any) error {
	return d.spoilt(fmt.Errorf("%s:%d: %w", d.name, d.line, fmt.Errorf(format, args...)))
}

// end hands over the entry that was read.
func (d *reader) end() error {
	e := d.at
	d.at = Entry{}
	if len(e.Names) == 0 || len(e.Codes) == 0 {
		return nil
	}
	if d.n++; d.n > maxEntries {
		return fmt.Errorf("%s: more than %d entries", d.name, maxEntries)
	}
	return d.do(e)
}

func (d *reader) read(line string) error {
	if !utf8.ValidString(line) {
		line = latin1(line)
	}
	if i := strings.IndexAny(line, "#;"); i >= 0 {
		line = line[:i]
	}
	rest := strings.TrimSpace(line)
	switch {
	case rest == "":
		return nil
	case strings.HasPrefix(rest, "!") && strings.Contains(rest, "="):
		return d.set(rest)
	case rest[0] == '[' && (line[0] == ' ' || line[0] == '\t' || len(d.at.Names) > 0):
		return d.codes(rest)
	case rest[0] == '+':
		if len(d.at.Names) == 0 {
			return d.errorf("%s: another spelling of nothing", rest)
		}
		return d.name1(rest[1:])
	}
	if err := d.end(); err != nil {
		return err
	}
	d.at = Entry{Line: d.line}
	return d.name1(rest)
}

// latin1 reads bytes as ISO 8859-1: the old dictionaries have some.
func latin1(s string) string {
	r := make([]rune, len(s))
	for i := range len(s) {
		r[i] = rune(s[i])
	}
	return string(r)
}

// set reads "!PERSON! = MAN, WOMAN".
func (d *reader) set(line string) error {
	name, list, _ := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	if len(name) < 3 || name[len(name)-1] != '!' {
		return d.errorf("set %q: want a name between exclamation marks", name)
	}
	for w := range strings.SplitSeq(list, ",") {
		if w = strings.TrimSpace(w); w != "" {
			d.sets[name] = append(d.sets[name], w)
		}
	}
	return nil
}

// name1 reads a name, what stands in braces behind it, and codes on its line.
func (d *reader) name1(s string) error {
	codes := ""
	if i := strings.IndexByte(s, '['); i >= 0 {
		s, codes = s[:i], s[i:]
	}
	s, plural, _ := strings.Cut(s, "{")
	for _, form := range append([]string{s}, strings.Split(strings.TrimRight(strings.TrimSpace(plural), "}"), ",")...) {
		for _, n := range d.expand(form) {
			if n = strings.Join(strings.Fields(strings.ReplaceAll(n, "_", " ")), " "); n != "" {
				d.at.Names = append(d.at.Names, n)
			}
		}
	}
	if codes == "" {
		return nil
	}
	return d.codes(codes)
}

// expand puts the words of a set for its name.
func (d *reader) expand(form string) []string {
	for _, name := range slices.Sorted(maps.Keys(d.sets)) {
		words := d.sets[name]
		before, after, ok := strings.Cut(form, name)
		if !ok {
			continue
		}
		var out []string
		for _, w := range words {
			out = append(out, before+w+after)
		}
		return out
	}
	return []string{form}
}

// codes reads "[USAGOV 010120-050120] [USAGOV >050121]".
func (d *reader) codes(s string) error {
	if len(d.at.Names) == 0 {
		return d.errorf("%s: a code of nothing", s)
	}
	for {
		s = strings.TrimSpace(s)
		if s == "" {
			return nil
		}
		inside, rest, ok := strings.Cut(s, "]")
		if s[0] != '[' || !ok {
			return d.errorf("%s: want codes in brackets", s)
		}
		s = rest
		c, err := code(strings.TrimSpace(inside[1:]))
		if err != nil {
			if err := d.errorf("%w", err); err != nil {
				return err
			}
			continue
		}
		if strings.HasPrefix(c.Value, "~") {
			d.at.Agent, c.Value = true, c.Value[1:]
		}
		if c.Value != "---" {
			d.at.Codes = append(d.at.Codes, c)
		}
	}
}

func code(s string) (Code, error) {
	value, days, _ := strings.Cut(s, " ")
	c := Code{Value: value}
	if len(value) < 3 {
		return c, fmt.Errorf("code %q: want three letters or more", value)
	}
	days = strings.ReplaceAll(strings.TrimSpace(days), " ", "")
	var err error
	switch {
	case days == "":
	case days[0] == '>':
		c.From, err = day(days[1:])
	case days[0] == '<':
		c.To, err = day(days[1:])
	default:
		from, to, ok := strings.Cut(days, "-")
		if c.From, err = day(from); err == nil && ok {
			c.To, err = day(to)
		} else if err == nil {
			c.To = c.From
		}
	}
	if err != nil {
		return c, err
	}
	if c.From != 0 && c.To != 0 && c.To < c.From {
		return c, fmt.Errorf("code %s ends before it starts", s)
	}
	return c, nil
}

// day reads YYMMDD or YYYYMMDD; years of two digits from 30 on are of the
// twentieth century.
func day(s string) (record.Day, error) {
	full := s
	if len(s) == 6 {
		if full = "20" + s; s[0] >= '3' {
			full = "19" + s
		}
	}
	if len(full) != 8 {
		return 0, fmt.Errorf("day %q: want YYMMDD", s)
	}
	i, err := record.ParseEDTF(full[:4] + "-" + full[4:6] + "-" + full[6:])
	if err != nil {
		return 0, fmt.Errorf("day %q: want YYMMDD", s)
	}
	return i.From, nil
}
