package segment

import "depesche/language/logistic"

// values of features
var (
	verbs    = []string{"none", "maybe", "verb"}
	lengths  = []string{"1", "2", "3", "4", "6", "9", "13", "20"}
	places   = []string{"0", "1", "2", "3", "5", "8"}
	zones    = []string{"start", "subordinate", "joined", "pronoun", "other"}
	yesOrNo  = []string{"no", "yes"}
	allParts = partNames[:]
)

// kindsOfFeature are the kinds of features, in the order in which they are numbered.
var kindsOfFeature = logistic.New(
	logistic.Of("bias"),
	logistic.Of("around", allParts, allParts),
	logistic.Of("left", allParts, allParts),
	logistic.Of("right", allParts, allParts),
	logistic.Of("verbs", verbs, zones, verbs, places),
	logistic.Of("length", lengths, verbs, yesOrNo),
	logistic.Of("first", allParts, allParts),
	logistic.Of("opened", allParts, verbs, verbs),
	logistic.Of("until", allParts, verbs, places),
	logistic.Of("close", allParts, verbs),
	logistic.Of("leftverb", allParts, verbs, verbs),
	logistic.Of("rightverb", allParts, verbs, verbs, places),
)

// NumFeatures is the number of features that Places gives.
func NumFeatures() int { return kindsOfFeature.Num() }

// FeatureName is the name of a feature in the table: its kind, and the values with
// spaces between, "-" for none.
func FeatureName(f int32) (kind, values string) { return kindsOfFeature.Name(f) }
