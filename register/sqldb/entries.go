package sqldb

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"

	"depesche/record"
	"depesche/register"
)

const entryColumns = "entries.seq, id, block, entries.words, plan, due, shown, shown_on, entries.body"

func scanEntry(rows *sql.Rows) (register.Entry, error) {
	var r register.Row
	var p register.PlanState
	err := rows.Scan(&r.Seq, &r.ID, &r.Block, &r.Words, &p.Status, &p.Due, &p.Shown, &p.On, &r.Body)
	if err != nil {
		return register.Entry{}, err
	}
	if p.Status != "" {
		if int64(p.Due) == noDue {
			p.Due = 0
		}
		r.Plan = &p
	}
	return r.Entry()
}

func (t *tx) entries(ctx context.Context, rest string, args ...any) ([]register.Entry, error) {
	var out []register.Entry
	err := t.rows(ctx, "SELECT "+entryColumns+" FROM "+rest, args, func(rows *sql.Rows) error {
		e, err := scanEntry(rows)
		out = append(out, e)
		return err
	})
	return out, err
}

func (t *tx) EntriesByID(ctx context.Context, list []register.ID) ([]register.Entry, error) {
	var out []register.Entry
	err := inChunks(list, chunk, func(part []register.ID) error {
		got, err := t.entries(ctx, "entries WHERE id IN ("+params(1, len(part))+") ORDER BY seq DESC", ids(part)...)
		out = append(out, got...)
		return err
	})
	return out, err
}

func (t *tx) EntriesIn(ctx context.Context, c register.Cell) ([]register.Entry, error) {
	return t.entries(ctx, "entries WHERE block = $1 AND period = $2 ORDER BY seq", int64(c.Block), c.Period)
}

func (t *tx) PlansShownBy(ctx context.Context, family, entry register.ID) ([]register.Entry, error) {
	return t.entries(ctx, "entries WHERE family = $1 AND plan <> '' AND shown = $2 ORDER BY seq", int64(family), int64(entry))
}

func (t *tx) EntriesOfFamily(ctx context.Context, family register.ID) ([]register.Entry, error) {
	return t.entries(ctx, "entries WHERE family = $1 AND EXISTS (SELECT 1 FROM entries p WHERE p.family = $2 AND p.plan <> '') ORDER BY seq", int64(family), int64(family))
}

// Entries gives what the filter asks for, a page at a time, so that the caller
// may ask for more in between.
func (t *tx) Entries(ctx context.Context, f *register.Filter) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		left, size := f.Limit, 64
		if left > 0 {
			size = left
		}
		from := cursor{seq: f.Before}
		for {
			size = min(size, page)
			list, err := t.pageOf(ctx, f, from, size)
			if err != nil {
				yield(register.Entry{}, err)
				return
			}
			for i := range list {
				if !yield(list[i], nil) {
					return
				}
			}
			if left > 0 {
				if left -= len(list); left <= 0 {
					return
				}
			}
			if len(list) < size {
				return
			}
			last := &list[len(list)-1]
			from = cursor{seq: last.Seq(), started: true}
			if last.Plan != nil {
				from.due = dueColumn(last.Plan)
			}
			size *= 4
			if left > 0 {
				size = min(size, left)
			}
		}
	}
}

// pageOf is one page of entries. Where the database is trusted to give them in
// the order of what leads, that is checked, and they are asked for sorted if it
// did not.
func (t *tx) pageOf(ctx context.Context, f *register.Filter, from cursor, size int) ([]register.Entry, error) {
	q := t.store.question(f, from)
	text := q.text(size)
	list, err := t.entries(ctx, text, q.args...)
	descending := func(a, b register.Entry) int { return cmp.Compare(b.Seq(), a.Seq()) }
	if err != nil || !q.merged || slices.IsSortedFunc(list, descending) {
		return list, err
	}
	q = t.store.question(f, from)
	q.sorted = true
	text = q.text(size)
	return t.entries(ctx, text, q.args...)
}

