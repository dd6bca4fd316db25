package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// Quotation is what somebody is said to have said, as far as one stretch of the
// report tells it: byte ranges of its words and of those that name the speaker.
type Quotation struct {
	Quote, Speaker report.Span
	Names          []string // what else the speaker is called
	By             string
}

// Quotations reads a report and gives what it quotes, in the order of the text:
// statements, and sentences for which a cue ("laut Polizei") names the source.
func (w *Worker) Quotations(r *report.Report) ([]Quotation, error) {
	records, err := w.Read(r)
	if err != nil {
		return nil, err
	}
	d := &w.doc
	var out []Quotation
	said := map[int]bool{}
	for i := range records {
		x := &records[i]
		if x.Kind != record.KindStatement || len(x.Speaker) == 0 {
			continue
		}
		s := x.Evidence[0].Sentence
		said[s] = true
		e := &x.Speaker[0]
		out = append(out, Quotation{d.spanOf(x.Quote, s), report.Span{Start: int32(e.Start), End: int32(e.End)}, append([]string{e.Name, e.Text}, e.Aliases...), x.By})
	}
	out = append(out, d.quotedInside(records)...)
	out = append(out, d.unnamedQuotations()...)
	for _, u := range d.unnamed {
		said[u.sent] = true
	}
	out = append(out, d.spokenActs(records, said)...)
	for s := range d.cues {
		if said[s] {
			continue
		}
		for _, c := range d.cues[s] {
			p := c.who[0]
			e := d.entityAt(p.ent, p.m)
			out = append(out, Quotation{d.besideCue(s, &c), report.Span{Start: int32(e.Start), End: int32(e.End)}, append([]string{e.Name, e.Text}, e.Aliases...), "cue: " + d.words(s, c.first, c.last)})
		}
	}
	return out, nil
}

// spanOf is where the quoted words stand: in their sentence, else the first
// place behind it, else the whole sentence.
func (d *doc) spanOf(quote string, s int) report.Span {
	span := d.rep.Sentences[s].Span
	if quote == "" {
		return span
	}
	from := span.Start
	if s > 0 && strings.HasPrefix(d.rep.Text[d.rep.Sentences[s-1].Span.Start:], quote) {
		from = d.rep.Sentences[s-1].Span.Start
	}
	if k := strings.Index(d.rep.Text[from:], quote); k >= 0 {
		return report.Span{Start: from + int32(k), End: from + int32(k+len(quote))}
	}
	return span
}

// besideCue is the longer part of a sentence beside a cue.
func (d *doc) besideCue(s int, c *cueHit) report.Span {
	ws, span := d.trees[s].words, d.rep.Sentences[s].Span
	before := report.Span{Start: span.Start, End: ws[c.first].Start}
	behind := report.Span{Start: ws[c.last].End, End: span.End}
	if before.Len() > behind.Len() {
		return before
	}
	return behind
}

// quotedInside are the words in quotation marks that an indirect statement's
// sentence holds besides: "sagte, er habe sich »bewusst« geirrt".
func (d *doc) quotedInside(records []record.Record) []Quotation {
	var out []Quotation
	for i := range records {
		x := &records[i]
		if x.Kind != record.KindStatement || x.Form != "indirect" || len(x.Speaker) == 0 {
			continue
		}
		s := x.Evidence[0].Sentence
		e := &x.Speaker[0]
		for _, span := range d.quotedSpans(s) {
			out = append(out, Quotation{span, report.Span{Start: int32(e.Start), End: int32(e.End)}, append([]string{e.Name, e.Text}, e.Aliases...), "quoted inside"})
		}
	}
	return out
}

// quotedSpans are the stretches of a sentence in quotation marks.
func (d *doc) quotedSpans(s int) []report.Span {
	ws := d.trees[s].words
	var out []report.Span
	for w := 0; w < len(ws); w++ {
		if !d.quoted[s][w] || ws[w].UPOS == report.PUNCT {
			continue
		}
		first := w
		for w+1 < len(ws) && d.quoted[s][w+1] {
			w++
		}
		out = append(out, report.Span{Start: ws[first].Start, End: ws[w].End})
	}
	return out
}

// spokenActs are the acts done by speaking, in sentences without a statement.
func (d *doc) spokenActs(records []record.Record, said map[int]bool) []Quotation {
	var out []Quotation
	for i := range records {
		x := &records[i]
		if x.Kind != record.KindEvent || !spoken[x.Type] || len(x.Actor) == 0 || said[x.Evidence[0].Sentence] || x.Actor[0].Implied {
			continue
		}
		s := x.Evidence[0].Sentence
		e := &x.Actor[0]
		said[s] = true
		out = append(out, Quotation{d.rep.Sentences[s].Span, report.Span{Start: int32(e.Start), End: int32(e.End)}, append([]string{e.Name, e.Text}, e.Aliases...), "act of speech"})
	}
	return out
}

// unnamed is something said by a pronoun that was not resolved; it makes no
// statement.
type unnamed struct{ sent, word, speaker, content int }

func (d *doc) addUnnamed(f *slots, fr *lexicon.Frame) {
	w := f.get(lexicon.Subj)
	if w < 0 || fr.Kind != lexicon.Verb || f.t.words[w].UPOS != report.PRON {
		return
	}
	if c, found := d.contentOf(f, fr); found {
		d.unnamed = append(d.unnamed, unnamed{f.sent, f.head, w, c})
	}
}

// unnamedQuotations are what unresolved pronouns say.
func (d *doc) unnamedQuotations() []Quotation {
	var out []Quotation
	for _, u := range d.unnamed {
		ws := d.trees[u.sent].words
		span := d.rep.Sentences[u.sent].Span
		if u.content >= 0 {
			first, last := d.trees[u.sent].extent(u.content)
			span = report.Span{Start: ws[first].Start, End: ws[last].End}
		}
		who := &ws[u.speaker]
		out = append(out, Quotation{span, report.Span{Start: who.Start, End: who.End}, []string{who.Form}, "unnamed speaker"})
	}
	return out
}
