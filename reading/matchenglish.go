package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/report"
)

// matchEnglish tries the lemmas that a regular form may have, where the
// dictionary gave none that is listed, then the other kinds of word.
func (f *slots) matchEnglish(frames *lexicon.Frames, w *report.Word, kind lexicon.Kind) *lexicon.Frame {
	kinds := [3]lexicon.Kind{kind, lexicon.Noun, lexicon.Adjective}
	if kind == lexicon.Verb && w.Rel != report.Amod {
		kinds[1] = lexicon.Adjective
	}
	if kind == lexicon.Noun {
		kinds[1], kinds[2] = kind, kind
	}
	var space [6]string
	if l, ok := f.d.lex.Irregular[lower(w.Form)]; ok && kind == lexicon.Verb {
		if list := frames.Of(l, kind); list != nil {
			return f.firstHolding(list)
		}
	}
	if fr := f.matchHyphened(frames, kind); fr != nil {
		return fr
	}
	for _, k := range kinds {
		for _, l := range regularLemmas(lower(w.Form), space[:0]) {
			if list := frames.Of(l, k); list != nil {
				return f.firstHolding(list)
			}
		}
		if k == lexicon.Adjective && kind == lexicon.Verb && w.Rel != report.Amod {
			break
		}
	}
	return nil
}

// matchHyphened tries an English word with what a hyphen joins to it: "sit-in",
// "de-escalated", "hostage-taking".
func (f *slots) matchHyphened(frames *lexicon.Frames, kind lexicon.Kind) *lexicon.Frame {
	t := f.t
	join := func(first, last int) *lexicon.Frame {
		if first < 0 || last >= len(t.words) || t.words[first+1].Form != "-" || t.words[first].Spaced || t.words[first+1].Spaced {
			return nil
		}
		var space [6]string
		for _, l := range regularLemmas(lower(t.words[first].Form)+"-"+lower(t.words[last].Form), space[:0]) {
			for _, k := range [...]lexicon.Kind{kind, lexicon.Noun} {
				if list := frames.Of(l, k); list != nil {
					return f.firstHolding(list)
				}
			}
		}
		return nil
	}
	if fr := join(f.head-2, f.head); fr != nil {
		return fr
	}
	return join(f.head, f.head+2)
}

// regularLemmas appends what a regular English form can be of.
func regularLemmas(form string, to []string) []string {
	to = append(to, form)
	for _, end := range [...]string{"ed", "ing", "es", "s"} {
		stem, ok := strings.CutSuffix(form, end)
		if !ok || len(stem) < 3 {
			continue
		}
		if y, ok := strings.CutSuffix(stem, "i"); ok && end != "ing" {
			return append(to, y+"y")
		}
		to = append(to, stem, stem+"e")
		if n := len(stem); stem[n-1] == stem[n-2] {
			to = append(to, stem[:n-1])
		}
		return to
	}
	return to
}