func (t *tx) ReplaceEntries(ctx context.Context, c register.Cell, old, fresh []register.Entry) error {
	for i := range old {
		if err := t.deleteEntry(ctx, &old[i]); err != nil {
			return err
		}
	}
	for i := range fresh {
		if err := t.putEntry(ctx, c, &fresh[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) deleteEntry(ctx context.Context, e *register.Entry) error {
	r, err := register.RowOf(e)
	if err != nil {
		return err
	}
	if err := t.exec(ctx, "DELETE FROM entries WHERE seq = $1", r.Seq); err != nil {
		return err
	}
	for _, m := range r.Marks {
		if err := t.exec(ctx, "DELETE FROM marks WHERE name = $1 AND what = $2 AND seq = $3", m.Name, int64(m.What), r.Seq); err != nil {
			return err
		}
	}
	for _, p := range r.Pairs {
		if err := t.exec(ctx, "DELETE FROM pairs WHERE a = $1 AND b = $2 AND seq = $3", p[0], p[1], r.Seq); err != nil {
			return err
		}
	}
	if err := t.exec(ctx, t.store.dialect.DropWords, r.Seq); err != nil {
		return err
	}
	return t.count(ctx, &r, -1)
}

func (t *tx) putEntry(ctx context.Context, c register.Cell, e *register.Entry) error {
	r, err := register.RowOf(e)
	if err != nil {
		return err
	}
	var p register.PlanState
	if r.Plan != nil {
		p = *r.Plan
	}
	err = t.exec(ctx, `INSERT INTO entries (seq, id, block, period, family, kind, type, mode, status, day_from, day_to, first, last, plan, due, shown, shown_on, words, body)
		VALUES (`+params(1, 19)+")",
		r.Seq, int64(r.ID), int64(r.Block), c.Period, int64(r.Family), string(r.Kind), r.Type, r.Mode, string(r.Status), int64(r.From), int64(r.To),
		int64(r.First), int64(r.Last), string(p.Status), dueColumn(r.Plan), int64(p.Shown), int64(p.On), int64(r.Words), string(r.Body))
	if err != nil {
		return err
	}
	marks := make([][]any, len(r.Marks))
	for i, m := range r.Marks {
		marks[i] = []any{m.Name, int64(m.What), r.Seq}
	}
	if err := t.many(ctx, "INSERT INTO marks (name, what, seq)", 3, " ON CONFLICT DO NOTHING", marks); err != nil {
		return err
	}
	pairs := make([][]any, len(r.Pairs))
	for i, p := range r.Pairs {
		pairs[i] = []any{p[0], p[1], r.Seq}
	}
	if err := t.many(ctx, "INSERT INTO pairs (a, b, seq)", 3, " ON CONFLICT DO NOTHING", pairs); err != nil {
		return err
	}
	if err := t.exec(ctx, t.store.dialect.PutWords, r.Seq, r.Search); err != nil {
		return err
	}
	return t.count(ctx, &r, 1)
}

func (t *tx) count(ctx context.Context, r *register.Row, by int) error {
	if err := t.tally(ctx, r.Tallies, r.Month, by); err != nil {
		return err
	}
	if err := t.countDyads(ctx, r, by); err != nil {
		return err
	}
	return t.exec(ctx, `INSERT INTO counts (year, month, kind, type, n) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (year, month, kind, type) DO UPDATE SET n = counts.n + excluded.n`,
		r.Month.Year, r.Month.Month, string(r.Month.Kind), r.Month.Type, by)
}

func (t *tx) Counts(ctx context.Context) ([]register.Count, error) {
	var out []register.Count
	err := t.rows(ctx, "SELECT year, month, kind, type, n FROM counts WHERE n <> 0 ORDER BY year, month, kind, type", nil, func(rows *sql.Rows) error {
		var c register.Count
		err := rows.Scan(&c.Year, &c.Month, &c.Kind, &c.Type, &c.N)
		out = append(out, c)
		return err
	})
	return out, err
}

func (t *tx) CountsOf(ctx context.Context, f *register.Filter) ([]register.Count, error) {
	q := t.store.question(f, cursor{}) // led by an index: few entries are looked at of all
	day := fmt.Sprintf("%s / %d", q.seq, register.SeqDay)
	sums := map[register.Count]int{}
	err := t.rows(ctx, "SELECT "+day+", kind, type, COUNT(*) FROM "+q.from()+" GROUP BY 1, 2, 3", q.args, func(rows *sql.Rows) error {
		var c register.Count
		var day int64
		var n int
		if err := rows.Scan(&day, &c.Kind, &c.Type, &n); err != nil {
			return err
		}
		c.Year, c.Month, _ = record.Day(day).Date()
		sums[c] += n
		return nil
	})
	return register.SortedCounts(sums), err
}

func (t *tx) SetPlan(ctx context.Context, e *register.Entry) error {
	p := e.Plan
	return t.exec(ctx, "UPDATE entries SET plan = $2, due = $3, shown = $4, shown_on = $5 WHERE seq = $1",
		e.Seq(), string(p.Status), dueColumn(p), int64(p.Shown), int64(p.On))
}

// dueColumn is the day a plan is due as the column has it: 0 for no plan.
func dueColumn(p *register.PlanState) int64 {
	switch {
	case p == nil:
		return 0
	case p.Due == 0:
		return noDue
	}
	return int64(p.Due)
}
