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
	lead  string // table that leads, under the name lead; "" is entries itself
	seq   string // the place of an entry, as the leading table has it
	where []string
	args  []any
	order string

	few    bool  // reported in few days: found by the index on that, whatever leads the order
	before int64 // only places before this one; 0: all
	all    bool  // all that match are wanted, in no order
	merged bool  // lead is made of sets, each in order (see union)
	sets   []string
	sorted bool // order what comes, whatever the dialect promises
}

// fewDays are so few that what was reported in them is sorted in less time than
// it takes to look for it among all.
const fewDays = 32

// noDue stands in the column due for plans without a day, so that they come
// last.
const noDue = int64(1) << 30

// cursor is where the last page ended.
type cursor struct {
	seq, due int64
	started  bool
}

func (s *Store) question(f *register.Filter, from cursor) *question {
	q := &question{store: s, seq: "entries.seq"}
	q.lists(f)
	q.days(f)
	q.words(f)
	q.marks(f)
	q.page(f, from)
	return q
}

// questionOfAll is a question of which every match is looked at: sets are made
// once instead of being asked for each entry.
func (s *Store) questionOfAll(f *register.Filter) *question {
	q := &question{store: s, seq: "entries.seq", all: true}
	q.lists(f)
	q.days(f)
	q.words(f)
	q.marks(f)
	q.page(f, cursor{})
	return q
}

// text is the query after SELECT … FROM.
func (q *question) text(limit int) string {
	from := q.from() // settles whether the order is given already
	if q.merged && q.store.dialect.LeadOrder && !q.sorted {
		return fmt.Sprintf("%s LIMIT %d", from, limit)
	}
	return fmt.Sprintf("%s ORDER BY %s LIMIT %d", from, q.order, limit)
}

