package reading

import (
	"strings"

	"depesche/report"
)

// bearing says whether the "von" of a phrase belongs to a word for where something
// lies: "südöstlich von Bethlehem", "unweit von Goma".
func bearing(t *tree, i int) bool {
	c := t.child(i, report.Case)
	if c < 1 || lower(t.words[c].Form) != "von" {
		return false
	}
	before := lower(t.words[c-1].Form)
	for _, point := range [...]string{"nördlich", "südlich", "östlich", "westlich"} {
		if strings.HasSuffix(before, point) {
			return true
		}
	}
	switch before {
	case "unweit", "nahe", "abseits", "jenseits", "diesseits", "außerhalb", "innerhalb", "entfernt":
		return true
	}
	return false
}
