package eval

import (
	"fmt"
	"math"
	"strings"
)

// Calibration says for each tenth of the confidence how many records of it are
// right: found for gold, and whole. The zero value is empty.
type Calibration struct {
	Bins [10]Bin
}

// Bin is the records of a tenth of the confidence.
type Bin struct {
	N, Right int
	Sum      float64 // of the confidences
}

// Add counts a record of the given confidence.
func (c *Calibration) Add(confidence float64, right bool) {
	b := &c.Bins[min(max(int(confidence*10), 0), 9)]
	b.N++
	b.Sum += confidence
	if right {
		b.Right++
	}
}

// Error is the expected calibration error: the mean distance between
// confidence and share right, the tenths weighted by their records (Naeini,
// Cooper and Hauskrecht 2015).
func (c *Calibration) Error() float64 {
	n, sum := 0, 0.0
	for _, b := range c.Bins {
		n += b.N
		sum += math.Abs(b.Sum - float64(b.Right))
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// String is the reliability table.
func (c *Calibration) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%-10s %7s %7s %10s %11s\n", "confidence", "records", "right", "mean conf.", "share right")
	var all Bin
	for i, b := range c.Bins {
		if b.N > 0 {
			b.row(&s, fmt.Sprintf("%.1f-%.1f", float64(i)/10, float64(i+1)/10))
		}
		all.N, all.Right, all.Sum = all.N+b.N, all.Right+b.Right, all.Sum+b.Sum
	}
	if all.N > 0 {
		all.row(&s, "all")
	}
	fmt.Fprintf(&s, "calibration error %.3f\n", c.Error())
	return s.String()
}

func (b *Bin) row(s *strings.Builder, name string) {
	n := float64(b.N)
	fmt.Fprintf(s, "%-10s %7d %7d %10.2f %11.2f\n", name, b.N, b.Right, b.Sum/n, float64(b.Right)/n)
}
