package data

import (
	"bytes"
	"fmt"
	"strings"
)

// Table reads a text table and gives every line's fields, separated by tabs, to
// line. Comments and empty lines are left out. An error names file and line.
func Table(name string, fields int, line func(f []string) error) error {
	b, err := Files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	return Lines(name, b, fields, line)
}

// Lines is Table for a table that comes from elsewhere.
func Lines(name string, b []byte, fields int, line func(f []string) error) error {
	n := 0
	for raw := range bytes.Lines(b) {
		n++
		text, _, _ := strings.Cut(strings.TrimRight(string(raw), "\r\n"), "#")
		if strings.TrimSpace(text) == "" {
			continue
		}
		f := strings.Split(strings.TrimRight(text, "\t "), "\t")
		if len(f) != fields {
			return fmt.Errorf("%s:%d: %d fields, want %d separated by tabs", name, n, len(f), fields)
		}
		if err := line(f); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}
