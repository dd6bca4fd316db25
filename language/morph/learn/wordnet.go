package learn

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"depesche/report"
)

// wordNet adds what WordNet (Princeton, 3.0) knows: its nouns, verbs, adjectives and
// adverbs of one word in small letters, and their irregular forms. A word of a
// closed class gets no reading ("might", "will"), nor does one that the treebanks
// have often, but never as that part of speech: there WordNet's other words are
// rare; nor one that is a name too ("chad"), unless the treebanks have it. The nouns
// and verbs come back, so that their regular forms can follow.
func wordNet(e entries, folder string, count map[seen]int) ([]lemma, error) {
	if folder == "" {
		return nil, nil
	}
	w := wordNetReader{entries: e, folder: folder, closed: map[string]bool{}, all: map[string]int{}, of: map[lemma]bool{}, names: map[string]bool{}}
	for s, n := range count {
		form := strings.ToLower(s.form)
		if !open(s.upos) && s.upos != report.X {
			w.closed[form] = true
		}
		w.all[form] += n
		w.of[lemma{form, s.upos}] = true
	}
	degree := report.ParseFeats("Degree=Pos")
	return w.lemmas, errors.Join(
		w.synsets("data.noun", func(word string) {
			if small := strings.ToLower(word); small != word {
				w.names[small] = true
			}
		}),
		w.words("data.noun", report.NOUN, func(word string) { w.lemmas = append(w.lemmas, lemma{word, report.NOUN}) }),
		w.words("data.verb", report.VERB, func(word string) { w.lemmas = append(w.lemmas, lemma{word, report.VERB}) }),
		w.words("data.adj", report.ADJ, func(word string) { e.add(word, word, reading{upos: report.ADJ, feats: degree}) }),
		w.words("data.adv", report.ADV, func(word string) { e.add(word, word, reading{upos: report.ADV}) }),
		w.irregular("noun.exc", report.NOUN), w.irregular("verb.exc", report.VERB), w.irregular("adj.exc", report.ADJ),
	)
}

// enough is how often treebanks have to have a form to be trusted with what it is.
const enough = 10

type wordNetReader struct {
	entries entries
	folder  string
	closed  map[string]bool
	all     map[string]int  // how often the treebanks have a form
	of      map[lemma]bool  // which forms they have as what
	names   map[string]bool // words that have a capital too, in small letters
	lemmas  []lemma
}

// words calls each once with the words of a file that are to be known.
func (w *wordNetReader) words(name string, upos report.UPOS, each func(string)) error {
	seen := map[string]bool{}
	return w.synsets(name, func(word string) {
		if !plain.MatchString(word) || seen[word] || w.closed[word] {
			return
		}
		if (w.all[word] < enough && !w.names[word]) || w.of[lemma{word, upos}] {
			seen[word] = true
			each(word)
		}
	})
}

// synsets calls each with the words of a file of synsets: after offset, file number,
// kind and a hexadecimal count of words, pairs of word and number.
func (w *wordNetReader) synsets(name string, each func(string)) error {
	return w.lines(name, func(line string) {
		col := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(col) < 5 {
			return // the licence at the start
		}
		n, err := strconv.ParseUint(col[3], 16, 16)
		if err != nil {
			return
		}
		for i := 4; i < len(col) && i < 4+2*int(n); i += 2 {
			word, _, _ := strings.Cut(col[i], "(")
			each(word)
		}
	})
}

// irregular reads lines of a form and its lemmas.
func (w *wordNetReader) irregular(name string, upos report.UPOS) error {
	return w.lines(name, func(line string) {
		col := strings.Fields(line)
		if len(col) < 2 || !plain.MatchString(col[0]) || !plain.MatchString(col[1]) || w.closed[col[0]] {
			return
		}
		for _, f := range irregularFeats(col[0], upos) {
			w.entries.add(col[0], col[1], reading{upos: upos, feats: report.ParseFeats(f)})
		}
	})
}

func irregularFeats(form string, upos report.UPOS) []string {
	switch {
	case upos == report.NOUN:
		return []string{"Number=Plur"}
	case upos == report.ADJ && strings.HasSuffix(form, "st"):
		return []string{"Degree=Sup"}
	case upos == report.ADJ:
		return []string{"Degree=Cmp"}
	case strings.HasSuffix(form, "ing"):
		return []string{"Tense=Pres|VerbForm=Part", "VerbForm=Ger"}
	case strings.HasSuffix(form, "s"):
		return []string{"Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"}
	}
	return []string{"Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part", "Tense=Past|VerbForm=Part|Voice=Pass"}
}

func (w *wordNetReader) lines(name string, each func(string)) error {
	f, err := os.Open(filepath.Join(w.folder, name))
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		each(in.Text())
	}
	return in.Err()
}
