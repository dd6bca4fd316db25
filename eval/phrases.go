package eval

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"depesche/record"
)

// Phrase is a noun phrase and whom it stands for on a day.
type Phrase struct {
	Line          int
	Text, Lang    string
	On            record.Interval
	State, Sector []string // any of them is right; "" is none
}

// ReadPhrases reads a table of phrase, language, day (EDTF), state and sector;
// "-" is none, and | stands between values of which each is right.
func ReadPhrases(in Input) ([]Phrase, error) {
	var out []Phrase
	s := bufio.NewScanner(in.Reader)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 5: phrase, language, day, state, sector", in.Name, n, len(cells))
		}
		on, err := record.ParseEDTF(cells[2])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", in.Name, n, err)
		}
		out = append(out, Phrase{n, cells[0], cells[1], on, alternatives(cells[3]), alternatives(cells[4])})
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	return out, nil
}

func alternatives(cell string) []string {
	list := strings.Split(cell, "|")
	for i, s := range list {
		if s == "-" {
			list[i] = ""
		}
	}
	return list
}

// PhraseCounts says how many phrases were read right.
type PhraseCounts struct{ Of, State, Sector, Both int }

// Score compares what a phrase was read as. A state named as such acts by its
// government, so that no sector is GOV there.
func (c *PhraseCounts) Score(p *Phrase, got []record.Entity) (both bool) {
	c.Of++
	if len(got) == 0 {
		return false
	}
	e := &got[0]
	sector := e.Sector
	if sector == "" && e.Type == record.TypeState {
		sector = "GOV"
	}
	state, right := slices.Contains(p.State, e.State), slices.Contains(p.Sector, sector)
	if state {
		c.State++
	}
	if right {
		c.Sector++
	}
	if state && right {
		c.Both++
	}
	return state && right
}

// String is the counts as shares.
func (c *PhraseCounts) String() string {
	return fmt.Sprintf("%d phrases: state %.3f, sector %.3f, both %.3f", c.Of, ratio(c.State, c.Of), ratio(c.Sector, c.Of), ratio(c.Both, c.Of))
}
