package page

import (
	"io/fs"
	"regexp"
	"testing"
)

// TestTexts holds that every key that a template uses has words.
func TestTexts(t *testing.T) {
	all, err := texts()
	if err != nil {
		t.Fatal(err)
	}
	used := regexp.MustCompile(`\bt "([a-z0-9.]+)"`)
	err = fs.WalkDir(templateFiles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := templateFiles.ReadFile(path)
		for _, m := range used.FindAllSubmatch(b, -1) {
			if all[string(m[1])] == nil {
				t.Errorf("%s: no words for %q", path, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
