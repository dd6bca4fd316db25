package reading

import (
	"strings"
	"testing"
	"time"
)

// TestLongWords reads words that no language has: parts of them are looked up, and that
// must take linear time. Without a bound the longest took a minute.
func TestLongWords(t *testing.T) {
	begun := time.Now()
	for _, word := range []string{strings.Repeat("a", 200_000), strings.Repeat("a-", 50_000), "a" + strings.Repeat("\u0301", 100_000)} {
		readIn(t, "de", "Die Regierung nannte "+word+" und ging.")
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("three long words took %v", took)
	}
}
