package train

import (
	"math"
	"testing"

	"depesche/language/names"
	"depesche/report"
)

// TestChainGradients compares the gradients with differences of the loss.
func TestChainGradients(t *testing.T) {
	gold := []int{0, int(report.NameBOrg), int(report.NameIOrg), 0}
	r := random{7}
	c := chain{scores: make([]float32, len(gold)*nameColumns), next: make([]float32, (names.NumTags+1)*nameColumns), dNext: make([]float32, (names.NumTags+1)*nameColumns)}
	for _, v := range [][]float32{c.scores, c.next} {
		for i := range v {
			v[i] = 2*r.float() - 1
		}
	}
	c.learn(gold)
	dScores, dNext := append([]float32(nil), c.dScores...), append([]float32(nil), c.dNext...)
	check := func(what string, data, grad []float32) {
		for i := range data {
			if i%nameColumns >= names.NumTags {
				continue
			}
			const step = 1.0 / 64
			was := data[i]
			data[i] = was + step
			up := c.learn(gold)
			data[i] = was - step
			down := c.learn(gold)
			data[i] = was
			if d := (up - down) / (2 * step); math.Abs(d-float64(grad[i])) > 1e-3 {
				t.Errorf("%s %d: gradient %v, difference %v", what, i, grad[i], d)
			}
		}
	}
	check("score", c.scores, dScores)
	check("pair", c.next, dNext)
	if loss := c.learn(nil); loss != 0 {
		t.Errorf("no words lose %v", loss)
	}
}
