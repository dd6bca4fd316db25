package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/names"
)

// sources are columns of tables, written FILE#COLUMN (from 1).
type sources []string

func (s *sources) String() string { return strings.Join(*s, " ") }

// Set adds a column.
func (s *sources) Set(v string) error {
	*s = append(*s, v)
	return nil
}

// readLists reads columns of names of people, places and organisations.
func readLists(known *names.Known, s *spellings, people, places, orgs sources) error {
	l := &known.Words
	for _, k := range []struct {
		sources sources
		put     func(words []string)
	}{
		{people, func(ws []string) { person(l, ws); s.person(ws) }},
		{places, func(ws []string) {
			spread(l, ws, names.ListPlace)
			s.put(ws, names.KindPlace)
			known.Lists.Put(ws, names.KindPlace)
		}},
		{orgs, func(ws []string) {
			spread(l, ws, names.ListOrg)
			s.put(ws, names.KindOrg)
			known.Lists.Put(ws, names.KindOrg)
		}},
	} {
		for _, s := range k.sources {
			if err := eachName(s, k.put); err != nil {
				return err
			}
		}
	}
	return nil
}

// eachName gives the words of every name in a column.
func eachName(source string, put func(words []string)) error {
	name, column, _ := strings.Cut(source, "#")
	at, err := strconv.Atoi(column)
	if err != nil || at < 1 {
		return fmt.Errorf("%s: want FILE#COLUMN", source)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReader(f))
	r.Comment, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = '#', true, -1, true
	if strings.HasSuffix(name, ".tsv") {
		r.Comma = '\t'
	}
	for {
		col, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(col) < at {
			continue
		}
		for x := range strings.SplitSeq(col[at-1], "|") {
			x, _, _ = strings.Cut(x, "(")
			if ws := strings.Fields(strings.NewReplacer("~", "", "*", "", ",", " ").Replace(x)); len(ws) > 0 && len(ws) < 9 {
				put(ws)
			}
		}
	}
}

// person adds the words of a person's name.
func person(l *names.Words, ws []string) {
	for i, w := range ws {
		switch {
		case !capital(w) || utf8.RuneCountInString(w) < 3 || strings.Contains(w, "."):
		case i == len(ws)-1:
			put(l, w, names.ListSurname)
		case i == 0:
			put(l, w, names.ListFirst)
		default:
			put(l, w, names.ListMiddle)
		}
	}
}

// spread adds the words of a name to three lists: of whole names, of first words and
// of later ones.
func spread(l *names.Words, ws []string, list int) {
	for i, w := range ws {
		switch {
		case len(ws) == 1:
			put(l, w, list)
		case i == 0:
			put(l, w, list+1)
		case utf8.RuneCountInString(w) > 2:
			put(l, w, list+2)
		}
	}
}

func put(l *names.Words, form string, list int) {
	l.Put(form, names.Word{Lists: 1 << list})
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
