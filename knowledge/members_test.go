package knowledge

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestMemberCounts holds the tables of memberships against numbers of members
// that are known for certain days.
func TestMemberCounts(t *testing.T) {
	b := base(t)
	text, err := os.ReadFile("testdata/members.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	err = eachLine("members.tsv", string(text), 5, func(r row) error {
		lines++
		want, err := strconv.Atoi(r.cell(3))
		if err != nil {
			return r.errorf("%w", err)
		}
		var got []string
		for _, m := range b.Members(r.cell(0), day(t, r.cell(1)).From) {
			if slices.Contains(strings.Split(r.cell(2), "+"), m.As) {
				who := m.Member.State
				if who == "" {
					who = m.Member.ID
				}
				got = append(got, who)
			}
		}
		slices.Sort(got)
		if len(got) != want {
			t.Errorf("%s:%d: %s had %d of %s on %s, want %d: %s", r.file, r.line, r.cell(0), len(got), r.cell(2), r.cell(1), want, strings.Join(got, " "))
		}
		for i := 1; i < len(got); i++ {
			if got[i] == got[i-1] {
				t.Errorf("%s:%d: %s twice in %s on %s", r.file, r.line, got[i], r.cell(0), r.cell(1))
			}
		}
		for _, who := range strings.Fields(r.cell(4)) {
			if name, out := strings.CutPrefix(who, "-"); slices.Contains(got, name) == out {
				t.Errorf("%s:%d: %s of %s on %s: wrong", r.file, r.line, who, r.cell(0), r.cell(1))
			}
		}
		return nil
	})
	if err != nil || lines < 60 {
		t.Error(lines, "lines", err)
	}
}

// TestMembersOnce: nobody is a full member of one organisation twice on a day.
func TestMembersOnce(t *testing.T) {
	b := base(t)
	for org, list := range b.members {
		for i, m := range list {
			for _, n := range list[i+1:] {
				if m.Member == n.Member && m.As == n.As && overlaps(m.Interval, n.Interval) {
					t.Errorf("%s: %s %s from %s and from %s", org, m.Member.en, m.As, m.From, n.From)
				}
			}
			if m.As == "suspended" && !slices.ContainsFunc(list, func(n Membership) bool {
				return n.Member == m.Member && (n.As == "member" || n.As == "participant") && overlaps(n.Interval, m.Interval)
			}) && org != "Q205650" {
				t.Errorf("%s: %s suspended, but no member", org, m.Member.en)
			}
		}
	}
	if m := b.Members("Q7768", 0); len(m) == 0 || !m[0].Founding() || m[len(m)-1].Founding() {
		t.Errorf("founding members of ASEAN: %v", m)
	}
}
