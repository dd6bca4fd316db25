package sqldb

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"depesche/record"
	"depesche/register"
)

func (t *tx) PutMembers(ctx context.Context, ms []register.Placed) error {
	rows := make([][]any, len(ms))
	for i := range ms {
		m := &ms[i]
		body, err := json.Marshal(&m.Record)
		if err != nil {
			return fmt.Errorf("record %s: %w", m.ID, err)
		}
		raw := ""
		if m.Raw != nil {
			b, err := json.Marshal(m.Raw)
			if err != nil {
				return fmt.Errorf("record %s: %w", m.ID, err)
			}
			raw = string(b)
		}
		setting := ""
		if m.Setting.Place != nil || !m.Setting.Date.IsZero() {
			b, err := json.Marshal(&m.Setting)
			if err != nil {
				return fmt.Errorf("record %s: %w", m.ID, err)
			}
			setting = string(b)
		}
		rows[i] = []any{int64(m.ID), int64(m.Report), m.Order, int64(m.Cell.Block), m.Cell.Period, int64(m.Tag), flag(m.Withdrawn), string(body), raw, m.Words, setting}
	}
	return t.many(ctx, "INSERT INTO records (id, report, ord, block, period, tag, withdrawn, body, raw, words, setting)", 11,
		` ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, block = excluded.block, period = excluded.period, tag = excluded.tag,
		entry = CASE WHEN excluded.block = 0 THEN 0 ELSE records.entry END,
		withdrawn = excluded.withdrawn, body = excluded.body, raw = excluded.raw, words = excluded.words, setting = excluded.setting`, rows)
}

func (t *tx) DeleteMembers(ctx context.Context, list []register.ID) error {
	return inChunks(list, chunk, func(part []register.ID) error {
		return t.exec(ctx, "DELETE FROM records WHERE id IN ("+params(1, len(part))+")", ids(part)...)
	})
}

const memberQuery = `SELECT m.id, m.report, m.ord, m.entry, m.withdrawn, m.body, m.raw, m.words, m.setting, m.tag, m.block, m.period,
	r.name, r.outlet, r.url, r.lang, r.title, r.place, r.day_from, r.day_to, r.corrects, r.origin, r.reader
	FROM records m JOIN reports r ON r.id = m.report `

func scanMember(rows *sql.Rows) (register.Placed, error) {
	var p register.Placed
	m := &p.Member
	s := &m.Source
	var body, raw, setting string
	var withdrawn, corrects int64
	err := rows.Scan(&m.ID, &m.Report, &m.Order, &m.Entry, &withdrawn, &body, &raw, &m.Words, &setting, &p.Tag, &p.Cell.Block, &p.Cell.Period,
		&s.Name, &s.Outlet, &s.URL, &s.Lang, &s.Title, &s.Place, &s.Date.From, &s.Date.To, &corrects, &s.Origin, &s.Reader)
	if err != nil {
		return p, err
	}
	s.ID, s.Corrects, m.Withdrawn = m.Report, corrects != 0, withdrawn != 0
	if err := json.Unmarshal([]byte(body), &m.Record); err != nil {
		return p, fmt.Errorf("record %s: %w", m.ID, err)
	}
	if setting != "" {
		if err := json.Unmarshal([]byte(setting), &p.Setting); err != nil {
			return p, fmt.Errorf("record %s: %w", m.ID, err)
		}
	}
	if raw != "" {
		p.Raw = new(record.Record)
		if err := json.Unmarshal([]byte(raw), p.Raw); err != nil {
			return p, fmt.Errorf("record %s: %w", m.ID, err)
		}
	}
	return p, nil
}

func (t *tx) placed(ctx context.Context, where string, args ...any) ([]register.Placed, error) {
	var out []register.Placed
	err := t.rows(ctx, memberQuery+where, args, func(rows *sql.Rows) error {
		m, err := scanMember(rows)
		out = append(out, m)
		return err
	})
	return out, err
}

func (t *tx) RecordsOf(ctx context.Context, report register.ID) ([]register.Placed, error) {
	return t.placed(ctx, "WHERE m.report = $1 ORDER BY m.ord, m.id", int64(report))
}

func (t *tx) MembersIn(ctx context.Context, c register.Cell) ([]register.Placed, error) {
	return t.placed(ctx, "WHERE m.block = $1 AND m.period = $2 ORDER BY m.id", int64(c.Block), c.Period)
}

func (t *tx) MembersOf(ctx context.Context, entries []register.ID) ([]register.Member, error) {
	var out []register.Member
	err := inChunks(entries, chunk, func(part []register.ID) error {
		by := map[register.ID][]register.Member{}
		err := t.rows(ctx, memberQuery+"WHERE m.entry IN ("+params(1, len(part))+") ORDER BY r.day, m.id", ids(part), func(rows *sql.Rows) error {
			m, err := scanMember(rows)
			by[m.Entry] = append(by[m.Entry], m.Member)
			return err
		})
		for _, id := range part {
			out = append(out, by[id]...)
			delete(by, id)
		}
		return err
	})
	return out, err
}

