package api

import (
	"context"
	"encoding/json"
	"io"
	"iter"

	"depesche/register"
	"depesche/web/view"
)

// page is a source of exports that has the entries of one page.
type page struct {
	view.Source
	entries []register.Entry
}

// Entries gives the entries of the page.
func (p page) Entries(context.Context, register.Filter) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		for _, e := range p.entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