// from is the query after SELECT … FROM, in no order.
func (q *question) from() string {
	from, where := "entries", q.where
	if q.merged {
		q.lead = q.union()
	}
	if q.lead != "" {
		// CROSS JOIN keeps SQLite from starting with another table.
		from = q.lead + " CROSS JOIN entries"
		where = append([]string{"entries.seq = " + q.seq}, where...)
	}
	text := from
	if len(where) > 0 {
		text += " WHERE " + strings.Join(where, " AND ")
	}
	return text
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
	bare := ""
	if f.ByDue {
		bare = " || ''" // plans come in the order of their own index, which has these columns
	}
	q.in("kind"+bare, texts(f.Kind))
	q.in("type"+bare, f.Type)
	q.in("mode"+bare, f.Mode)
	q.in("status"+bare, texts(f.Status))
	if len(f.Plan) > 0 || f.Undated {
		q.where = append(q.where, "plan <> ''")
	}
	if n := len(f.Plan); n > 0 && n < len(register.PlanStatuses) {
		q.in("plan", texts(f.Plan))
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
	if f.On.To != 0 {
		q.before = register.SeqAfter(f.On.To)
	}
	q.meets("day_from", "day_to", record.Interval{From: f.On.From})
	q.meets("first", "last", f.Reported)
	q.few = f.Reported.From != 0 && f.Reported.To != 0 && f.Reported.To-f.Reported.From < fewDays
	if f.Due.Known() {
		q.where = append(q.where, "plan <> ''")
		q.and("due >= %s", max(int64(f.Due.From), 1))
		if f.Due.To != 0 {
			q.and("due <= %s", int64(f.Due.To))
		} else {
			q.and("due < %s", noDue)
		}
	}
	if f.Undated {
		q.and("due = %s", noDue)
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
		q.lead, q.seq = "entry_words AS lead", q.store.dialect.WordsSeq
		q.and(q.store.dialect.HasWords, q.store.dialect.WordQuery(slices.Compact(words)))
	}
}

// marks asks for entities and the like. The first condition leads: its index
// gives the entries in order, so that the rest is looked up only until there
// are enough. Plans by due date are led by the index on that.
func (q *question) marks(f *register.Filter) {
	const first, second = register.MarkFirst, register.MarkSecond
	var rest [2]string
	if len(f.Dyad) == 2 {
		a, b := f.Dyad[0], f.Dyad[1]
		if a != b && register.IsState(a) && register.IsState(b) {
			q.pair(min(a, b), max(a, b), f.ByDue)
		} else {
			rest = [2]string{a, b}
		}
	}
	q.marked(f.ByDue, f.Recipient, second)
	q.marked(f.ByDue, f.Actor, first)
	q.marked(f.ByDue, f.Place, register.MarkPlace)
	q.marked(f.ByDue, f.Speaker, register.MarkSpeaker)
	q.marked(f.ByDue, f.Party, first, second)
	if rest[0] != "" {
		q.marked(f.ByDue, rest[:1], first, second)
		q.marked(f.ByDue, rest[1:], first, second)
	}
	q.marked(f.ByDue, f.Outlet, register.MarkOutlet)
	q.marked(f.ByDue, f.Context, register.MarkContext)
}

func (q *question) pair(a, b string, byDue bool) {
	if q.all {
		q.and("+entries.seq IN (SELECT x.seq FROM pairs x WHERE x.a = %s AND x.b = %s)", a, b)
		return
	}
	if byDue || q.lead != "" {
		q.and("EXISTS (SELECT 1 FROM pairs x WHERE x.a = %s AND x.b = %s AND x.seq = "+q.seq+")", a, b)
		return
	}
	q.lead, q.seq = "pairs AS lead", "lead.seq"
	q.and("lead.a = %s AND lead.b = %s", a, b)
}

func (q *question) marked(byDue bool, names []string, what ...register.MarkKind) {
	if len(names) == 0 {
		return
	}
	kinds := make([]string, len(what))
	for i, w := range what {
		kinds[i] = fmt.Sprint(int(w))
	}
	in := func(table string) string {
		return fmt.Sprintf("%[1]s.name IN (%[2]s) AND %[1]s.what IN (%[3]s)", table, q.list(names), strings.Join(kinds, ", "))
	}
	switch {
	case q.all: // + keeps SQLite from looking each of them up
		q.where = append(q.where, "+entries.seq IN (SELECT x.seq FROM marks x WHERE "+in("x")+")")
	case q.lead != "" || byDue:
		q.where = append(q.where, "EXISTS (SELECT 1 FROM marks x WHERE "+in("x")+" AND x.seq = "+q.seq+")")
	case len(names) == 1 && len(what) == 1:
		q.lead, q.seq = "marks AS lead", "lead.seq"
		q.where = append(q.where, in("lead"))
	default:
		q.seq, q.lead, q.merged = "lead.seq", "sets", true
		for _, n := range names {
			for _, k := range kinds {
				q.sets = append(q.sets, fmt.Sprintf("x.name = %s AND x.what = %s", q.arg(n), k))
			}
		}
	}
}

// union joins the sets of marks that lead. Each comes in order from its index,
// and so does their union, without any of it being sorted: the first entries
// are found without a look at the others.
func (q *question) union() string {
	arms := make([]string, len(q.sets))
	for i, s := range q.sets {
		if q.before != 0 {
			s += " AND x.seq < " + q.arg(q.before)
		}
		arms[i] = "SELECT x.seq FROM marks x WHERE " + s
	}
	// Without a limit SQLite takes the order of a subquery for idle.
	return "(" + strings.Join(arms, " UNION ") + " ORDER BY 1 DESC LIMIT 9223372036854775807) AS lead"
}

func (q *question) page(f *register.Filter, from cursor) {
	if !f.ByDue {
		if from.seq != 0 && (q.before == 0 || from.seq < q.before) {
			q.before = from.seq
		}
		if q.before != 0 {
			q.and(q.seq+" < %s", q.before)
		}
		q.order = q.seq + " DESC"
		if q.few && q.lead == "" {
			q.order = "+entries.seq DESC" // + keeps the database from going by the order
		}
		return
	}
	q.order = "entries.due, entries.seq"
	q.where = append(q.where, "plan <> ''")
	if q.before != 0 {
		q.and("entries.seq < %s", q.before)
	}
	if from.started {
		q.and("(entries.due, entries.seq) > (%s, %s)", from.due, from.seq)
	}
}