func (t *tx) EntryOf(ctx context.Context, id register.ID) (register.ID, error) {
	var of register.ID
	err := t.QueryRowContext(ctx, "SELECT entry FROM records WHERE id = $1 AND entry <> 0", int64(id)).Scan(&of)
	if err != nil {
		return 0, notFound("entry or record", id, err)
	}
	return of, nil
}

func (t *tx) SetEntry(ctx context.Context, members []register.ID, entry register.ID) error {
	return inChunks(members, chunk, func(part []register.ID) error {
		return t.exec(ctx, "UPDATE records SET entry = $1 WHERE id IN ("+params(2, len(part))+")", append([]any{int64(entry)}, ids(part)...)...)
	})
}

func (t *tx) MarkCells(ctx context.Context, cells []register.Cell) error {
	rows := make([][]any, len(cells))
	for i, c := range cells {
		rows[i] = []any{int64(c.Block), c.Period}
	}
	return t.many(ctx, "INSERT INTO marked_cells (block, period)", 2, " ON CONFLICT DO NOTHING", rows)
}

func (t *tx) MarkReports(ctx context.Context, origins []register.ID) error {
	return inChunks(origins, chunk, func(part []register.ID) error {
		return t.exec(ctx, `INSERT INTO marked_cells (block, period)
			SELECT DISTINCT m.block, m.period FROM reports r JOIN records m ON m.report = r.id
			WHERE m.block <> 0 AND r.origin IN (`+params(1, len(part))+") ON CONFLICT DO NOTHING", ids(part)...)
	})
}

func (t *tx) MarkedCells(ctx context.Context, limit int) ([]register.Cell, error) {
	var out []register.Cell
	err := t.rows(ctx, "SELECT block, period FROM marked_cells ORDER BY block, period LIMIT $1", []any{limit}, func(rows *sql.Rows) error {
		var c register.Cell
		err := rows.Scan(&c.Block, &c.Period)
		out = append(out, c)
		return err
	})
	return out, err
}

func (t *tx) UnmarkCells(ctx context.Context, cells []register.Cell) error {
	for _, c := range cells {
		if err := t.exec(ctx, "DELETE FROM marked_cells WHERE block = $1 AND period = $2", int64(c.Block), c.Period); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) MarkFamilies(ctx context.Context, families []register.ID) error {
	rows := make([][]any, len(families))
	for i, f := range families {
		rows[i] = []any{int64(f)}
	}
	return t.many(ctx, "INSERT INTO marked_families (family)", 1, " ON CONFLICT DO NOTHING", rows)
}

func (t *tx) MarkedFamilies(ctx context.Context, limit int) ([]register.ID, error) {
	var out []register.ID
	err := t.rows(ctx, "SELECT family FROM marked_families ORDER BY family LIMIT $1", []any{limit}, func(rows *sql.Rows) error {
		var f register.ID
		err := rows.Scan(&f)
		out = append(out, f)
		return err
	})
	return out, err
}

func (t *tx) UnmarkFamilies(ctx context.Context, families []register.ID) error {
	return inChunks(families, chunk, func(part []register.ID) error {
		return t.exec(ctx, "DELETE FROM marked_families WHERE family IN ("+params(1, len(part))+")", ids(part)...)
	})
}

func (t *tx) Corrections(ctx context.Context) ([]register.Correction, error) {
	var out []register.Correction
	err := t.rows(ctx, "SELECT body FROM corrections ORDER BY n", nil, func(rows *sql.Rows) error {
		var body string
		if err := rows.Scan(&body); err != nil {
			return err
		}
		var c register.Correction
		err := json.NewDecoder(strings.NewReader(body)).Decode(&c)
		out = append(out, c)
		return err
	})
	return out, err
}

func (t *tx) PutCorrection(ctx context.Context, c *register.Correction) error {
	body, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("correction %s: %w", c.ID, err)
	}
	return t.exec(ctx, "INSERT INTO corrections (id, body) VALUES ($1, $2)", int64(c.ID), string(body))
}

func (t *tx) Record(ctx context.Context, id register.ID) (register.Placed, error) {
	list, err := t.placed(ctx, "WHERE m.id = $1", int64(id))
	if err == nil && len(list) == 0 {
		err = notFound("record", id, sql.ErrNoRows)
	}
	if err != nil {
		return register.Placed{}, err
	}
	return list[0], nil
}

// ReportsWith looks at all records: entities are joined by hand, and seldom.
func (t *tx) ReportsWith(ctx context.Context, entity string) ([]register.ID, error) {
	name, err := json.Marshal(entity)
	if err != nil {
		return nil, err
	}
	pattern := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(`"id":`+string(name)) + "%"
	var out []register.ID
	err = t.rows(ctx, `SELECT DISTINCT report FROM records WHERE body LIKE $1 ESCAPE '\' OR raw LIKE $2 ESCAPE '\' ORDER BY report`, []any{pattern, pattern}, func(rows *sql.Rows) error {
		var id register.ID
		err := rows.Scan(&id)
		out = append(out, id)
		return err
	})
	return out, err
}
