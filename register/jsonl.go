package register

import (
	"context"
	"encoding/json"
	"io"
)

// WriteJSONL writes all that was read as JSON lines: {"report":…} by day and
// id, without texts; then {"entry":…,"members":…} in the order of the register;
// then {"correction":…} and {"failure":…}. The same set of reports, read by the
// same reader and corrected alike, gives the same bytes, in whatever order and
// however often interrupted it came in, in whichever store.
func WriteJSONL(ctx context.Context, g *Register, w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return g.store.View(ctx, func(v View) error {
		for r, err := range v.Reports(ctx) {
			if err != nil {
				return err
			}
			if err := enc.Encode(struct {
				Report *Report `json:"report"`
			}{&r}); err != nil {
				return err
			}
		}
		if err := writeEntries(ctx, v, enc); err != nil {
			return err
		}
		log, err := v.Corrections(ctx)
		if err != nil {
			return err
		}
		for i := range log {
			if err := enc.Encode(struct {
				Correction *Correction `json:"correction"`
			}{&log[i]}); err != nil {
				return err
			}
		}
		for f, err := range v.Failures(ctx) {
			if err != nil {
				return err
			}
			if err := enc.Encode(struct {
				Failure *Failure `json:"failure"`
			}{&f}); err != nil {
				return err
			}
		}
		return nil
	})
}

func writeEntries(ctx context.Context, v View, enc *json.Encoder) error {
	var entries []Entry
	flush := func() error {
		ids := make([]ID, len(entries))
		for i := range entries {
			ids[i] = entries[i].ID
		}
		members, err := v.MembersOf(ctx, ids)
		if err != nil {
			return err
		}
		for i := range entries {
			n := 0
			for n < len(members) && members[n].Entry == entries[i].ID {
				members[n].Source = Report{} // stands above
				n++
			}
			if err := enc.Encode(struct {
				Entry   *Entry   `json:"entry"`
				Members []Member `json:"members"`
			}{&entries[i], members[:n]}); err != nil {
				return err
			}
			members = members[n:]
		}
		entries = entries[:0]
		return nil
	}
	for e, err := range v.Entries(ctx, &Filter{}) {
		if err != nil {
			return err
		}
		if entries = append(entries, e); len(entries) == 200 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}
