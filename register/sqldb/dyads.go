package sqldb

import (
	"context"
	"database/sql"
	"strings"

	"depesche/record"
	"depesche/register"
)

// What two parties have together is counted by month (year*100 + month), kind,
// type, status and tone, so that the page of two who are often in the news
// looks at no entry to draw its times.

const putDyads = "INSERT INTO dyads (a, b, period, kind, type, status, tone, n)"

const addDyads = " ON CONFLICT (a, b, period, kind, type, status, tone) DO UPDATE SET n = dyads.n + excluded.n"

func dyadRow(pair [2]string, c register.DyadCount, n int) []any {
	return []any{pair[0], pair[1], c.Year*100 + c.Month, string(c.Kind), c.Type, string(c.Status), c.Tone, n}
}

// countDyads counts an entry for its pairs, or takes it away.
func (t *tx) countDyads(ctx context.Context, r *register.Row, by int) error {
	rows := make([][]any, len(r.Pairs))
	for i, p := range r.Pairs {
		rows[i] = dyadRow(p, r.Dyad, by)
	}
	return t.many(ctx, putDyads, 8, addDyads, rows)
}

func (t *tx) DyadCounts(ctx context.Context, a, b string) ([]register.DyadCount, error) {
	var out []register.DyadCount
	// The texts are few; to make each once saves most of the time.
	known := map[string]string{}
	text := func(b []byte) string {
		s, ok := known[string(b)]
		if !ok {
			s = strings.Clone(string(b))
			known[s] = s
		}
		return s
	}
	err := t.rows(ctx, "SELECT period, kind, type, status, tone, n FROM dyads WHERE a = $1 AND b = $2 AND n <> 0 ORDER BY period, kind, type, status, tone", []any{a, b}, func(rows *sql.Rows) error {
		var c register.DyadCount
		var period int
		var kind, typ, status sql.RawBytes
		err := rows.Scan(&period, &kind, &typ, &status, &c.Tone, &c.N)
		c.Year, c.Month = period/100, period%100
		c.Kind, c.Type, c.Status = record.Kind(text(kind)), text(typ), record.Status(text(status))
		out = append(out, c)
		return err
	})
	return out, err
}

// dyadsAll counts the pairs of all entries.
func (t *tx) dyadsAll(ctx context.Context) error {
	type key struct {
		pair  [2]string
		count register.DyadCount
	}
	sums := map[key]int{}
	for e, err := range t.Entries(ctx, &register.Filter{}) {
		if err != nil {
			return err
		}
		r, err := register.RowOf(&e)
		if err != nil {
			return err
		}
		for _, p := range r.Pairs {
			sums[key{p, r.Dyad}]++
		}
	}
	rows := make([][]any, 0, len(sums))
	for k, n := range sums {
		rows = append(rows, dyadRow(k.pair, k.count, n))
	}
	return t.many(ctx, putDyads, 8, addDyads, rows)
}
