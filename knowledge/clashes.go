package knowledge

import (
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"depesche/record"
)

// handover is how many days two holders of one office may share: sources give
// the vote, the oath or the handing over.
const handover = 14

// readShared reads shared.tsv: of role reason, the offices that several hold at
// a time where elsewhere there is one; "*" stands for every role.
func (l *loader) readShared() error {
	if found, err := fs.Glob(l.files, "data/shared.tsv"); err != nil || len(found) == 0 {
		return err
	}
	return eachRow(l.files, "shared.tsv", 3, func(r row) error {
		if _, err := l.find(r, r.cell(0)); err != nil {
			return err
		}
		if _, ok := Roles()[r.cell(1)]; !ok && r.cell(1) != "*" {
			return r.errorf("role %q: unknown", r.cell(1))
		}
		l.shared[office{r.cell(0), r.cell(1)}] = true
		return nil
	})
}

// single says that an office has one holder at a time.
func (b *Base) single(o office) bool {
	switch o.role {
	case "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "finance_minister",
		"interior_minister", "secretary_general":
		return !b.shared[o] && !b.shared[office{o.of, "*"}]
	}
	return false
}

// Clashes lists what the terms say of offices with one holder that cannot be:
// two holders for more than two weeks, counted by the days on which both were in
// office for certain. Those who only act for a holder are left out.
func (b *Base) Clashes() []string {
	var out []string
	for _, c := range b.clashes() {
		out = append(out, c.String())
	}
	sort.Strings(out)
	return out
}

// clash is two terms of an office that cannot both be.
type clash struct {
	office
	x, y *Term
}

func (c clash) String() string {
	return fmt.Sprintf("%s of %s: %s (%s) from %s and %s (%s) from %s",
		c.role, c.of, c.x.Person.en, c.x.Person.ID, c.x.Start, c.y.Person.en, c.y.Person.ID, c.y.Start)
}

func (b *Base) clashes() []clash {
	var out []clash
	for o, list := range b.byOffice {
		if !b.single(o) {
			continue
		}
		for i, n := range list {
			for _, m := range list[i+1:] {
				x, y := &b.terms[n], &b.terms[m]
				if x.Person != y.Person && days(x, y) > handover && !x.acting() && !y.acting() {
					out = append(out, clash{o, x, y})
				}
			}
		}
	}
	return out
}

// days counts the days on which both terms ran for certain.
func days(x, y *Term) int {
	xf, xt := x.certain()
	yf, yt := y.certain()
	return int(min(xt, yt)) - int(max(xf, yf))
}

// certain is the span in which the term ran for certain: a start in 2014 had
// come by its last day, an end in 2016 not before its first.
func (t *Term) certain() (from, to record.Day) {
	from, to = t.From, t.To
	if i, err := record.ParseEDTF(t.Start); err == nil {
		from = i.To
	}
	if i, err := record.ParseEDTF(t.Stop); err == nil && t.Stop != "" {
		to = i.From
	}
	if to == 0 {
		to = t.Seen
	}
	if to == 0 {
		to = record.DayOf(9999, 12, 31)
	}
	return from, to
}

// acting says that the title is one of somebody who holds the office for a
// while in another's place.
func (t *Term) acting() bool {
	first, _, _ := strings.Cut(t.Title, " ")
	return slices.Contains([]string{"Acting", "Interim", "Caretaker", "Transitional", "Provisional", "Co-President"}, first)
}
