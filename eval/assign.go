package eval

import "math"

// assign pairs rows with columns so that the sum of worth is greatest: the
// Hungarian method with potentials (Kuhn 1955, Munkres 1957; the form in O(n³)
// after Jonker and Volgenant). It gives for each row its column, -1 where the
// pair would be worth nothing.
func assign(worth [][]float64, columns int) []int {
	rows := len(worth)
	n := max(rows, columns)
	s := solver{
		n: n, cost: func(i, j int) float64 {
			if i < rows && j < columns {
				return -worth[i][j]
			}
			return 0
		},
		u: make([]float64, n+1), v: make([]float64, n+1), row: make([]int, n+1), way: make([]int, n+1),
	}
	for i := 1; i <= n; i++ {
		s.add(i)
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	for j := 1; j <= columns; j++ {
		if i := s.row[j] - 1; i >= 0 && i < rows && worth[i][j-1] > 0 {
			out[i] = j - 1
		}
	}
	return out
}

// solver counts rows and columns from 1; column 0 stands for "none yet".
type solver struct {
	n    int
	cost func(i, j int) float64
	u, v []float64 // potentials of rows and columns
	row  []int     // column -> its row
	way  []int     // column -> the column before it on the path
}

// add finds a column for row i along the cheapest path.
func (s *solver) add(i int) {
	s.row[0] = i
	least := make([]float64, s.n+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	used := make([]bool, s.n+1)
	at := 0
	for s.row[at] != 0 {
		used[at] = true
		at = s.step(at, least, used)
	}
	for at != 0 {
		s.row[at] = s.row[s.way[at]]
		at = s.way[at]
	}
}

// step goes to the nearest column that is not used and moves the potentials.
func (s *solver) step(from int, least []float64, used []bool) int {
	d, next := math.Inf(1), 0
	for j := 1; j <= s.n; j++ {
		if used[j] {
			continue
		}
		if c := s.cost(s.row[from]-1, j-1) - s.u[s.row[from]] - s.v[j]; c < least[j] {
			least[j], s.way[j] = c, from
		}
		if least[j] < d {
			d, next = least[j], j
		}
	}
	for j := 0; j <= s.n; j++ {
		if used[j] {
			s.u[s.row[j]] += d
			s.v[j] -= d
		} else {
			least[j] -= d
		}
	}
	return next
}
