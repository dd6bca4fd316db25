// Package data holds the word lists and dictionaries of each language, a folder
// a language: text tables (*.tsv, "#" begins a comment, one fact a line) that
// are written by hand, and what generators have made of larger sources
// (morph.bin.gz by package morph/gen).
package data

import "embed"

// Files are the tables and dictionaries, by "<language>/<file>".
//
//go:embed */*.tsv */morph.bin.gz
var Files embed.FS
