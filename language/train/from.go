package train

import (
	"fmt"
	"os"

	"depesche/language/model"
)

// readModel reads the model to go on from, nil if the configuration names none.
func (c *Config) readModel() (*model.Model, error) {
	if c.From == "" {
		return nil, nil
	}
	m, err := openModel(c.From)
	if err != nil {
		return nil, err
	}
	if m.Sizes != c.Sizes || m.Buckets != c.Buckets {
		return nil, fmt.Errorf("%s: its widths are %+v and %d buckets, want %+v and %d", c.From, m.Sizes, m.Buckets, c.Sizes, c.Buckets)
	}
	return m, nil
}

func openModel(name string) (*model.Model, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := model.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// goOn fills in what the earlier model has learned: words and their vectors, the
// vectors of features, and every array of the same size (those of tags and
// relations only if the same ones occur).
func (t *trainer) goOn(from *model.Model) error {
	if from == nil {
		return nil
	}
	if from.Classes != t.m.Classes {
		return fmt.Errorf("%s: it knows %d classes of words, the dictionary %d", t.c.From, from.Classes, t.m.Classes)
	}
	copy(t.m.FeatureTable.Floats, floats(&from.FeatureTable))
	old := from.Parameters()
	for k, p := range t.m.Parameters() {
		if old[k].Name == p.Name && old[k].Size == p.Size {
			copy(*p.Data, *old[k].Data)
		}
	}
	return nil
}

// floats is a stored table as floats.
func floats(t *model.Table) []float32 {
	out := make([]float32, len(t.Small))
	for r := range t.Rows() {
		t.AddRow(out[r*t.Width:(r+1)*t.Width], int32(r))
	}
	return out
}
