package plot

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"depesche/record"
)

func day(y, m, d int) record.Day { return record.DayOf(y, m, d) }

// shapes are the elements of a drawing with their attributes; it must be
// well-formed.
func shapes(t *testing.T, svg string) (out []map[string]string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(svg))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		if e, ok := tok.(xml.StartElement); ok {
			m := map[string]string{"": e.Name.Local}
			for _, a := range e.Attr {
				m[a.Name.Local] = a.Value
			}
			out = append(out, m)
		}
	}
}

func find(list []map[string]string, element, class string) (out []map[string]string) {
	for _, m := range list {
		if m[""] == element && m["class"] == class {
			out = append(out, m)
		}
	}
	return out
}

func TestBarsAreAsLongAsTheyLast(t *testing.T) {
	tl := Timeline{ID: "t", Title: `<b> & "q"`, Lang: "en", From: day(2023, 1, 1), To: day(2023, 12, 31), Lanes: []Lane{{Label: "a<b", Bars: []Bar{
		{From: day(2023, 3, 1), To: day(2023, 3, 31), Class: Class{Cooperation, Hollow}, Href: "/entry/1?a=1&b=2", Title: "March"},
		{From: day(2023, 3, 10), To: day(2023, 3, 10), Class: Class{Conflict, Hatched}, Title: `a "day"`},
		{From: day(2022, 3, 1), To: day(2023, 1, 31), Class: Class{Conflict, Solid}},
		{From: day(2023, 12, 1), Class: Class{Neutral, Solid}},
		{From: day(2021, 1, 1), To: day(2021, 12, 31), Class: Class{Cooperation, Solid}},
	}}}}
	list := shapes(t, string(tl.SVG()))
	march := find(list, "rect", "good hollow")
	if len(march) != 1 || march[0]["width"] != percent(100*31.0/365) || march[0]["x"] != percent(100*59.0/365) {
		t.Errorf("March is %v", march)
	}
	if got := find(list, "path", "bad hatched"); len(got) != 1 || got[0]["fill"] != "url(#t-hatch-bad)" {
		t.Errorf("a day of conflict is %v, want a diamond", got)
	}
	if got := find(list, "pattern", ""); len(got) != 1 {
		t.Errorf("%d hatchings, want the one that is used", len(got))
	}
	if got := find(list, "rect", "bad solid"); len(got) != 1 || got[0]["x"] != "0%" || len(find(list, "line", "cap")) != 2 {
		t.Errorf("conflict that began before is %v", got)
	}
	if got := find(list, "rect", "even solid"); len(got) != 1 || got[0]["width"] != percent(100*31.0/365) {
		t.Errorf("what goes on is %v", got)
	}
	if got := find(list, "rect", "good solid"); len(got) != 0 {
		t.Errorf("what was over before is drawn: %v", got)
	}
	if got := find(list, "path", "arrow"); len(got) != 2 {
		t.Errorf("%d arrows, want one for each bar that goes on beyond an edge", len(got))
	}
}

func TestBarsOfALaneDoNotOverlap(t *testing.T) {
	var bars []Bar
	for i := range 20 {
		bars = append(bars, Bar{From: day(2023, 1, 1+i), To: day(2023, 2, 1+i), Class: Class{Cooperation, Solid}})
	}
	rows := map[string][][2]float64{}
	for _, m := range find(shapes(t, string(Timeline{ID: "t", From: day(2023, 1, 1), To: day(2023, 12, 31), Lanes: []Lane{{Bars: bars}}}.SVG())), "rect", "good solid") {
		var x, w float64
		if _, err := fmt.Sscanf(m["x"]+" "+m["width"], "%f%% %f%%", &x, &w); err != nil {
			t.Fatal(err)
		}
		for _, other := range rows[m["y"]] {
			if x < other[1]-0.01 && other[0] < x+w-0.01 {
				t.Errorf("in row %s %v overlaps %v", m["y"], x, other)
			}
		}
		rows[m["y"]] = append(rows[m["y"]], [2]float64{x, x + w})
	}
	if len(rows) < 2 {
		t.Errorf("%d rows", len(rows))
	}
}

