package logistic

import "testing"

var some = New(
	Of("bias"),
	Of("sky", []string{"blue", "grey"}, []string{"dry", "wet", "snow"}),
	Of("wind", []string{"no", "yes"}),
)

// Every feature has a name by which the table finds it again.
func TestNames(t *testing.T) {
	if some.Num() != 9 {
		t.Fatalf("%d features, want 9", some.Num())
	}
	seen := map[string]bool{}
	for f := range some.Num() {
		kind, values := some.Name(int32(f))
		if got := some.Of(kind, values); got != f || seen[kind+values] {
			t.Errorf("feature %d is %q %q, which is %d", f, kind, values, got)
		}
		seen[kind+values] = true
	}
	if got := some.Append(nil, 1, 1, 2)[0]; int(got) != some.Of("sky", "grey snow") {
		t.Errorf("feature %d, want that of grey snow", got)
	}
	for _, name := range [][2]string{{"sky", "blue"}, {"sky", "blue warm"}, {"sea", "-"}, {"sky", "-"}} {
		if got := some.Of(name[0], name[1]); got != -1 {
			t.Errorf("%q is feature %d", name, got)
		}
	}
	if kind, _ := some.Name(int32(some.Num())); kind != "" {
		t.Errorf("a feature beyond the last is called %q", kind)
	}
}

func TestModel(t *testing.T) {
	m := Untaught(some)
	if m.Score([]int32{0, 8}) >= m.Limit {
		t.Error("what nothing was learned for reaches the limit")
	}
	for _, line := range [][]string{{"limit", "score", "1.5"}, {"bias", "-", "-1"}, {"sky", "grey wet", "3"}} {
		if err := m.weight(line); err != nil {
			t.Fatal(err)
		}
	}
	if wet := some.Append([]int32{0}, 1, 1, 1); m.Score(wet) != 2 || m.Limit != 1.5 {
		t.Errorf("score %v, limit %v", m.Score(wet), m.Limit)
	}
	for _, line := range [][]string{{"sky", "grey mild", "1"}, {"sky", "grey wet", "much"}} {
		if m.weight(line) == nil {
			t.Errorf("no error for %q", line)
		}
	}
}
