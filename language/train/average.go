package train

// average is the running mean of all weights over the last steps (Polyak and
// Juditsky 1992), which does a little better than the last weights themselves.
type average struct {
	live [][]float32
	mean [][]float32
	seen int
	span int
}

// averageEvery is the number of steps between two looks at the weights, and
// averageShare the share of all steps, as one in so many, that the mean is over.
const (
	averageEvery = 8
	averageShare = 16
)

func newAverage(steps int, live ...[]float32) *average {
	a := &average{live: live, span: max(1, steps/averageShare/averageEvery)}
	for _, v := range live {
		a.mean = append(a.mean, make([]float32, len(v)))
	}
	return a
}

// look takes the weights into the mean.
func (a *average) look() {
	a.seen++
	share := 1 / float32(min(a.seen, a.span))
	for k, mean := range a.mean {
		for i, v := range a.live[k] {
			mean[i] += share * (v - mean[i])
		}
	}
}

// swap puts the mean in the place of the weights, and back.
func (a *average) swap() {
	if a.seen == 0 {
		return
	}
	for k, mean := range a.mean {
		live := a.live[k]
		for i, v := range live {
			live[i], mean[i] = mean[i], v
		}
	}
}
