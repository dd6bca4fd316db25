package reading

import (
	"slices"
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// Gap is a word with somebody who can act in one of its places that no line of
// the lexicon reads: what the lexicon may lack.
type Gap struct {
	Pattern  string // lemma and kind, with the slots that somebody fills and the nouns in the others: "leisten/V[obj=Widerstand,subj]"
	Sentence string
}

// Gaps reads a report and gives its gaps in the order of the text.
func (w *Worker) Gaps(r *report.Report) ([]Gap, error) {
	if _, err := w.Read(r); err != nil {
		return nil, err
	}
	d := &w.doc
	var out []Gap
	var f slots
	for s := range d.trees {
		for k := range d.trees[s].words {
			if p := d.gapAt(&f, s, k); p != "" {
				out = append(out, Gap{p, d.rep.Cut(d.rep.Sentences[s].Span)})
			}
		}
	}
	return out, nil
}

// gapAt is the pattern that a word would need, "" where it has one or nobody
// who can act stands at it.
func (d *doc) gapAt(f *slots, s, w int) string {
	x := &d.trees[s].words[w]
	kind := kindOf(x)
	if kind == 0 || auxiliary(x) || d.mentionAt(s, w) != nil || d.modifies(s, w) {
		return ""
	}
	f.fill(d, s, w)
	for _, frames := range [...]*lexicon.Frames{d.lex.Events, d.lex.Relations, d.lex.Speech, d.lex.Status} {
		if f.match(frames) != nil {
			return ""
		}
	}
	actors := 0
	var slots []string
	for _, it := range f.items {
		if kind != lexicon.Verb && it.slot == lexicon.Subj || it.slot == lexicon.Owner || strings.Contains(string(it.slot), "-") || it.word == w {
			continue
		}
		name := string(it.slot)
		m := d.mentionAt(s, it.word)
		switch {
		case m != nil && len(m.ents) > 0 && m.kind != byPronoun:
			actors++
		case kind == lexicon.Verb && d.trees[s].words[it.word].UPOS == report.NOUN && it.slot != lexicon.Subj && it.slot != bare:
			name += "=" + d.trees[s].words[it.word].Lemma
		default:
			continue
		}
		if !slices.Contains(slots, name) {
			slots = append(slots, name)
		}
	}
	if actors == 0 || kind == lexicon.Verb && len(slots) == 1 && slots[0] != string(lexicon.Subj) && slots[0] != string(lexicon.Obj) {
		return ""
	}
	slices.Sort(slots)
	return x.Lemma + "/" + string(rune(kind)) + "[" + strings.Join(slots, ",") + "]"
}
