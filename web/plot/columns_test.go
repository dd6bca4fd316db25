package plot

import "testing"

func TestColumns(t *testing.T) {
	c := Columns{ID: "c", Title: "<t>", Lang: "de", From: day(2023, 1, 1), To: day(2023, 4, 10), Mark: day(2023, 1, 11), Height: 100, List: []Column{
		{From: day(2023, 1, 1), To: day(2023, 1, 10), Href: "/a?b&c", Title: "x", Parts: []Stacked{{"open", 1}, {"late", 3}}},
		{From: day(2023, 2, 1), To: day(2023, 2, 28), Parts: []Stacked{{"open", 2}}},
		{From: day(2022, 2, 1), To: day(2022, 2, 28), Parts: []Stacked{{"open", 2}}},
		{From: day(2023, 3, 1), To: day(2023, 3, 31)},
	}}
	list := shapes(t, string(c.SVG()))
	open, late := find(list, "rect", "open"), find(list, "rect", "late")
	if len(open) != 2 || open[0]["y"] != "75.0" || open[0]["height"] != "25.0" || open[1]["height"] != "50.0" {
		t.Errorf("open %v", open)
	}
	if len(late) != 1 || late[0]["y"] != "0.0" || late[0]["height"] != "75.0" || late[0]["width"] != "9.4%" {
		t.Errorf("late %v", late)
	}
	if m := find(list, "line", "mark"); len(m) != 1 || m[0]["x1"] != "10%" {
		t.Errorf("mark %v", m)
	}
	if (Columns{From: 5, To: 9}).SVG() != "" {
		t.Error("nothing is drawn")
	}
}

// TestLabels: words on a bar stand in a box of its length, so that they never
// run over what is beside it.
func TestLabels(t *testing.T) {
	tl := Timeline{ID: "t", Lang: "en", From: day(2023, 1, 1), To: day(2023, 4, 10), Lanes: []Lane{{Bars: []Bar{
		{From: day(2023, 1, 11), To: day(2023, 1, 20), Label: "A & B"}, {From: day(2023, 1, 21), To: day(2023, 3, 1), Class: Class{Fill: Hatched}}}}}}
	list := shapes(t, string(tl.SVG()))
	if len(find(list, "text", "on solid")) != 1 {
		t.Fatal("no words")
	}
	for i, m := range list {
		if m["class"] == "on solid" && (list[i-1][""] != "svg" || list[i-1]["x"] != "10%" || list[i-1]["width"] != "10%") {
			t.Errorf("words in %v", list[i-1])
		}
	}
	bar, next := find(list, "rect", "even solid"), find(list, "rect", "even hatched")
	if len(bar) != 1 || len(next) < 1 || bar[0]["y"] != next[len(next)-1]["y"] {
		t.Errorf("bars that meet are in two rows: %v %v", bar, next)
	}
}
