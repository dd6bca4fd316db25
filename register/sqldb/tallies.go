package sqldb

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"depesche/record"
	"depesche/register"
)

// Tallies stand under their month, year*100 + month, and once more under their
// year with the month 0, so that long times are read from few rows.

const putTallies = "INSERT INTO tallies (period, what, a, b, n, good, bad)"

const addTallies = ` ON CONFLICT (period, what, a, b) DO UPDATE SET n = tallies.n + excluded.n, good = tallies.good + excluded.good, bad = tallies.bad + excluded.bad`

// tally adds the tallies of an entry, or takes them away.
func (t *tx) tally(ctx context.Context, list []register.Tally, month register.Count, by int) error {
	rows := make([][]any, 0, 2*len(list))
	for _, period := range []int{month.Year * 100, month.Year*100 + month.Month} {
		for _, x := range list {
			rows = append(rows, []any{period, int(x.Of), x.A, x.B, by * x.N, by * x.Good, by * x.Bad})
		}
	}
	return t.many(ctx, putTallies, 7, addTallies, rows)
}

func (t *tx) Tallies(ctx context.Context, f *register.TallyFilter) ([]register.Tally, error) {
	periods, err := t.periods(ctx, f.In)
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	q := &question{store: t.store}
	in := make([]string, len(periods))
	for i, p := range periods {
		in[i] = fmt.Sprint(p)
	}
	q.where = append(q.where, "period IN ("+strings.Join(in, ",")+")", fmt.Sprintf("what = %d", int(f.Of)))
	var sides []string
	switch {
	case len(f.A) == 0:
		sides = []string{""}
	case f.Of != register.TallyTie:
		sides = []string{" AND a IN (" + q.list(f.A) + ")"}
	case f.Among:
		sides = []string{" AND a IN (" + q.list(f.A) + ") AND b || '' IN (" + q.list(f.A) + ")"} // || keeps the index from being asked for each pair
	default: // each side has an index of its own
		a := q.list(f.A)
		sides = []string{" AND a IN (" + a + ")", " AND b IN (" + q.list(f.A) + ") AND a NOT IN (" + q.list(f.A) + ")"}
	}
	for i, side := range sides {
		sides[i] = "SELECT a, b, SUM(n) AS n, SUM(good) AS good, SUM(bad) AS bad FROM tallies WHERE " + strings.Join(q.where, " AND ") + side + " GROUP BY a, b HAVING SUM(n) > 0"
	}
	text := "SELECT a, b, n, good, bad FROM (" + strings.Join(sides, " UNION ALL ") + ") AS sums ORDER BY n DESC, a, b"
	if f.Limit > 0 {
		text += fmt.Sprintf(" LIMIT %d", f.Limit)
	}
	var out []register.Tally
	err = t.rows(ctx, text, q.args, func(rows *sql.Rows) error {
		x := register.Tally{Of: f.Of}
		err := rows.Scan(&x.A, &x.B, &x.N, &x.Good, &x.Bad)
		out = append(out, x)
		return err
	})
	return out, err
}

// periods are the months of an interval in which anything is, whole years as
// years.
func (t *tx) periods(ctx context.Context, in record.Interval) ([]int, error) {
	var months []int
	err := t.rows(ctx, "SELECT DISTINCT year, month FROM counts WHERE n <> 0 ORDER BY year, month", nil, func(rows *sql.Rows) error {
		var year, month int
		err := rows.Scan(&year, &month)
		months = append(months, year*100+month)
		return err
	})
	if err != nil || !in.Known() {
		years := map[int]bool{}
		for _, m := range months {
			years[m/100*100] = true
		}
		return slices.Sorted(maps.Keys(years)), err
	}
	first, last := 0, 1<<30
	if in.From != 0 {
		y, m, _ := in.From.Date()
		first = y*100 + m
	}
	if in.To != 0 {
		y, m, _ := in.To.Date()
		last = y*100 + m
	}
	var out []int
	for _, m := range months {
		year := m / 100 * 100
		switch {
		case m < first || m > last || year == 0: // year 0 is that of no known day
		case first <= year+1 && year+12 <= last:
			if n := len(out); n == 0 || out[n-1] != year {
				out = append(out, year)
			}
		default:
			out = append(out, m)
		}
	}
	return out, nil
}

// PlanCounts counts by what an index has, in its order, and looks at entries
// only where the filter asks for what it has not.
func (t *tx) PlanCounts(ctx context.Context, f *register.Filter) ([]register.PlanCount, error) {
	q := t.store.questionOfAll(f)
	statuses := []register.PlanStatus{register.PlanOpen, register.PlanFulfilled, register.PlanLate, register.PlanCancelled}
	sums := ""
	for _, s := range statuses {
		sums += fmt.Sprintf(", SUM(CASE WHEN plan = '%s' THEN 1 ELSE 0 END)", s)
	}
	var out []register.PlanCount
	err := t.rows(ctx, "SELECT due"+sums+" FROM "+q.from()+" GROUP BY due", q.args, func(rows *sql.Rows) error {
		var due int64
		var n [4]int
		err := rows.Scan(&due, &n[0], &n[1], &n[2], &n[3])
		if due == noDue {
			due = 0
		}
		for i, s := range statuses {
			if n[i] > 0 {
				out = append(out, register.PlanCount{Due: record.Day(due), Status: s, N: n[i]})
			}
		}
		return err
	})
	return out, err
}

// Tally makes the tallies of a register that was filled before there were any.
func (s *Store) Tally(ctx context.Context) error {
	if err := s.fill(ctx, "tallies", "entries", (*tx).tallyAll); err != nil {
		return err
	}
	return s.fill(ctx, "dyads", "pairs", (*tx).dyadsAll)
}

// fill fills a table of sums that is empty although there is what it sums up.
func (s *Store) fill(ctx context.Context, table, of string, all func(*tx, context.Context) error) error {
	missing := func(t *tx) (yes bool, err error) {
		err = t.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+of+") AND NOT EXISTS (SELECT 1 FROM "+table+")").Scan(&yes)
		return yes, err
	}
	var need bool
	err := s.View(ctx, func(v register.View) (err error) {
		need, err = missing(v.(*tx))
		return err
	})
	if err != nil || !need {
		return err
	}
	return s.Update(ctx, func(x register.Tx) error {
		t := x.(*tx)
		if still, err := missing(t); err != nil || !still { // another may have been faster
			return err
		}
		return all(t, ctx)
	})
}

func (t *tx) tallyAll(ctx context.Context) error {
	type row struct {
		period int
		what   register.TallyKind
		a, b   string
	}
	sums := map[row]register.Tally{}
	for e, err := range t.Entries(ctx, &register.Filter{}) {
		if err != nil {
			return err
		}
		list, month := register.TalliesOf(&e)
		for _, x := range list {
			for _, period := range []int{month.Year * 100, month.Year*100 + month.Month} {
				key := row{period, x.Of, x.A, x.B}
				sum := sums[key]
				sum.N, sum.Good, sum.Bad = sum.N+x.N, sum.Good+x.Good, sum.Bad+x.Bad
				sums[key] = sum
			}
		}
	}
	rows := make([][]any, 0, len(sums))
	for k, x := range sums {
		rows = append(rows, []any{k.period, int(k.what), k.a, k.b, x.N, x.Good, x.Bad})
	}
	return t.many(ctx, putTallies, 7, addTallies, rows)
}
