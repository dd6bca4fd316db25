package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"depesche/record"
	"depesche/report"
)

// evidence is the words from one to another of a sentence.
func (d *doc) evidence(s, first, last int) record.Evidence {
	ws := d.trees[s].words
	span := report.Span{Start: ws[first].Start, End: ws[last].End}
	return record.Evidence{Document: d.rep.ID, Sentence: s, Start: int(span.Start), End: int(span.End), Text: d.rep.Cut(span)}
}

// emit finishes a record and keeps it: its confidence is what records of its
// features have shown to be worth, its id is a digest of document, span,
// kind and type, and of what else tells two records of one span apart.
func (d *doc) emit(r record.Record) {
	if r.Status == "" {
		r.Status = record.Actual
	}
	r.Confidence = d.trust.Of(&r)
	h := sha256.New()
	put := func(s string) {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	put(r.Evidence[0].Document)
	put(strconv.Itoa(r.Evidence[0].Start))
	put(strconv.Itoa(r.Evidence[0].End))
	put(string(r.Kind))
	put(r.Type + r.Predicate + r.Measure + r.Form + r.As)
	for _, list := range [][]record.Entity{r.Actor, r.Recipient, r.Subject, r.Object, r.Speaker} {
		for i := range list {
			put(list[i].ID)
		}
	}
	sum := h.Sum(nil)
	r.ID = hex.EncodeToString(sum[:8])
	for i := range d.records {
		if d.records[i].ID == r.ID {
			return
		}
	}
	d.records = append(d.records, r)
}

// stretch is the first and last word of a record's evidence: the word that
// carries it and the heads of its parties.
func stretch(s, word int, lists ...[]party) (first, last int) {
	first, last = word, word
	for _, l := range lists {
		for _, p := range l {
			if p.m != nil && p.m.sent == s {
				first, last = min(first, p.m.first), max(last, p.m.last)
			}
		}
	}
	return first, last
}

func itoa(n int) string { return strconv.Itoa(n) }
