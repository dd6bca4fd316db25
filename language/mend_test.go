package language

import (
	"strings"
	"testing"

	"depesche/report"
)

// mended are sentences with what the network alone gets wrong: words with their part of
// speech, "word/UPOS", and relations, "relation(head, dependent)".
var mended = []struct{ text, want string }{
	{"Die Flüsse münden in das Schwarze Meer.", "Schwarze/ADJ amod(Meer,Schwarze)"},
	{"Der Gesandte reiste in das Vereinigte Königreich.", "Vereinigte/ADJ"},
	{"Der Gipfel fand in dem Mährischen Landtag statt.", "Mährischen/ADJ case(Landtag,in)"},
	{"Sie hat den Verwandten Geld geschickt.", "Verwandten/NOUN"},
	{"Während des Gipfels sprach der Minister mit dem Präsidenten.", "Während/ADP case(Gipfels,Während) obl(sprach,Gipfels)"},
	{"Während der Minister sprach, verließ der Botschafter den Saal.", "Während/SCONJ"},
	{"Es kam ein Minister, der Kanada kennt.", "der/PRON nsubj(kennt,der)"},
	{"Er sagte, das Land brauche Hilfe.", "das/DET det(Land,das)"},
	{"Die Stadt wurde um 700 v. Chr. gegründet.", "v./ADP Chr./PROPN case(Chr.,v.) nmod(700,Chr.)"},
	{"Die Konferenz begann in Ljungskile.", "Ljungskile/PROPN"},
	{"Sie reiste aus Südbaden an.", "Südbaden/PROPN"},
	{"Demonstranten setzten in Teheran eine Wache in Brand.", "Brand/NOUN"},
	{"Der Anteil liegt bei 40 %.", "%/SYM"},
}

func TestMended(t *testing.T) {
	for _, c := range mended {
		got := map[string]bool{}
		for _, s := range analyse(t, "de", c.text).Sentences {
			for _, w := range s.Words {
				got[w.Form+"/"+w.UPOS.String()] = true
				if w.Head >= 0 {
					got[w.Rel.String()+"("+s.Words[w.Head].Form+","+w.Form+")"] = true
				}
			}
		}
		for _, want := range strings.Fields(c.want) {
			if !got[want] {
				t.Errorf("%s\n  lacks %s; has %v", c.text, want, got)
			}
		}
	}
}

// TestEra tries all trees of four words around "v. Chr.".
func TestEra(t *testing.T) {
	for n := range 5 * 5 * 5 * 5 {
		words := []report.Word{{Form: "um", UPOS: report.ADP}, {Form: "700", UPOS: report.NUM}, {Form: "v.", UPOS: report.X}, {Form: "Chr.", UPOS: report.PROPN}}
		for i, k := 0, n; i < 4; i, k = i+1, k/5 {
			words[i].Head = int16(k%5 - 1)
		}
		if !isTree(words) {
			continue
		}
		before := append([]report.Word(nil), words...)
		if eras(words); !isTree(words) {
			t.Fatalf("%v becomes %v, no tree", before, words)
		}
	}
}

func isTree(words []report.Word) bool {
	roots := 0
	for i := range words {
		at := i
		for n := 0; words[at].Head >= 0; n++ {
			if at = int(words[at].Head); n > len(words) {
				return false
			}
		}
		if words[i].Head < 0 {
			roots++
		}
	}
	return roots == 1
}

// TestMendedFarBehind reads what is mended in a sentence that is analysed in pieces.
func TestMendedFarBehind(t *testing.T) {
	text := strings.Repeat("sehr ", 2*maxWords) + "oft. "
	text += strings.Repeat("viel ", maxWords+30) + "während des Gipfels sprach der Minister um 700 v. Chr. oft"
	for _, s := range analyse(t, "de", text).Sentences {
		if n := len(s.Words); n > maxWords && !isTree(s.Words) {
			t.Errorf("no tree over %d words", n)
		}
	}
}

// TestPrepositionDeepInATree has a noun below the conjunction, in a chain too deep to look through.
func TestPrepositionDeepInATree(t *testing.T) {
	words := make([]report.Word, 124)
	for i := range words {
		words[i] = report.Word{Form: "Land", UPOS: report.NOUN, Rel: report.Nmod, Head: int16(i - 1)}
	}
	words[120] = report.Word{Form: "während", UPOS: report.SCONJ, Rel: report.Mark, Head: 119}
	words[121].Head = 120
	toPreposition(words, 120, 121)
	if !isTree(words) {
		t.Error("no tree any more")
	}
}
