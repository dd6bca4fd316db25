package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"depesche/record"
)

// rowGroup is how many rows of Parquet are held before they are written.
const rowGroup = 20_000

// csv writes a flat table with a header line (RFC 4180).
func (x *exporter) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	var err error
	switch x.o.Table {
	case "entries":
		err = table(x, tableCSV[entryRow](out))
	case "parties":
		err = table(x, tableCSV[partyRow](out))
	case "claims":
		err = table(x, tableCSV[claimRow](out))
	case "evidence":
		err = table(x, tableCSV[evidenceRow](out))
	default:
		err = table(x, tableCSV[reportRow](out))
	}
	out.Flush()
	if err != nil {
		return err
	}
	return out.Error()
}

// parquet writes a flat table as Parquet.
func (x *exporter) parquet(w io.Writer) error {
	switch x.o.Table {
	case "entries":
		return tableParquet[entryRow](x, w)
	case "parties":
		return tableParquet[partyRow](x, w)
	case "claims":
		return tableParquet[claimRow](x, w)
	case "evidence":
		return tableParquet[evidenceRow](x, w)
	}
	return tableParquet[reportRow](x, w)
}

// table gives the rows of the table of their type.
func table[T any](x *exporter, write func([]T) error) error {
	var none T
	if _, reports := any(none).(reportRow); reports {
		for r, err := range x.from.Reports(x.ctx) {
			if err != nil {
				return err
			}
			if day := x.o.Filter.AsOf; day != 0 && r.Day() > day {
				continue
			}
			if err := writeRows(x, write, any([]reportRow{rowOfReport(&r)}).([]T)); err != nil {
				return err
			}
		}
		return write(nil)
	}
	entry := func(t told) error {
		var rows any
		switch any(none).(type) {
		case entryRow:
			rows = []entryRow{rowOfEntry(t.Entry)}
		case partyRow:
			rows = rowsOfParties(t.Entry)
		case claimRow:
			rows = rowsOfClaims(t.Entry)
		case evidenceRow:
			rows = rowsOfEvidence(t)
		}
		x.counts.Entries++
		return writeRows(x, write, rows.([]T))
	}
	if _, evidence := any(none).(evidenceRow); evidence {
		if err := x.each(entry); err != nil {
			return err
		}
		return write(nil)
	}
	for e, err := range x.from.Entries(x.ctx, x.o.Filter) { // the evidence is not needed
		if err != nil {
			return err
		}
		if err := entry(told{Entry: &e}); err != nil {
			return err
		}
	}
	return write(nil)
}

func writeRows[T any](x *exporter, write func([]T) error, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	x.counts.Rows += len(rows)
	return write(rows)
}

// tableCSV writes rows as CSV, the header before the first; no rows end it.
func tableCSV[T any](out *csv.Writer) func([]T) error {
	kind := reflect.TypeFor[T]()
	header := make([]string, kind.NumField())
	for i := range header {
		header[i], _, _ = strings.Cut(kind.Field(i).Tag.Get("parquet"), ",")
	}
	begun := false
	cells := make([]string, len(header))
	return func(rows []T) error {
		if !begun {
			begun = true
			if err := out.Write(header); err != nil {
				return err
			}
		}
		for i := range rows {
			v := reflect.ValueOf(&rows[i]).Elem()
			for c := range cells {
				cells[c] = cell(v.Field(c))
			}
			if err := out.Write(cells); err != nil {
				return err
			}
		}
		return nil
	}
}

// cell is a value as text: days as ISO 8601, numbers in full, nothing as "".
func cell(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return ""
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Int32:
		return dayOfUnix(int32(v.Int())).String()
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

func tableParquet[T any](x *exporter, w io.Writer) error {
	out := parquet.NewGenericWriter[T](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("depesche", x.o.Version, ""))
	held := 0
	err := table(x, func(rows []T) error {
		if _, err := out.Write(rows); err != nil {
			return err
		}
		if held += len(rows); held >= rowGroup {
			held = 0
			return out.Flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Close()
}

// unixEpoch is 1 January 1970, from which Parquet counts days.
var unixEpoch = record.DayOf(1970, 1, 1)

func day(d record.Day) *int32 {
	if d == 0 {
		return nil
	}
	n := int32(d - unixEpoch)
	return &n
}

func dayOfUnix(n int32) record.Day { return record.Day(n) + unixEpoch }
