package knowledge

import (
	"math"
	"strconv"
	"strings"

	"depesche/record"
)

// former is a name that an entity bore at other times.
type former struct {
	record.Interval
	lang, name string
	kind       NameKind
}

// NameOn is the display name on a day: "Birma" before Myanmar, "Swasiland"
// before Eswatini. The zero day gives the name of today.
func (b *Base) NameOn(e *Entity, lang string, on record.Day) string {
	if on == 0 {
		return e.Name(lang)
	}
	return b.nameOn(e, lang, on, Short, e.Name(lang))
}

// OfficialOn is the official name that an entity bore on a day if that was
// another than today's, else "".
func (b *Base) OfficialOn(e *Entity, lang string, on record.Day) string {
	return b.nameOn(e, lang, on, Official, "")
}

func (b *Base) nameOn(e *Entity, lang string, on record.Day, kind NameKind, otherwise string) string {
	for _, f := range b.former[b.byID[e.ID]] {
		if f.kind == kind && f.Contains(on) && (f.lang == lang || f.lang == "*") {
			return f.name
		}
	}
	return otherwise
}

// renamed keeps a name with dates.
func (l *loader) renamed(n int32, lang string, kind NameKind, name string) {
	if lang == "" {
		lang = "*"
	}
	l.former[n] = append(l.former[n], former{l.spans[l.during], lang, name, kind})
}

// span files the dates of a line of names and gives their index, 0 if it has none.
func (l *loader) span(r row) (uint16, error) {
	when, err := r.interval(5, 6)
	if err != nil || !when.Known() {
		return 0, err
	}
	for i, s := range l.spans {
		if s == when {
			return uint16(i), nil
		}
	}
	if len(l.spans) > math.MaxUint16 {
		return 0, r.errorf("too many spans of names")
	}
	l.spans = append(l.spans, when)
	return uint16(len(l.spans) - 1), nil
}

// Coordinates are the latitude and longitude of a place in degrees, to a
// hundredth (about a kilometre); ok is false where they are not known.
func (e *Entity) Coordinates() (lat, lon float64, ok bool) {
	return float64(e.lat) / 100, float64(e.lon) / 100, e.lat != 0 || e.lon != 0
}

// coordinates reads "50.45 30.52", latitude first.
func (r row) coordinates(n int) (lat, lon int16, err error) {
	c := r.cell(n)
	if c == "" {
		return 0, 0, nil
	}
	first, second, ok := strings.Cut(c, " ")
	a, errA := strconv.ParseFloat(first, 64)
	o, errO := strconv.ParseFloat(second, 64)
	if !ok || errA != nil || errO != nil || !(math.Abs(a) <= 90) || !(math.Abs(o) <= 180) {
		return 0, 0, r.errorf("coordinates %q: want latitude and longitude in degrees", c)
	}
	return int16(math.Round(100 * a)), int16(math.Round(100 * o)), nil
}
