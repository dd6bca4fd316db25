package knowledge

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"depesche/record"
)

// Check reads the tables to the end, whatever is wrong with them, and lists
// what is: lines that cannot be read, ends before starts, unknown ids, one
// office held by two people or twice by one at a time, names that mean two
// things on one day. Each begins with file and line. With a user's folder over
// the built-in tables it lists only what its lines have to do with; an error
// says that the folder cannot be read at all.
func Check(dir string) ([]string, error) {
	t := builtIn(embedded)
	if dir != "" {
		if err := t.over(dir); err != nil {
			return nil, err
		}
	}
	var problems []error
	t.problems = &problems
	l := newLoader(t)
	for _, x := range l.indexes {
		x.track = true
	}
	if err := l.load(); err != nil {
		return nil, err
	}
	var out []string
	for _, p := range problems {
		out = append(out, p.Error())
	}
	out = append(out, l.warnings...)
	for _, c := range l.clashes() {
		x, y := c.x, c.y
		if later(x.at, y.at) {
			x, y = y, x
		}
		out = append(out, fmt.Sprintf("%s:%d: %s (%s:%d)", y.at.file, y.at.line, c, x.at.file, x.at.line))
	}
	for _, x := range l.indexes {
		out = append(out, l.twoMeanings(x)...)
	}
	if dir != "" {
		out = slices.DeleteFunc(out, func(s string) bool { return !strings.Contains(s, dir+"/") })
	}
	slices.SortFunc(out, byPlace)
	return slices.Compact(out), nil
}

// later says whether a line is read after another: a user's after the built-in ones.
func later(a, b place) bool {
	if x, y := strings.Contains(a.file, "/"), strings.Contains(b.file, "/"); x != y {
		return x
	}
	return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line)) > 0
}

// byPlace compares messages by file, line and text.
func byPlace(a, b string) int {
	fa, la := placeOf(a)
	fb, lb := placeOf(b)
	return cmp.Or(cmp.Compare(fa, fb), cmp.Compare(la, lb), cmp.Compare(a, b))
}

func placeOf(s string) (file string, line int) {
	file, rest, _ := strings.Cut(s, ":")
	n, _, _ := strings.Cut(rest, ":")
	line, _ = strconv.Atoi(n)
	return file, line
}

// twoMeanings lists the names that mean two states, two organisations, two
// groups or two people on one day. Ordinary words are left out, and so are
// surnames and the names of places: there the reader weighs who is meant.
func (l *loader) twoMeanings(x *index) []string {
	var out []string
	for n := range x.heads {
		for i := x.heads[n]; i >= 0; i = x.postings[i].next {
			for j := x.postings[i].next; j >= 0; j = x.postings[j].next {
				if l.confused(&x.postings[i], &x.postings[j]) {
					out = append(out, l.meaningsOf(x, i, j))
				}
			}
		}
	}
	return out
}

func (l *loader) confused(p, q *posting) bool {
	if p.weak || q.weak || p.kind > Alias || q.kind > Alias {
		return false
	}
	a, b := &l.entities[p.entity], &l.entities[q.entity]
	if a.Type != b.Type || a.Type == record.TypePlace {
		return false
	}
	return overlaps(a.Exists, b.Exists) && overlaps(l.spans[p.during], l.spans[q.during]) &&
		(a.Type != record.TypePerson || overlaps(l.activity(p.entity), l.activity(q.entity)))
}

// activity is the hull of somebody's terms.
func (l *loader) activity(person int32) record.Interval {
	var out record.Interval
	for i, n := range l.byPerson[person] {
		t := l.terms[n].believed
		if i == 0 {
			out = t
		}
		if t.To == 0 || out.To != 0 && t.To > out.To {
			out.To = t.To
		}
	}
	return out
}

func (l *loader) meaningsOf(x *index, i, j int32) string {
	a, b := x.places[i], x.places[j]
	p, q := &l.entities[x.postings[i].entity], &l.entities[x.postings[j].entity]
	if later(a, b) {
		a, b, p, q = b, a, q, p
	}
	return fmt.Sprintf("%s:%d: %q (%s) means %s (%s), and by %s:%d %s (%s)", b.file, b.line, x.forms[i], x.lang, q.Name("en"), q.ID, a.file, a.line, p.Name("en"), p.ID)
}
