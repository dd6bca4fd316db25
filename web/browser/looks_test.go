package browser

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
)

//go:embed testdata
var files embed.FS

// axeSource is axe-core, which npm puts beside the tests (package.json has the
// version, .ci/run installs it); "" where it is not there.
var axeSource = sync.OnceValues(func() (string, error) {
	b, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(b), err
})

// finding is what axe-core says of a page.
type finding struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

// What axe-core looks for: everything of WCAG 2.2 A and AA and its best
// practice; what depends on the colours; what depends on the width.
const (
	everything = `runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	contrast   = `runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}`
	narrowness = `runOnly: {type: "rule", values: ["scrollable-region-focusable", "target-size", "link-name", "button-name", "label"]}`
)

// accessible fails the test on every serious or critical finding of axe-core;
// others are logged.
func (b *tab) accessible(rules string) {
	b.Helper()
	src, err := axeSource()
	if err != nil {
		b.Fatal(err)
	}
	if src == "" {
		b.Log("not looked over: npm install --prefix web/browser brings axe-core")
		return
	}
	js[bool](b, "if (!window.axe) {"+src+"}; true")
	out := js[string](b, `axe.run(document, {
		resultTypes: ["violations"],
		`+rules+`,
	}).then(r => JSON.stringify(r.violations.map(v => ({
		ID: v.id, Impact: v.impact, Help: v.help,
		Nodes: v.nodes.map(n => ({HTML: n.html, FailureSummary: n.failureSummary})),
	}))))`)
	var found []finding
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		b.Fatal(err)
	}
	for _, f := range found {
		text := fmt.Sprintf("axe-core: %s (%s): %s, %d times", f.ID, f.Impact, f.Help, len(f.Nodes))
		for _, n := range f.Nodes[:min(3, len(f.Nodes))] {
			text += fmt.Sprintf("\n  %.200s\n  %.300s", n.HTML, n.FailureSummary)
		}
		if f.Impact == "serious" || f.Impact == "critical" {
			b.Error(text)
		} else {
			b.Log(text)
		}
	}
}

// tidy fails the test if the page is wider than the window or words lie on
// other words.
func (b *tab) tidy() {
	b.Helper()
	src, err := files.ReadFile("testdata/tidy.js")
	if err != nil {
		b.Fatal(err)
	}
	found := js[[]string](b, string(src))
	for i, f := range found {
		if i == 10 {
			b.Errorf("and %d more", len(found)-i)
			break
		}
		b.Error(f)
	}
}
