// Package visits measures the knowledge base against the visits of foreign
// leaders that the Office of the Historian of the US Department of State
// lists: a visit is right where the base finds the named person by its own
// look-up and that person held the named office of the named state on that day.
package visits

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"depesche/knowledge"
	"depesche/record"
)

// Visit is one line of the list.
type Visit struct {
	Line    int
	On      record.Interval
	Visitor string // title and name, "President Vladimir Putin"
	From    string // the state, "China, People’s Republic of"
}

const maxLine = 64 << 10

// Read reads the list: tab-separated with a header, the columns id, start,
// end, visitor, from_id, from, description. Errors name the line.
func Read(r io.Reader) ([]Visit, error) {
	var out []Visit
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if n == 1 && cells[0] == "id" {
			continue
		}
		if len(cells) < 6 {
			return nil, fmt.Errorf("line %d: %d columns, want id, start, end, visitor, from_id, from", n, len(cells))
		}
		on, err := days(cells[1], cells[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, Visit{n, on, cells[3], cells[5]})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", len(out)+2, err)
	}
	return out, nil
}

func days(from, to string) (record.Interval, error) {
	start, err := record.ParseEDTF(from)
	if err != nil || to == "" {
		return start, err
	}
	end, err := record.ParseEDTF(to)
	if err != nil {
		return start, err
	}
	return record.Interval{From: start.From, To: max(start.From, end.To)}, nil
}

// Finding is what the base makes of a visit.
type Finding string

// The findings. All but Right count as wrong.
const (
	Right   Finding = "right"
	NoState Finding = "unknown state"
	NoName  Finding = "unknown name"
	NotIn   Finding = "not in office"
)

// Check asks the base about one visit.
func Check(know *knowledge.Base, v Visit) Finding {
	state := stateNamed(know, v.From)
	if state == nil {
		return NoState
	}
	title, roles, name := split(v.Visitor)
	found := candidates(know, title, name)
	if len(found) == 0 {
		return NoName
	}
	for _, p := range found {
		for _, t := range know.Offices(p, v.On) {
			if t.Of == state.State && held(t, title, roles) {
				return Right
			}
		}
	}
	return NotIn
}

// held says that a term is one of the office that a title names: by its role,
// or by its own title, which begins with it.
func held(t knowledge.Term, title string, roles []string) bool {
	for _, r := range roles {
		if t.Role == r {
			return true
		}
	}
	return title != "" && strings.HasPrefix(strings.ToLower(t.Title), strings.ToLower(title))
}

// stateNamed finds the state that the list names, also as "Congo, Republic of"
// and "Somalia (Transitional Government)".
func stateNamed(know *knowledge.Base, name string) *knowledge.Entity {
	name, _, _ = strings.Cut(strings.TrimPrefix(name, "The "), " (")
	forms := []string{name}
	if before, after, ok := strings.Cut(name, ", "); ok {
		forms = []string{after + " " + before, before}
	}
	for _, form := range forms {
		words := strings.Fields(form)
		matches, n := know.Match("en", words)
		for _, m := range matches {
			if n == len(words) && m.Entity.Type == record.TypeState && m.Kind != knowledge.Adjective && m.Kind != knowledge.Metonym {
				return m.Entity
			}
		}
	}
	return nil
}

// candidates are the people whom the words of a name may mean: those whose
// full name begins at any word, the title before it included ("Pope Francis"),
// then those of whom a word or two is the surname.
func candidates(know *knowledge.Base, title, name string) []*knowledge.Entity {
	var out []*knowledge.Entity
	add := func(e *knowledge.Entity) {
		if e.Type == record.TypePerson {
			out = append(out, e)
		}
	}
	words := strings.Fields(name)
	full := strings.Fields(title + " " + name)
	for i := range full {
		matches, _ := know.Match("en", full[i:])
		for _, m := range matches {
			add(m.Entity)
		}
	}
	for i := range words {
		for n := len(words); n > i; n-- {
			for _, e := range know.Surname("en", strings.Join(words[i:n], " ")) {
				add(e)
			}
		}
	}
	return out
}
