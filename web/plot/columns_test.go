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
