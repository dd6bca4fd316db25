package timex

import (
	"embed"
	"fmt"
	"sync"
)

//go:embed data
var data embed.FS

// Rules is what is known of expressions of time in one language. It is
// immutable and may be shared.
type Rules struct {
	grammar      *grammar
	prepositions map[int32][]preposition
	tenses       *tenses
}

var languages = map[string]func() (*Rules, error){
	"de": sync.OnceValues(func() (*Rules, error) { return load("de") }),
	"en": sync.OnceValues(func() (*Rules, error) { return load("en") }),
}

// Load gives the rules of a language ("de", "en"). They are read once; an error
// names the file and the line.
func Load(lang string) (*Rules, error) {
	f, ok := languages[lang]
	if !ok {
		return nil, fmt.Errorf("timex: no rules for language %q", lang)
	}
	return f()
}

func load(lang string) (*Rules, error) {
	dir := "data/" + lang
	g, err := loadGrammar(data, dir)
	if err != nil {
		return nil, err
	}
	g.nounsUpper = lang == "de"
	r := &Rules{grammar: g}
	if r.prepositions, err = g.loadPrepositions(data, dir+"/prepositions.tsv"); err != nil {
		return nil, err
	}
	if r.tenses, err = loadTenses(data, dir+"/tenses.tsv"); err != nil {
		return nil, err
	}
	return r, g.firstSets()
}
