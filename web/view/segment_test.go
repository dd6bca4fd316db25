package view

import (
	"fmt"
	"testing"
)

func TestSegments(t *testing.T) {
	const text = "Über den Fluss kam ein Bote."
	for _, c := range []struct {
		marks []stretch
		want  string
	}{
		{nil, "[Über den Fluss kam ein Bote. []]"},
		{[]stretch{{0, 5, 0}}, "[Über [0]}{ den Fluss kam ein Bote. []]"},
		{[]stretch{{0, 9, 0}, {6, 15, 1}}, "[Über  [0]}{den [0 1]}{ Fluss [1]}{ kam ein Bote. []]"},              // overlapping
		{[]stretch{{0, 15, 0}, {6, 9, 1}, {6, 9, 2}}, "[Über  [0]}{den [0 1 2]}{ Fluss [0]}{ kam ein Bote. []]"}, // nested, and twice on the same words
		{[]stretch{{1, 5, 0}}, "[Über [0]}{ den Fluss kam ein Bote. []]"},                                        // begins within Ü
		{[]stretch{{20, 900, 0}, {-4, -1, 1}, {7, 7, 2}}, "[Über den Fluss kam  []}{ein Bote. [0]]"},             // beyond the text, empty
	} {
		got := "["
		for i, s := range segments(text, 0, len(text), c.marks) {
			if i > 0 {
				got += "}{"
			}
			got += fmt.Sprint(s.Text, " ", s.On)
		}
		if got += "]"; got != c.want {
			t.Errorf("%v: %s, want %s", c.marks, got, c.want)
		}
	}
}
