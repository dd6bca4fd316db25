// Package data holds the word lists and dictionaries of each language, a folder
// a language: text tables (*.tsv, "#" begins a comment, one fact a line) that
// are written by hand, and what generators have made of larger sources
// (morph.bin.gz by package morph/gen, names.bin.gz by names/gen).
package data

import "embed"

// Files are the tables and dictionaries, by "<language>/<file>".
//
//go:embed */*.tsv */morph.bin.gz */names.bin.gz
var Files embed.FS
