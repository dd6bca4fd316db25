package main

import (
	"fmt"
	"math"
	"math/rand/v2"

	"depesche/language/morph"
	"depesche/language/names"
	"depesche/report"
)

const tags = int(report.NameIOther) + 1

// example is a sentence ready for training.
type example struct {
	buckets [][]uint32
	gold    []uint8
}

func examples(d *morph.Dict, clusters map[string]uint8, ss [][]report.Word) []example {
	in := names.NewInputs(d, clusters)
	all := make([]example, len(ss))
	for i, s := range ss {
		in.Read(s)
		for j := range s {
			all[i].buckets = append(all[i].buckets, append([]uint32(nil), in.Of(j)...))
			all[i].gold = append(all[i].gold, uint8(s[j].Name))
		}
	}
	return all
}

// learner is a structured perceptron; the sums give the average over all steps.
type learner struct {
	rows, rowSums []int32
	stamp         []int32 // the step at which a row's sum was brought up to date
	next, sums    [tags + 1][tags]int32
	step          int32
	chain         names.Chain
}

func train(xs []example, epochs int) *names.Weights {
	l := &learner{rows: make([]int32, names.Buckets*tags), rowSums: make([]int32, names.Buckets*tags), stamp: make([]int32, names.Buckets)}
	order := rand.New(rand.NewPCG(1, 2))
	for e := range epochs {
		wrong := 0
		for _, i := range order.Perm(len(xs)) {
			wrong += l.learn(&xs[i])
		}
		fmt.Printf("epoch %d: %d wrong tags\n", e+1, wrong)
	}
	return l.average()
}

// learn tags the sentence and moves the weights from what was found to what is
// right.
func (l *learner) learn(x *example) int {
	l.step++
	l.chain.Reset(len(x.gold))
	for i, bs := range x.buckets {
		row := l.chain.Row(i)
		for _, b := range bs {
			for t := range tags {
				row[t] += l.rows[int(b)*tags+t]
			}
		}
	}
	var next [tags + 1][tags]int16
	for i := range next {
		for j := range next[i] {
			next[i][j] = int16(max(-32000, min(32000, l.next[i][j])))
		}
	}
	wrong := 0
	best := l.chain.Best(&next)
	for i, t := range best {
		g := x.gold[i]
		before, beforeGold := tags, tags
		if i > 0 {
			before, beforeGold = int(best[i-1]), int(x.gold[i-1])
		}
		if t != g || before != beforeGold {
			l.next[beforeGold][g]++
			l.next[before][t]--
		}
		if t == g {
			continue
		}
		wrong++
		for _, b := range x.buckets[i] {
			l.update(b)
			l.rows[int(b)*tags+int(g)]++
			l.rows[int(b)*tags+int(t)]--
		}
	}
	for i := range l.next {
		for j := range l.next[i] {
			l.sums[i][j] += l.next[i][j]
		}
	}
	return wrong
}

// update brings a row's sum up to date before the row changes.
func (l *learner) update(b uint32) {
	n := l.step - l.stamp[b]
	l.stamp[b] = l.step
	for t := range tags {
		l.rowSums[int(b)*tags+t] += n * l.rows[int(b)*tags+t]
	}
}

// steps is how many small steps of the file's bytes a weight of one has.
const steps = 3

// average makes the weights of the averages, scaled to bytes.
func (l *learner) average() *names.Weights {
	l.step++
	for b := range l.stamp {
		l.update(uint32(b))
	}
	most := int32(0)
	for _, v := range l.rowSums {
		most = max(most, v, -v)
	}
	fmt.Printf("largest weight %.1f\n", float64(most)/float64(l.step))
	w := &names.Weights{Rows: make([]byte, len(l.rows))}
	scale := steps / float64(l.step)
	for i, v := range l.rowSums {
		w.Rows[i] = byte(int8(max(-127, min(127, math.Round(scale*float64(v))))))
	}
	for i := range l.sums {
		for j, v := range l.sums[i] {
			w.Next[i][j] = int16(max(-32000, min(32000, math.Round(scale*float64(v)))))
		}
	}
	return w
}
