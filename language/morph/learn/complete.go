package learn

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"depesche/report"
)

// lemma is a word and its part of speech.
type lemma struct {
	word string
	upos report.UPOS
}

// ending is how a regular English form ends and what that says.
type ending struct {
	upos     report.UPOS
	inflect  func(word string) []string
	has      func(report.Feats) bool // says that a form is there already
	readings []report.Feats
}

// endings are the regular forms of English verbs and nouns.
func endings() []ending {
	f := report.ParseFeats
	return []ending{
		{report.VERB, past, func(f report.Feats) bool { return f.Is(report.Tense, "Past") },
			[]report.Feats{f("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"), f("Tense=Past|VerbForm=Part"), f("Tense=Past|VerbForm=Part|Voice=Pass")}},
		{report.VERB, gerund, func(f report.Feats) bool {
			return f.Is(report.VerbForm, "Ger") || f.Is(report.Tense, "Pres") && f.Is(report.VerbForm, "Part")
		},
			[]report.Feats{f("Tense=Pres|VerbForm=Part"), f("VerbForm=Ger")}},
		{report.VERB, sibilant, func(f report.Feats) bool {
			return f.Is(report.Person, "3") && f.Is(report.Number, "Sing") && f.Is(report.Tense, "Pres")
		},
			[]report.Feats{f("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")}},
		{report.VERB, same, func(f report.Feats) bool { return f.Is(report.VerbForm, "Inf") }, []report.Feats{f("VerbForm=Inf")}},
		{report.NOUN, sibilant, func(f report.Feats) bool { return !f.Is(report.Number, "Sing") }, []report.Feats{f("Number=Plur")}},
		{report.NOUN, same, func(f report.Feats) bool { return f.Is(report.Number, "Sing") }, []report.Feats{f("Number=Sing")}},
	}
}

// complete adds the regular forms that the treebanks happen not to hold, of their
// own lemmas and of others. A verb with an irregular form in them gets no regular
// one beside it.
func complete(e entries, count map[seen]int, others []lemma) {
	forms := map[lemma][]report.Feats{}
	for _, l := range others {
		forms[l] = nil
	}
	for s := range count {
		if l := (lemma{s.lemma, s.upos}); plain.MatchString(s.lemma) {
			forms[l] = append(forms[l], s.feats)
		}
	}
	for l, have := range forms {
		for _, r := range endings() {
			if r.upos != l.upos || slices.ContainsFunc(have, r.has) {
				continue
			}
			for _, form := range r.inflect(l.word) {
				for _, f := range r.readings {
					e.add(form, l.word, reading{upos: l.upos, feats: f})
				}
			}
		}
	}
}

// plain are words that inflect: no capitals, digits or single letters.
var plain = regexp.MustCompile(`^[a-z][a-z-]+[a-z]$`)

// patternWords are the lemmas of a lexicon line's pattern: "march|walk/V[…]".
var patternWords = regexp.MustCompile(`^([a-z|-]+)/([VN])`)

// lexiconWords reads the verbs and nouns that the tables of a folder speak of.
func lexiconWords(folder string) ([]lemma, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return nil, err
	}
	var out []lemma
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			m := patternWords.FindStringSubmatch(lines.Text())
			if m == nil {
				continue
			}
			upos := report.VERB
			if m[2] == "N" {
				upos = report.NOUN
			}
			for w := range strings.SplitSeq(m[1], "|") {
				if plain.MatchString(w) {
					out = append(out, lemma{w, upos})
				}
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func same(w string) []string { return []string{w} }

func past(w string) []string {
	switch {
	case strings.HasSuffix(w, "e"):
		return []string{w + "d"}
	case endsInY(w):
		return []string{w[:len(w)-1] + "ied"}
	}
	return doubled(w, "ed")
}

func gerund(w string) []string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return []string{w[:len(w)-2] + "ying"}
	case strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "oe"):
		return []string{w[:len(w)-1] + "ing"}
	}
	return doubled(w, "ing")
}

func sibilant(w string) []string {
	for _, s := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(w, s) {
			return []string{w + "es"}
		}
	}
	if endsInY(w) {
		return []string{w[:len(w)-1] + "ies"}
	}
	return []string{w + "s"}
}

func endsInY(w string) bool {
	return strings.HasSuffix(w, "y") && len(w) > 2 && !vowel(w[len(w)-2])
}

// doubled appends an ending, and again with the last letter doubled where the
// spelling may ask for that: which one hangs on the stress, and a form too many
// does no harm.
func doubled(w, ending string) []string {
	n := len(w)
	if n < 3 || vowel(w[n-1]) || !vowel(w[n-2]) || vowel(w[n-3]) || strings.IndexByte("hwxy", w[n-1]) >= 0 {
		return []string{w + ending}
	}
	return []string{w + ending, w + w[n-1:] + ending}
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
