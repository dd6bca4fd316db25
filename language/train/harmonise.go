package train

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/parse"
	"depesche/report"
)

// harmonise brings the conventions of a treebank closer to those of the others of
// its language, and hangs punctuation everywhere by the same rules.
func harmonise(lang string, ss []sentence) {
	hdt := lang == "de" && marksPunctuation(ss)
	var f parse.Finder
	for i := range ss {
		s := &ss[i]
		if lang == "de" {
			german(s, hdt)
		}
		if s.tree {
			punctuate(&f, s)
		}
	}
}

// punctuate hangs the punctuation on the tree by the rules of package parse.
func punctuate(f *parse.Finder, s *sentence) {
	heads := make([]int32, len(s.words))
	marks := make([]bool, len(s.words))
	for i, w := range s.words {
		heads[i] = int32(w.head) + 1
		marks[i] = w.rel == report.Punct
	}
	f.Punctuate(heads, marks, func(i int) string { return s.words[i].form })
	for i := range s.words {
		s.words[i].head = int16(heads[i] - 1)
	}
}

// marksPunctuation says whether the treebank is of the family of UD_German-HDT,
// which alone marks kinds of punctuation, and whose features follow other rules.
func marksPunctuation(ss []sentence) bool {
	for i := range ss {
		for _, w := range ss[i].words {
			if w.punctType {
				return true
			}
		}
	}
	return false
}

// german changes one sentence; hdt says that it comes from UD_German-HDT.
func german(s *sentence, hdt bool) {
	for i := range s.words {
		w := &s.words[i]
		if hdt {
			w.known = 0
			if w.upos == report.X && capital(w.form) {
				w.upos = report.PROPN
			}
		}
		if s.tree {
			germanArc(s, i, hdt)
		}
	}
	if s.tree {
		for i := range s.words {
			relative(s, i)
		}
	}
}

// germanArc changes the tag and the relation of word i.
func germanArc(s *sentence, i int, hdt bool) {
	w := &s.words[i]
	headPOS := report.NoPOS
	if w.head >= 0 {
		headPOS = s.words[w.head].upos
	}
	auxiliary := w.rel == report.Aux || w.rel == report.AuxPass || w.rel == report.Cop
	switch {
	case w.upos == report.ADJ && w.rel == report.Advmod:
		w.upos, w.known = report.ADV, 0
	case w.upos == report.AUX && !auxiliary:
		w.upos = report.VERB
	case w.upos == report.VERB && auxiliary:
		w.upos = report.AUX
	case comparing(w.form) && w.rel == report.Case:
		w.upos = report.CCONJ
	case comparing(w.form) && w.rel == report.Mark:
		w.upos = report.SCONJ
	case w.upos == report.DET && w.rel == report.Dep && i < int(w.head):
		w.rel = report.Det
	case hdt && w.upos == report.ADV && w.rel == report.Obj:
		w.rel = report.Advmod
	case hdt && (w.rel == report.Obj || w.rel == report.Iobj) && hasChild(s, i, report.Case, report.ADP):
		w.rel = report.Obl
	case hdt && w.rel == report.Ccomp && hasMark(s, i, adverbial):
		w.rel = report.Advcl
	case hdt && w.rel == report.Ccomp && hasMark(s, i, infinitive):
		w.rel = report.Xcomp
	case w.rel == report.Obj && dative(s, i):
		w.rel = report.OblArg
	case w.upos == report.NUM && headPOS == report.NOUN && int(w.head) == i-1 && (w.rel == report.Nmod || w.rel == report.Flat):
		w.rel = report.Nummod
	case w.rel == report.Nsubj && (w.form == "es" || w.form == "Es") && s.words[w.head].lemma == "geben":
		w.rel = report.Expl
	case hdt && (w.rel == report.Flat || w.rel == report.FlatName) && w.upos == report.PROPN && headPOS == report.NOUN:
		w.rel = report.Appos
	}
}

//go:embed german.tsv
var adverbialTable string

// adverbial says whether the word begins an adverbial clause.
func adverbial(form string) bool {
	for line := range strings.Lines(adverbialTable) {
		if strings.EqualFold(strings.TrimSpace(line), form) {
			return true
		}
	}
	return false
}

// comparing says whether the word is "als" or "wie": with a phrase the treebanks have
// it as ADP, CCONJ or SCONJ, with a clause as SCONJ or CCONJ.
func comparing(form string) bool {
	switch form {
	case "als", "wie", "Als", "Wie":
		return true
	}
	return false
}

func infinitive(form string) bool { return form == "zu" }

// hasMark says whether one of the word's markers is of the kind.
func hasMark(s *sentence, i int, kind func(string) bool) bool {
	for _, c := range s.words {
		if int(c.head) == i && c.rel == report.Mark && kind(c.form) {
			return true
		}
	}
	return false
}

func hasChild(s *sentence, i int, rel report.Rel, upos report.UPOS) bool {
	for _, c := range s.words {
		if int(c.head) == i && c.rel == rel && c.upos == upos {
			return true
		}
	}
	return false
}

// dative says whether the word or its article is marked as a dative.
func dative(s *sentence, i int) bool {
	if s.words[i].feats.Is(report.MorphCase, "Dat") {
		return true
	}
	for _, c := range s.words {
		if int(c.head) == i && (c.rel == report.Det || c.rel == report.DetPoss) && c.feats.Is(report.MorphCase, "Dat") {
			return true
		}
	}
	return false
}

// relative gives clauses with a relative pronoun their own relation.
func relative(s *sentence, i int) {
	w := &s.words[i]
	if w.rel != report.Acl {
		return
	}
	for j := int(w.head) + 1; j < i; j++ {
		if isRelative(&s.words[j]) && below(s, j, i) {
			w.rel = report.AclRelcl
			return
		}
	}
}

func isRelative(w *word) bool {
	switch w.form {
	case "der", "die", "das", "dem", "den", "dessen", "deren", "denen", "welcher", "welche", "welches", "welchem", "welchen":
		return w.upos == report.PRON || w.upos == report.DET && w.rel != report.Det
	case "was", "wo", "wer", "wobei", "wodurch", "womit", "wofür", "worin":
		return true
	}
	return false
}

// below says whether the word is the other one or below it.
func below(s *sentence, word, other int) bool {
	for range s.words {
		if word == other {
			return true
		}
		if word < 0 {
			return false
		}
		word = int(s.words[word].head)
	}
	return false
}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// base is the relation without its subtype.
func base(r report.Rel) string {
	name := r.String()
	for i := range name {
		if name[i] == ':' {
			return name[:i]
		}
	}
	return name
}
