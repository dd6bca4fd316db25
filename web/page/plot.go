package page

import (
	"html/template"

	"depesche/web/plot"
)

// legend are the keys that explain the classes of a plot, by their text.
var legend = []struct {
	Text  string
	Class plot.Class
}{
	{"legend.good", plot.Class{Tone: plot.Cooperation}},
	{"legend.bad", plot.Class{Tone: plot.Conflict}},
	{"legend.even", plot.Class{}},
	{"legend.hollow", plot.Class{Fill: plot.Hollow}},
	{"legend.hatched", plot.Class{Fill: plot.Hatched}},
}

// legendKeys are the marks of the legend with their words in a language.
func legendKeys(lang string) []legendKey {
	out := make([]legendKey, len(legend))
	for i, k := range legend {
		out[i] = legendKey{plot.Key(k.Class), say(lang, k.Text)}
	}
	return out
}

type legendKey struct {
	Mark template.HTML
	Text string
}
