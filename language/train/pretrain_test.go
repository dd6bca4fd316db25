package train

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestStartKeepsWhatIsInIt(t *testing.T) {
	from := tinyTrainer(t, 1)
	for i := range from.m.FeatureTable.Floats {
		from.m.FeatureTable.Floats[i] = float32(i) / 3
	}
	if err := from.saveStart(); err != nil {
		t.Fatal(err)
	}
	to := tinyTrainer(t, 1)
	to.c.Start = from.c.Out
	if err := to.start(); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(to.m.FeatureTable.Floats, from.m.FeatureTable.Floats) {
		t.Error("the vectors of features differ")
	}
	want := from.m.Parameters()
	for k, p := range to.m.Parameters() {
		if strings.HasPrefix(p.Name, "first.") && !slices.Equal(*p.Data, *want[k].Data) {
			t.Errorf("%s differs", p.Name)
		}
	}
}

func TestStartOfAnotherFormat(t *testing.T) {
	tr := tinyTrainer(t, 1)
	tr.c.Start = filepath.Join(t.TempDir(), "start")
	if err := os.WriteFile(tr.c.Start, []byte("no numbers"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := tr.start(); err == nil || !strings.Contains(err.Error(), tr.c.Start) {
		t.Errorf("error %v, want one that names the file", err)
	}
}
