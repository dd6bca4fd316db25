package sqldb

import (
	"fmt"
	"slices"
	"strings"

	"depesche/record"
	"depesche/register"
)

// question is a filter as SQL: conditions on entries, and what they are found
// by.
type question struct {
	store *Store
	where []string
	args  []any
	order string
}

// cursor is where the last page ended.
type cursor struct {
	seq, due int64
	started  bool
}

func (s *Store) question(f *register.Filter, from cursor) *question {
	q := &question{store: s}
	q.lists(f)
	q.days(f)
	q.words(f)
	q.marks(f)
	q.page(f, from)
	return q
}

func (q *question) text(limit int) string {
	text := ""
	if len(q.where) > 0 {
		text = "WHERE " + strings.Join(q.where, " AND ")
	}
	return fmt.Sprintf("%s ORDER BY %s LIMIT %d", text, q.order, limit)
}

func (q *question) arg(v any) string {
	q.args = append(q.args, v)
	return fmt.Sprintf("$%d", len(q.args))
}

func (q *question) and(format string, v ...any) {
	names := make([]any, len(v))
	for i := range v {
		names[i] = q.arg(v[i])
	}
	q.where = append(q.where, fmt.Sprintf(format, names...))
}

func (q *question) in(column string, list []string) {
	if len(list) == 0 {
		return
	}
	q.where = append(q.where, column+" IN ("+q.list(list)+")")
}

func (q *question) list(list []string) string {
	names := make([]string, len(list))
	for i, s := range list {
		names[i] = q.arg(s)
	}
	return strings.Join(names, ", ")
}

func (q *question) lists(f *register.Filter) {
	q.in("kind", texts(f.Kind))
	q.in("type", f.Type)
	q.in("mode", f.Mode)
	q.in("status", texts(f.Status))
	if len(f.Plan) > 0 {
		q.where = append(q.where, "plan <> ''")
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

func (q *question) days(f *register.Filter) {
	q.meets("day_from", "day_to", f.On)
	q.meets("first", "last", f.Reported)
	if f.Due.Known() {
		q.where = append(q.where, "plan <> ''", "due > 0")
		if f.Due.From != 0 {
			q.and("due >= %s", int64(f.Due.From))
		}
		if f.Due.To != 0 {
			q.and("due <= %s", int64(f.Due.To))
		}
	}
	if f.AsOf != 0 {
		q.and("first <= %s", int64(f.AsOf))
	}
}

// meets asks for intervals that share a day with the one asked for; 0 is open.
func (q *question) meets(from, to string, asked record.Interval) {
	if asked.To != 0 {
		q.and(from+" <= %s", int64(asked.To)) // an open start is 0
	}
	if asked.From != 0 {
		q.and("("+to+" >= %s OR "+to+" = 0)", int64(asked.From))
	}
}

func (q *question) words(f *register.Filter) {
	var words []string
	for _, t := range f.Text {
		words = append(words, strings.Fields(t)...)
	}
	if len(words) > 0 {
		slices.Sort(words)
		q.and(q.store.dialect.HasWords, q.store.dialect.WordQuery(slices.Compact(words)))
	}
}

func (q *question) marks(f *register.Filter) {
	const first, second = register.MarkFirst, register.MarkSecond
	q.marked(f.Actor, first)
	q.marked(f.Recipient, second)
	q.marked(f.Party, first, second)
	q.marked(f.Place, register.MarkPlace)
	q.marked(f.Speaker, register.MarkSpeaker)
	q.marked(f.Outlet, register.MarkOutlet)
	q.marked(f.Context, register.MarkContext)
	if len(f.Dyad) != 2 {
		return
	}
	a, b := f.Dyad[0], f.Dyad[1]
	if a != b && isState(a) && isState(b) {
		q.and("seq IN (SELECT seq FROM pairs WHERE a = %s AND b = %s)", min(a, b), max(a, b))
		return
	}
	q.marked([]string{a}, first, second)
	q.marked([]string{b}, first, second)
}

// isState says whether a word is a state's code; of states pairs are kept.
func isState(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func (q *question) marked(names []string, what ...register.MarkKind) {
	if len(names) == 0 {
		return
	}
	kinds := make([]string, len(what))
	for i, w := range what {
		kinds[i] = fmt.Sprint(int(w))
	}
	q.where = append(q.where, "seq IN (SELECT seq FROM marks WHERE name IN ("+q.list(names)+") AND what IN ("+strings.Join(kinds, ", ")+"))")
}

func (q *question) page(f *register.Filter, from cursor) {
	if !f.ByDue {
		q.order = "seq DESC"
		if from.seq != 0 {
			q.and("seq < %s", from.seq)
		}
		return
	}
	// No day is 0 and comes last.
	q.order = "(due = 0), due, seq"
	q.where = append(q.where, "plan <> ''")
	if from.started {
		if from.due == 0 {
			q.and("(due = 0 AND seq > %s)", from.seq)
		} else {
			q.and("(due = 0 OR (due, seq) > (%s, %s))", from.due, from.seq)
		}
	}
}
