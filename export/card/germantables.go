package card

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/de/acts.tsv
var germanActsTSV string

//go:embed data/de/verbs.tsv
var germanVerbsTSV string

//go:embed data/de/status.tsv
var germanStatusTSV string

//go:embed data/de/relations.tsv
var germanRelationsTSV string

//go:embed data/de/measures.tsv
var germanMeasuresTSV string

//go:embed data/de/nouns.tsv
var germanNounsTSV string

// germanVerb is the present of a verb: its finite forms, and what goes to the
// end of the clause.
type germanVerb struct{ singular, plural, particle string }

// germanMeasure is how a figure's measure is named, and how it is joined to one
// party and to several.
type germanMeasure struct{ words, one, several string }

// noun is a name or an ending of names that takes an article.
type noun struct {
	gender   byte // m, f, n, p; 0 for a word that is no adjective though it looks like one
	genitive string
}

// germanTables are the words of German sentences; "" where a table has "-".
type germanTables struct {
	acts      map[pair]act
	verbs     map[string]germanVerb
	status    map[pair]auxiliary
	relations map[pair]relation
	measures  map[string]germanMeasure
	nouns     map[string]noun // whole names
	endings   map[string]noun // of words, in small letters
}

var loadGerman = sync.OnceValues(func() (*germanTables, error) {
	t := &germanTables{map[pair]act{}, map[string]germanVerb{}, map[pair]auxiliary{}, map[pair]relation{}, map[string]germanMeasure{}, map[string]noun{}, map[string]noun{}}
	return t, loadAll([]table{
		{"data/de/acts.tsv", germanActsTSV, 6, func(f []string) { t.acts[pair{f[0], f[1]}] = act{f[2], f[3], none(f[4]), f[5]} }},
		{"data/de/verbs.tsv", germanVerbsTSV, 4, func(f []string) { t.verbs[f[0]] = germanVerb{f[1], f[2], none(f[3])} }},
		{"data/de/status.tsv", germanStatusTSV, 5, func(f []string) { t.status[pair{f[0], f[1]}] = auxiliary{none(f[2]), none(f[3]), f[4]} }},
		{"data/de/relations.tsv", germanRelationsTSV, 4, func(f []string) { t.relations[pair{f[0], f[1]}] = relation{f[2], f[3]} }},
		{"data/de/measures.tsv", germanMeasuresTSV, 4, func(f []string) { t.measures[f[0]] = germanMeasure{f[1], f[2], f[3]} }},
		{"data/de/nouns.tsv", germanNounsTSV, 3, t.addNoun},
	})
})

func (t *germanTables) addNoun(f []string) {
	n := noun{f[1][0], none(f[2])}
	if n.gender == '-' {
		n.gender = 0
	}
	if ending, ok := strings.CutPrefix(f[0], "-"); ok {
		t.endings[ending] = n
		return
	}
	t.nouns[f[0]] = n
}

func none(field string) string { return pick(field == "-", "", field) }
