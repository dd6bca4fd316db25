// Package logistic holds logistic models over named features: every kind of feature is all
// combinations of some values, of which just one holds in each case. The weights stand in a
// text table, a feature a line.
package logistic

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"depesche/language/data"
)

// Kind is a kind of feature.
type Kind struct {
	name   string
	values [][]string
}

// Of is a kind of which every feature has a value of each list.
func Of(name string, values ...[]string) Kind { return Kind{name, values} }

func (k *Kind) size() int {
	n := 1
	for _, v := range k.values {
		n *= len(v)
	}
	return n
}

// Kinds number the features of some kinds, one kind after the other.
type Kinds struct {
	kinds []Kind
	at    []int // the number of each kind's first feature, and of all
}

// New numbers the features of kinds.
func New(kinds ...Kind) *Kinds {
	ks := &Kinds{kinds: kinds, at: []int{0}}
	for i := range kinds {
		ks.at = append(ks.at, ks.at[i]+kinds[i].size())
	}
	return ks
}

// Len is the number of kinds.
func (ks *Kinds) Len() int { return len(ks.kinds) }

// Num is the number of features.
func (ks *Kinds) Num() int { return ks.at[len(ks.kinds)] }

// Append appends the feature of the i-th kind that has the values with these numbers.
func (ks *Kinds) Append(to []int32, i int, values ...int) []int32 {
	n := 0
	for j, x := range values {
		n = n*len(ks.kinds[i].values[j]) + x
	}
	return append(to, int32(ks.at[i]+n))
}

// Name is the name of a feature in the table: its kind, and the values with spaces between,
// "-" for none.
func (ks *Kinds) Name(f int32) (kind, values string) {
	i, found := slices.BinarySearch(ks.at, int(f))
	if !found {
		i--
	}
	if i < 0 || i >= len(ks.kinds) {
		return "", ""
	}
	k := &ks.kinds[i]
	n := int(f) - ks.at[i]
	names := make([]string, len(k.values))
	for j := len(names) - 1; j >= 0; j-- {
		names[j] = k.values[j][n%len(k.values[j])]
		n /= len(k.values[j])
	}
	if len(names) == 0 {
		return k.name, "-"
	}
	return k.name, strings.Join(names, " ")
}

// Of is the number of a feature by its name, or -1.
func (ks *Kinds) Of(kind, values string) int {
	i := slices.IndexFunc(ks.kinds, func(k Kind) bool { return k.name == kind })
	if i < 0 {
		return -1
	}
	names := strings.Fields(values)
	if values == "-" && len(ks.kinds[i].values) == 0 {
		names = nil
	}
	if len(names) != len(ks.kinds[i].values) {
		return -1
	}
	n := 0
	for j, v := range ks.kinds[i].values {
		x := slices.Index(v, names[j])
		if x < 0 {
			return -1
		}
		n = n*len(v) + x
	}
	return ks.at[i] + n
}

// Model is a weight for every feature, and a limit.
type Model struct {
	Limit   float32 // what a case must score
	kinds   *Kinds
	weights []float32
}

// Untaught is the model that nothing has been learned for: no case reaches the limit.
func Untaught(ks *Kinds) *Model {
	return &Model{Limit: math.MaxFloat32, kinds: ks, weights: make([]float32, ks.Num())}
}

// Load reads the model of a table: kind, values and weight. Its error names file and line,
// and is fs.ErrNotExist if there is no such file.
func Load(file string, ks *Kinds) (*Model, error) {
	m := Untaught(ks)
	return m, data.Table(file, 3, m.weight)
}

func (m *Model) weight(f []string) error {
	w, err := strconv.ParseFloat(f[2], 32)
	if err != nil {
		return fmt.Errorf("weight %q is no number", f[2])
	}
	if f[0] == "limit" {
		m.Limit = float32(w)
		return nil
	}
	i := m.kinds.Of(f[0], f[1])
	if i < 0 {
		return fmt.Errorf("no feature %q %q", f[0], f[1])
	}
	m.weights[i] = float32(w)
	return nil
}

// Score is the sum of the features' weights.
func (m *Model) Score(features []int32) float32 {
	sum := float32(0)
	for _, f := range features {
		sum += m.weights[f]
	}
	return sum
}
