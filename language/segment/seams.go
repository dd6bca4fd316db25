package segment

import (
	"fmt"
	"io/fs"
	"math"
	"strconv"

	"depesche/language/data"
	"depesche/language/morph"
)

// seams tell where a sentence ends without a stop, since a headline has been run into
// its text: a logistic model over what the dictionary says of the words around each
// place between two words. It is learned by ./gen.
type seams struct {
	*neighbours
	dict    *morph.Dict
	weights []float32
	limit   float32 // what a place must score to be an end
}

// loadSeams reads the language's model, nil if it has none.
func loadSeams(lang string) (*seams, error) {
	words, model := lang+"/neighbours.tsv", lang+"/seams.tsv"
	if _, err := fs.Stat(data.Files, words); err != nil {
		return nil, nil
	}
	s := &seams{weights: make([]float32, NumFeatures()), limit: math.MaxFloat32}
	var err error
	if s.neighbours, err = loadNeighbours(words); err != nil {
		return nil, err
	}
	if s.dict, err = morph.Load(lang); err != nil {
		return nil, err
	}
	if _, missing := fs.Stat(data.Files, model); missing != nil {
		return s, nil // it is about to be learned
	}
	return s, data.Table(model, 3, s.weight)
}

func (s *seams) weight(f []string) error {
	w, err := strconv.ParseFloat(f[2], 32)
	if err != nil {
		return fmt.Errorf("weight %q is no number", f[2])
	}
	if f[0] == "limit" {
		s.limit = float32(w)
		return nil
	}
	i := featureOf(f[0], f[1])
	if i < 0 {
		return fmt.Errorf("no feature %q %q", f[0], f[1])
	}
	s.weights[i] = float32(w)
	return nil
}
