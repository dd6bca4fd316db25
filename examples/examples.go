// Package examples holds reports that were written for Depesche, to try it with.
// What they tell is made up; see README.md beside this file.
package examples

import (
	_ "embed"
	"io"
	"strings"
)

//go:embed demo.jsonl
var demo string

// Demo gives the reports that depesche serve --demo shows, as JSON lines of
// package source: about a hundred, in German and English, of the years 2023 to
// 2025.
func Demo() io.Reader { return strings.NewReader(demo) }
