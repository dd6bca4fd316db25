package runon

import (
	"depesche/language/logistic"
	"depesche/report"
)

// values of features
var (
	scores  = []string{"none", "-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4"} // below the number
	numbers = []string{"0", "1", "2", "3", "4"}
	sides   = []string{"root", "before", "behind"} // where the head stands
	openers = []string{"start", "sign", "conjunction", "subordinate"}
	closers = []string{"end", "sign", "conjunction"}
	near    = []string{"0", "1", "2", "3", "4", "5", "6", "7", "far"}
	yesOrNo = []string{"no", "yes"}
	tags    = names(int(report.X)+1, func(i int) string { return report.UPOS(i).String() })
	rels    = names(report.NumRels, func(i int) string { return report.Rel(i).String() })
)

// names are the names of numbers; "-" is that of one without a name.
func names(n int, name func(int) string) []string {
	all := make([]string, n)
	for i := range all {
		if all[i] = name(i); all[i] == "" {
			all[i] = "-"
		}
	}
	return all
}

// kinds are the kinds of features, in the order in which they are numbered.
var kinds = logistic.New(
	logistic.Of("bias"),
	logistic.Of("score", scores),
	logistic.Of("arcs", numbers),
	logistic.Of("arc", rels),          // the relation of a single arc over the place
	logistic.Of("left", rels, sides),  // relation of the word before, and where its head stands
	logistic.Of("right", rels, sides), // the same of the word behind
	logistic.Of("finite", numbers, numbers),
	logistic.Of("subjects", numbers, numbers),
	logistic.Of("clauses", openers, yesOrNo, yesOrNo, closers), // around the place: how they begin and end, and whether they have a finite verb
	logistic.Of("verb", yesOrNo, yesOrNo, near),                // finite verbs in them, and how near the one behind is
	logistic.Of("tags", yesOrNo, yesOrNo, tags, tags),          // finite verbs in them, tags of the words around the place
	logistic.Of("join", rels, rels),                            // relations of the words around the place
	logistic.Of("begin", tags, sides, near),                    // of the word behind: tag, where its head stands, how near the finite verb is
	logistic.Of("between", tags, sides, numbers),               // of the word before: tag, where its head stands, arcs over the place
	logistic.Of("over", numbers, numbers, yesOrNo),             // arcs over the place: to function words, to subjects and objects; whether a verb is behind
	logistic.Of("length", numbers),
)

// NumFeatures is the number of features that Places gives.
func NumFeatures() int { return kinds.Num() }

// FeatureName is the name of a feature in the table: its kind, and the values with
// spaces between, "-" for none.
func FeatureName(f int32) (kind, values string) { return kinds.Name(f) }
