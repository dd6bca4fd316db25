package reading

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// feature is something that speaks for or against a name meaning a candidate.
type feature uint8

const (
	featState feature = iota
	featOrganisation
	featPlace
	featGroup
	featProminence
	featFullName
	featSurname
	featOffice
	featNoOffice
	featNamedInFull
	featNamedBefore
	featTitleFits
	featTitleAgainst
	featStateNear
	featStateNamed
	featStateAgainst
	featHome
	featMetonymAtPlace
	featOrganisationSeat
	featAddress
	featAdjectiveAgainst
	featDemonymCounted
	featDemonymBare
	featGone
	featTagAgrees
	featTagAgainst
	featCommonWord
	featLongerName
	featGivenName
	featEnough
	featMargin
	features
)

// featureNames are the names that linking.tsv and explanations have.
var featureNames = [features]string{
	"state", "organisation", "place", "group", "prominence", "full-name", "surname", "office", "no-office",
	"named-in-full", "named-before", "title-fits", "title-against", "state-near", "state-named", "state-against",
	"home", "metonym-at-place", "organisation-seat", "address", "adjective-against", "demonym-counted", "demonym-bare", "gone",
	"tag-agrees", "tag-against", "common-word", "longer-name", "given-name", "enough", "margin",
}

//go:embed linking.tsv
var linkingTable string

// weights are what each feature is worth.
type weights [features]float32

// linkWeights are the weights of linking.tsv, read once.
var linkWeights = sync.OnceValues(func() (*weights, error) { return readWeights(linkingTable) })

// readWeights reads feature, weight and a remark a line; every feature must
// stand there, once.
func readWeights(table string) (*weights, error) {
	var w weights
	var have [features]bool
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, "\t")
		value, _, _ := strings.Cut(rest, "\t")
		f, err := featureOf(name)
		if err != nil {
			return nil, fmt.Errorf("linking.tsv:%d: %w", n+1, err)
		}
		x, err := strconv.ParseFloat(value, 32)
		if err != nil {
			return nil, fmt.Errorf("linking.tsv:%d: weight %q: want a number", n+1, value)
		}
		if have[f] {
			return nil, fmt.Errorf("linking.tsv:%d: feature %q stands twice", n+1, name)
		}
		w[f], have[f] = float32(x), true
	}
	for f, ok := range have {
		if !ok {
			return nil, fmt.Errorf("linking.tsv: no weight for %q", featureNames[f])
		}
	}
	return &w, nil
}

func featureOf(name string) (feature, error) {
	for f, n := range featureNames {
		if n == name {
			return feature(f), nil
		}
	}
	return 0, fmt.Errorf("no feature %q", name)
}

// evidence is what was counted for one candidate: each feature with how much
// of it there is, and the sum.
type evidence struct {
	n     int
	list  [16]tallied
	score float32
}

type tallied struct {
	feature feature
	value   float32
}

func (e *evidence) add(w *weights, f feature) { e.times(w, f, 1) }

func (e *evidence) times(w *weights, f feature, value float32) {
	if value == 0 || e.n == len(e.list) {
		return
	}
	e.list[e.n] = tallied{f, value}
	e.n++
	e.score += w[f] * value
}

// String is the sum and what it consists of: "14 = state 6 + named-before 8".
func (e *evidence) explain(w *weights) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.3g =", e.score)
	for i, c := range e.list[:e.n] {
		x := w[c.feature] * c.value
		sign := " +"
		if x < 0 {
			sign, x = " −", -x
		} else if i == 0 {
			sign = ""
		}
		fmt.Fprintf(&b, "%s %s %.3g", sign, featureNames[c.feature], x)
	}
	return b.String()
}
