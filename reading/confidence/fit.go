package confidence

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Sample is the features of a record and whether it was right.
type Sample struct {
	Document string
	Features []string
	Right    bool
}

// Penalty is the strength of the quadratic penalty on weights: with few samples
// a feature that is rare moves the confidence little.
const Penalty = 4.0

const (
	rounds = 4000
	step   = 0.02
)

// Fit finds the weights under which the samples are most likely, by gradient
// descent on the penalised logistic loss. The kinds themselves ("event") carry
// no penalty. The same samples give the same weights.
func Fit(samples []Sample) Weights {
	names := features(samples)
	at := make(map[string]int, len(names))
	for i, n := range names {
		at[n] = i
	}
	x := make([][]int, len(samples))
	for i, s := range samples {
		for _, f := range s.Features {
			x[i] = append(x[i], at[f])
		}
	}
	w := make([]float64, len(names))
	grad := make([]float64, len(names))
	for range rounds {
		for i := range grad {
			grad[i] = 0
			if strings.Contains(names[i], " ") {
				grad[i] = Penalty * w[i]
			}
		}
		for i := range samples {
			z := 0.0
			for _, f := range x[i] {
				z += w[f]
			}
			d := logistic(z)
			if samples[i].Right {
				d--
			}
			for _, f := range x[i] {
				grad[f] += d
			}
		}
		for i := range w {
			w[i] -= step * grad[i]
		}
	}
	out := make(Weights, len(names))
	for i, n := range names {
		out[n] = math.Round(1000*w[i]) / 1000
	}
	return out
}

func features(samples []Sample) []string {
	var names []string
	for _, s := range samples {
		names = append(names, s.Features...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// LeftOut is the confidence of each sample under weights fitted to the other
// documents only: what to expect of reports that nobody has seen.
func LeftOut(samples []Sample) []float64 {
	out := make([]float64, len(samples))
	done := map[string]bool{}
	for _, s := range samples {
		if done[s.Document] {
			continue
		}
		done[s.Document] = true
		var rest []Sample
		for _, o := range samples {
			if o.Document != s.Document {
				rest = append(rest, o)
			}
		}
		w := Fit(rest)
		for i, o := range samples {
			if o.Document != s.Document {
				continue
			}
			z := 0.0
			for _, f := range o.Features {
				z += w[f]
			}
			out[i] = logistic(z)
		}
	}
	return out
}

// String is the table that Parse reads.
func (w Weights) String() string {
	names := make([]string, 0, len(w))
	for n := range w {
		names = append(names, n)
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString("# Log-odds that a record is right, by what is known of it (docs/eval.md). Fitted by depesche eval calibration --fit.\n")
	for _, n := range names {
		fmt.Fprintf(&b, "%s\t%g\n", n, w[n])
	}
	return b.String()
}
