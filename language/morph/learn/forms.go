package learn

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"depesche/report"
)

func addGerman(e entries, name string) error {
	c, err := openCFSA(name)
	if err != nil {
		return err
	}
	c.walk(func(form, lemma, tag string) {
		for _, r := range germanReadings(tag) {
			if strings.HasSuffix(tag, ":ADJ") && r.upos == report.NOUN {
				lemma = weak(lemma)
			}
			e.add(form, lemma, r)
		}
	})
	return nil
}

// weak is the lemma of a noun made of an adjective as it is after the article:
// "Verletzte", also for "Verletzter".
func weak(lemma string) string {
	for _, e := range []string{"er", "es", "en"} {
		if stem, ok := strings.CutSuffix(lemma, e); ok {
			return stem + "e"
		}
	}
	return lemma
}

// addClosed adds what the treebanks say of the words of closed classes that the
// dictionary holds as something else ("zu" as a particle), if they say it often.
func addClosed(e entries, count map[seen]int) {
	missing := map[seen]bool{}
	for s, n := range count {
		s.form = strings.ToLower(s.form)
		if n >= 5 && !open(s.upos) && s.upos != report.PUNCT && s.upos != report.SYM && !has(e[s.form], s.upos) {
			missing[s] = true
		}
	}
	for s := range missing {
		e.add(s.form, s.lemma, reading{upos: s.upos, feats: s.feats})
	}
}

func has(rs []reading, u report.UPOS) bool {
	for _, r := range rs {
		if r.upos == u {
			return true
		}
	}
	return false
}

// addTrees takes the forms of treebanks that come at least twice, or whose lemma
// is another word, in small letters but for names.
func addTrees(e entries, count map[seen]int) {
	for s, n := range count {
		if s.upos == report.PUNCT || s.upos == report.SYM || strings.ContainsAny(s.form, "@/0123456789") {
			continue
		}
		form := s.form
		if s.upos != report.PROPN {
			form = strings.ToLower(form)
		}
		if n < 2 && (s.upos == report.PROPN || strings.EqualFold(s.lemma, form)) {
			continue
		}
		lemma := s.lemma
		if (s.upos == report.VERB || s.upos == report.NOUN || s.upos == report.ADV) && lemma != strings.ToUpper(lemma) {
			lemma = strings.ToLower(lemma) // of a title or the word at its start
		}
		e.add(form, lemma, reading{upos: s.upos, feats: s.feats})
	}
}

// often is how many times a form is in the text to be common.
const often = 20

// commonForms counts the words of the text.
func commonForms(folder string) (map[string]bool, error) {
	count := map[string]int{}
	err := filepath.WalkDir(folder, func(name string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() || !strings.HasSuffix(name, ".txt") {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for w := range strings.FieldsFuncSeq(string(b), func(r rune) bool { return !unicode.IsLetter(r) }) {
			count[w]++
		}
		return nil
	})
	common := map[string]bool{}
	for w, n := range count {
		if n >= often {
			common[strings.Clone(w)] = true
		}
	}
	return common, err
}
