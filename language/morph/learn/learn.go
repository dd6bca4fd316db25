package learn

import (
	"cmp"
	"maps"
	"os"
	"slices"
	"strings"

	"depesche/language/conllu"
	"depesche/language/morph"
	"depesche/report"
)

// seen is a word of the treebanks as lemmatising sees it.
type seen struct {
	form  string
	upos  report.UPOS
	feats report.Feats
	lemma string
}

// readTrees counts the words of treebanks.
func readTrees(names []string) (map[seen]int, error) {
	count := map[seen]int{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		docs, err := conllu.Read(f)
		f.Close()
		if err != nil {
			return nil, &os.PathError{Op: "read", Path: name, Err: err}
		}
		for _, d := range docs {
			for i := range d.Sentences {
				for _, w := range d.Sentences[i].Words {
					if w.UPOS != report.NoPOS && w.UPOS != report.X && w.Lemma != "" {
						count[seen{strings.Clone(w.Form), w.UPOS, w.Feats, w.Lemma}]++
					}
				}
			}
		}
	}
	return count, nil
}

// longest is the longest ending of a rule, in bytes.
const longest = 6

// learnRules finds for every ending the edit that most words with it take, and
// keeps those that differ from the edit of the next shorter ending.
func learnRules(count map[seen]int) map[string]edit {
	votes := map[string]map[edit]int{}
	for s := range count {
		if !open(s.upos) {
			continue
		}
		form := s.form
		if s.upos != report.NOUN && s.upos != report.PROPN {
			form = strings.ToLower(form)
		}
		e := suffixEdit(form, s.lemma)
		for n := 0; n <= longest && n < len(form); n++ {
			key := string(morph.AppendRuleKey(nil, form[len(form)-n:], s.upos, s.feats))
			if votes[key] == nil {
				votes[key] = map[edit]int{}
			}
			votes[key][e]++
		}
	}
	best := map[string]edit{}
	for key, v := range votes {
		e, n := winner(v)
		if n >= 2 && 10*n >= 6*total(v) {
			best[key] = e
		}
	}
	return prune(best)
}

func total[T comparable](v map[T]int) (n int) {
	for _, c := range v {
		n += c
	}
	return n
}

func winner(v map[edit]int) (edit, int) {
	es := slices.SortedFunc(maps.Keys(v), func(a, b edit) int {
		return cmp.Or(cmp.Compare(v[b], v[a]), cmp.Compare(a.cut, b.cut), cmp.Compare(a.append, b.append))
	})
	return es[0], v[es[0]]
}

const keyHead = 6 // bytes of a key before the ending

func prune(best map[string]edit) map[string]edit {
	kept := map[string]edit{}
	for key, e := range best {
		shorter, found := edit{}, false
		for ending := key[keyHead:]; ending != "" && !found; {
			ending = ending[1:]
			shorter, found = best[key[:keyHead]+ending]
		}
		if !found || shorter != e {
			kept[key] = e
		}
	}
	return kept
}

func open(u report.UPOS) bool {
	switch u {
	case report.NOUN, report.VERB, report.ADJ, report.ADV, report.PROPN, report.AUX:
		return true
	}
	return false
}

// learnExceptions finds the words whose lemma the dictionary and the rules miss.
func learnExceptions(count map[seen]int, d *morph.Dict) map[string]string {
	votes := map[string]map[string]int{}
	wrong := map[string]int{}
	for s, n := range count {
		key := string(byte(s.upos)) + strings.ToLower(s.form)
		if len(key) > 60 || s.upos == report.PROPN {
			continue // a name's lemma hangs on its case
		}
		if votes[key] == nil {
			votes[key] = map[string]int{}
		}
		votes[key][s.lemma] += n
		if d.Lemma(s.form, s.upos, s.feats) != s.lemma {
			wrong[key] += n
		}
	}
	out := map[string]string{}
	for key, n := range wrong {
		v := votes[key]
		all := total(v)
		least := 3
		if !open(report.UPOS(key[0])) {
			least = 1
		}
		lemmas := slices.SortedFunc(maps.Keys(v), func(a, b string) int { return cmp.Or(cmp.Compare(v[b], v[a]), cmp.Compare(a, b)) })
		most := v[lemmas[0]]
		if 2*n >= all && most >= least && 4*most >= 3*all {
			out[key] = lemmas[0]
		}
	}
	return out
}
