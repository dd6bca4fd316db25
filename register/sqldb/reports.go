package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"depesche/record"
	"depesche/register"
)

func notFound(what string, id register.ID, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s %s: %w", what, id, register.ErrNotFound)
	}
	return fmt.Errorf("%s %s: %w", what, id, err)
}

func (t *tx) Reader(ctx context.Context, id register.ID) (reader, name string, err error) {
	err = t.QueryRowContext(ctx, "SELECT reader, name FROM reports WHERE id = $1", int64(id)).Scan(&reader, &name)
	if err != nil {
		err = notFound("report", id, err)
	}
	return reader, name, err
}

const reportColumns = "id, name, outlet, url, lang, title, place, day_from, day_to, corrects, origin, reader"

func reportFields(r *register.Report, corrects *int64) []any {
	return []any{&r.ID, &r.Name, &r.Outlet, &r.URL, &r.Lang, &r.Title, &r.Place, &r.Date.From, &r.Date.To, corrects, &r.Origin, &r.Reader}
}

func (t *tx) Report(ctx context.Context, id register.ID) (register.Report, error) {
	var r register.Report
	var corrects int64
	err := t.QueryRowContext(ctx, "SELECT "+reportColumns+", body FROM reports WHERE id = $1", int64(id)).Scan(append(reportFields(&r, &corrects), &r.Text)...)
	if err != nil {
		return r, notFound("report", id, err)
	}
	r.Corrects = corrects != 0
	return r, nil
}

const page = 1000

func (t *tx) Reports(ctx context.Context) iter.Seq2[register.Report, error] {
	return func(yield func(register.Report, error) bool) {
		day, id := int64(-1), int64(0)
		for {
			var list []register.Report
			err := t.rows(ctx, "SELECT day, "+reportColumns+" FROM reports WHERE (day, id) > ($1, $2) ORDER BY day, id LIMIT $3", []any{day, id, page}, func(rows *sql.Rows) error {
				var r register.Report
				var corrects int64
				if err := rows.Scan(append([]any{&day}, reportFields(&r, &corrects)...)...); err != nil {
					return err
				}
				id, r.Corrects = int64(r.ID), corrects != 0
				list = append(list, r)
				return nil
			})
			if err != nil {
				yield(register.Report{}, err)
				return
			}
			for _, r := range list {
				if !yield(r, nil) {
					return
				}
			}
			if len(list) < page {
				return
			}
		}
	}
}

func (t *tx) Failures(ctx context.Context) iter.Seq2[register.Failure, error] {
	return func(yield func(register.Failure, error) bool) {
		var list []register.Failure
		err := t.rows(ctx, "SELECT name, report, reader, error, hint FROM failures ORDER BY name", nil, func(rows *sql.Rows) error {
			var f register.Failure
			if err := rows.Scan(&f.Name, &f.Report, &f.Reader, &f.Error, &f.Hint); err != nil {
				return err
			}
			list = append(list, f)
			return nil
		})
		if err != nil {
			yield(register.Failure{}, err)
			return
		}
		for _, f := range list {
			if !yield(f, nil) {
				return
			}
		}
	}
}

func (t *tx) LastDay(ctx context.Context) (record.Day, error) {
	var d record.Day
	err := t.QueryRowContext(ctx, "SELECT COALESCE(MAX(day), 0) FROM reports").Scan(&d)
	return d, err
}

func (t *tx) Totals(ctx context.Context) (register.Totals, error) {
	var n register.Totals
	for _, c := range []struct {
		text string
		into *int
	}{
		{"SELECT COUNT(*) FROM reports", &n.Reports},
		{"SELECT COUNT(DISTINCT origin) FROM reports", &n.Origins},
		{"SELECT COUNT(*) FROM records", &n.Records},
		{"SELECT COALESCE(SUM(n), 0) FROM counts", &n.Entries},
		{"SELECT COUNT(*) FROM failures", &n.Failures},
		{"SELECT COUNT(*) FROM marked_cells", &n.Unsettled},
	} {
		if err := t.QueryRowContext(ctx, c.text).Scan(c.into); err != nil {
			return n, fault(c.text, err)
		}
	}
	return n, nil
}

func (t *tx) PutReport(ctx context.Context, r *register.Report) error {
	return t.exec(ctx, "INSERT INTO reports ("+reportColumns+", day, body, shingles) VALUES ("+params(1, 15)+`)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, lang = excluded.lang, place = excluded.place,
		day_from = excluded.day_from, day_to = excluded.day_to, day = excluded.day, corrects = excluded.corrects,
		origin = excluded.origin, reader = excluded.reader, body = excluded.body, shingles = excluded.shingles`,
		int64(r.ID), r.Name, r.Outlet, r.URL, r.Lang, r.Title, r.Place, int64(r.Date.From), int64(r.Date.To), flag(r.Corrects),
		int64(r.Origin), r.Reader, int64(r.Day()), r.Text, r.Shingles())
}

func (t *tx) Rename(ctx context.Context, report register.ID, name string) error {
	return t.exec(ctx, "UPDATE reports SET name = $2 WHERE id = $1", int64(report), name)
}

func (t *tx) PutFailure(ctx context.Context, f *register.Failure) error {
	return t.exec(ctx, `INSERT INTO failures (name, report, reader, error, hint) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (name) DO UPDATE SET report = excluded.report, reader = excluded.reader, error = excluded.error, hint = excluded.hint`,
		f.Name, int64(f.Report), f.Reader, f.Error, f.Hint)
}

func (t *tx) DeleteFailure(ctx context.Context, name string, report register.ID) error {
	return t.exec(ctx, "DELETE FROM failures WHERE name = $1 OR report = $2", name, int64(report))
}

func (t *tx) PutShingles(ctx context.Context, report register.ID, week int, shingles []int64) error {
	rows := make([][]any, len(shingles))
	for i, h := range shingles {
		rows[i] = []any{week, h, int64(report)}
	}
	return t.many(ctx, "INSERT INTO shingles (week, hash, report)", 3, " ON CONFLICT DO NOTHING", rows)
}

func (t *tx) Near(ctx context.Context, shingles []int64, weeks []int) (map[register.ID]int, error) {
	near := map[register.ID]int{}
	for _, week := range weeks {
		err := inChunks(shingles, chunk, func(part []int64) error {
			return t.rows(ctx, "SELECT report, COUNT(*) FROM shingles WHERE week = $1 AND hash IN ("+params(2, len(part))+") GROUP BY report",
				append([]any{week}, args(part)...), func(rows *sql.Rows) error {
					var id register.ID
					var k int
					if err := rows.Scan(&id, &k); err != nil {
						return err
					}
					near[id] += k
					return nil
				})
		})
		if err != nil {
			return nil, err
		}
	}
	return near, nil
}

func (t *tx) Sketch(ctx context.Context, report register.ID) (shingles int, origin register.ID, err error) {
	err = t.QueryRowContext(ctx, "SELECT shingles, origin FROM reports WHERE id = $1", int64(report)).Scan(&shingles, &origin)
	if err != nil {
		err = notFound("report", report, err)
	}
	return shingles, origin, err
}

func (t *tx) SetOrigin(ctx context.Context, from []register.ID, to register.ID) error {
	return inChunks(from, chunk, func(part []register.ID) error {
		return t.exec(ctx, "UPDATE reports SET origin = $1 WHERE origin IN ("+params(2, len(part))+")", append([]any{int64(to)}, ids(part)...)...)
	})
}
