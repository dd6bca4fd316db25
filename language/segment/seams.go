package segment

import (
	"errors"
	"io/fs"

	"depesche/language/data"
	"depesche/language/logistic"
	"depesche/language/morph"
)

// seams tell where a sentence ends without a stop, since a headline has been run into
// its text: a logistic model over what the dictionary says of the words around each
// place between two words. It is learned by ./gen. A place must reach the model's limit.
type seams struct {
	*neighbours
	*logistic.Model
	dict *morph.Dict
}

// loadSeams reads the language's model, nil if it has none.
func loadSeams(lang string) (*seams, error) {
	words, model := lang+"/neighbours.tsv", lang+"/seams.tsv"
	if _, err := fs.Stat(data.Files, words); err != nil {
		return nil, nil
	}
	s := &seams{}
	var err error
	if s.neighbours, err = loadNeighbours(words); err != nil {
		return nil, err
	}
	if s.dict, err = morph.Load(lang); err != nil {
		return nil, err
	}
	if s.Model, err = logistic.Load(model, kindsOfFeature); errors.Is(err, fs.ErrNotExist) {
		return s, nil // it is about to be learned
	}
	return s, err
}
