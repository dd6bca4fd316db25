package segment

import (
	"slices"
	"strings"
)

// kindOfFeature is a kind of what the model looks at: all combinations of some values.
type kindOfFeature struct {
	name   string
	values [][]string
}

var (
	verbs    = []string{"none", "maybe", "verb"}
	lengths  = []string{"1", "2", "3", "4", "6", "9", "13", "20"}
	places   = []string{"0", "1", "2", "3", "5", "8"}
	zones    = []string{"start", "subordinate", "joined", "pronoun", "other"}
	yesOrNo  = []string{"no", "yes"}
	allParts = partNames[:]
)

// kindsOfFeature are the kinds of features, in the order in which they are numbered.
var kindsOfFeature = []kindOfFeature{
	{"bias", nil},
	{"around", [][]string{allParts, allParts}},
	{"left", [][]string{allParts, allParts}},
	{"right", [][]string{allParts, allParts}},
	{"verbs", [][]string{verbs, zones, verbs, places}},
	{"length", [][]string{lengths, verbs, yesOrNo}},
	{"first", [][]string{allParts, allParts}},
	{"opened", [][]string{allParts, verbs, verbs}},
	{"until", [][]string{allParts, verbs, places}},
	{"close", [][]string{allParts, verbs}},
	{"leftverb", [][]string{allParts, verbs, verbs}},
	{"rightverb", [][]string{allParts, verbs, verbs, places}},
}

func (k *kindOfFeature) size() int {
	n := 1
	for _, v := range k.values {
		n *= len(v)
	}
	return n
}

// NumFeatures is the number of features that Places gives.
func NumFeatures() int {
	n := 0
	for i := range kindsOfFeature {
		n += kindsOfFeature[i].size()
	}
	return n
}

// FeatureName is the name of a feature in the table: its kind, and the values with
// spaces between.
func FeatureName(f int32) (kind, values string) {
	at := int(f)
	for i := range kindsOfFeature {
		k := &kindsOfFeature[i]
		if n := k.size(); at >= n {
			at -= n
			continue
		}
		names := make([]string, len(k.values))
		for j := len(names) - 1; j >= 0; j-- {
			n := len(k.values[j])
			names[j] = k.values[j][at%n]
			at /= n
		}
		return k.name, strings.Join(names, " ")
	}
	return "", ""
}

// featureOf is the number of a feature by its name, or -1.
func featureOf(kind, values string) int {
	at := 0
	for i := range kindsOfFeature {
		k := &kindsOfFeature[i]
		if k.name != kind {
			at += k.size()
			continue
		}
		names := strings.Fields(values)
		if values == "-" {
			names = nil
		}
		if len(names) != len(k.values) {
			return -1
		}
		n := 0
		for j, v := range k.values {
			x := slices.Index(v, names[j])
			if x < 0 {
				return -1
			}
			n = n*len(v) + x
		}
		return at + n
	}
	return -1
}