func TestBins(t *testing.T) {
	tl := Timeline{ID: "t", From: day(2023, 1, 1), To: day(2023, 12, 31), Lanes: []Lane{{Height: 100, Bins: []Bin{
		{From: day(2023, 1, 1), To: day(2023, 1, 31), Href: "/a", Title: "January", Parts: []Part{{Class{Conflict, Solid}, 2}, {Class{Cooperation, Solid}, 6}}},
		{From: day(2023, 2, 1), To: day(2023, 2, 28), Parts: []Part{{Class{Conflict, Hollow}, 4}}},
		{From: day(2023, 3, 1), To: day(2023, 3, 31)},
	}}}}
	list := shapes(t, string(tl.SVG()))
	good, bad := find(list, "rect", "good solid"), find(list, "rect", "bad solid")
	if len(good) != 1 || good[0]["height"] != "60.0" || good[0]["y"] != "0.0" {
		t.Errorf("cooperation %v, want 60 of 100 pixels upward", good)
	}
	if len(bad) != 1 || bad[0]["height"] != "20.0" || bad[0]["y"] != "60.0" {
		t.Errorf("conflict %v, want 20 pixels below the line", bad)
	}
	if n := len(find(list, "rect", "touch")); n != 2 {
		t.Errorf("%d bins are drawn, want 2", n)
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		from, to record.Day
		lang     string
		want     string
	}{
		{day(2015, 1, 1), day(2024, 12, 31), "en", "2015 2016 2017 2018 2019 2020 2021 2022 2023 2024"},
		{day(2022, 10, 10), day(2023, 4, 20), "de", "Nov. 2022|Dez.|2023|Feb.|März|Apr."},
		{day(2023, 2, 25), day(2023, 3, 4), "de", "25. Feb. 2023|26.|27.|28.|1. März|2.|3.|4."},
		{day(2023, 2, 1), day(2023, 3, 20), "en", "1 Feb 2023|6|11|16|21|1 Mar|6|11|16"},
		{day(2023, 3, 1), day(2023, 3, 1), "en", "1 Mar 2023"},
		{day(1000, 1, 1), day(9999, 1, 1), "en", "1000 2000 3000 4000 5000 6000 7000 8000 9000"},
	} {
		var got []string
		for _, k := range ticks(c.from, c.to, c.lang) {
			got = append(got, k.label)
		}
		sep := "|"
		if !strings.Contains(c.want, "|") && c.from != c.to {
			sep = " "
		}
		if s := strings.Join(got, sep); s != c.want {
			t.Errorf("%s to %s: %s, want %s", c.from, c.to, s, c.want)
		}
	}
	for from := day(1990, 1, 1); from < day(1990, 3, 1); from += 7 {
		for length := record.Day(0); length < 40000; length = length*5/4 + 1 {
			if n := len(ticks(from, from+length, "en")); n > mostTicks || n == 0 && length > 400 {
				t.Errorf("%d ticks from %s for %d days", n, from, length)
			}
		}
	}
}

func TestKeysAndNothing(t *testing.T) {
	for _, c := range Classes() {
		shapes(t, string(Key(c)))
	}
	if s := (Timeline{To: 5}).SVG(); s != "" {
		t.Errorf("without a first day it draws %s", s)
	}
}

func TestGraph(t *testing.T) {
	g := Graph{ID: "g", Title: "trade", Lang: "en", From: day(2021, 1, 1), To: day(2024, 12, 31), Height: 116, Say: func(v float64) string { return fmt.Sprint(v) }, Points: []Point{
		{From: day(2022, 1, 1), To: day(2022, 12, 31), Low: 5, High: 5, Href: "/a", Title: "five & more"},
		{From: day(2023, 1, 1), To: day(2023, 12, 31), Low: 8, High: 10},
		{To: day(2024, 3, 1), Low: 0, High: 0, Series: 1},
		{From: day(1999, 1, 1), To: day(1999, 12, 31), Low: 3, High: 3},
	}}
	list := shapes(t, string(g.SVG()))
	ranges := find(list, "rect", "range series s0")
	if len(ranges) != 2 || ranges[0]["width"] != percent(100*365.0/1461) || ranges[1]["height"] != "20.0" || ranges[1]["y"] != "16.0" {
		t.Errorf("the values are drawn as %v", ranges)
	}
	if n := len(find(list, "path", "series s0")); n != 2 {
		t.Errorf("%d marks of the first series, want those in the period", n)
	}
	if got := find(list, "path", "series s1"); len(got) != 1 || got[0]["d"] == marks[0] {
		t.Errorf("the other's mark is %v", got)
	}
	if n := len(find(list, "line", "line series s0")); n != 1 {
		t.Errorf("%d lines join two values", n)
	}
	shapes(t, "<ul>"+string(Legend([]string{"<a>", "b"}))+"</ul>")
	if (Graph{From: 1, To: 2}).SVG() != "" {
		t.Error("nothing is drawn as something")
	}
}

func TestScales(t *testing.T) {
	for _, c := range []struct{ low, high, step float64 }{{0, 5e9, 2e9}, {0, 1, 0.5}, {-3, 9, 5}, {0, 33, 10}, {7, 7, 2}} {
		s := scaleOf([]Point{{Low: c.low, High: c.high}}, 100)
		if s.step != c.step || s.low > c.low || s.high < c.high || len(s.steps()) > 6 || s.at(s.low) != 100 || s.at(s.high) != headroom {
			t.Errorf("%v to %v: %+v, want steps of %v", c.low, c.high, s, c.step)
		}
	}
}
