package learn

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/language/morph"
	"depesche/report"
)

const trees = `1	We	we	PRON	_	_	2	nsubj	_	_
2	saw	see	VERB	_	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	_
3	it	it	PRON	_	_	2	obj	_	_
4	might	might	AUX	_	VerbForm=Fin	2	aux	_	_

`

// wordNetFiles are files in WordNet's format.
var wordNetFiles = map[string]string{
	"data.noun": "  1 a licence\n00001740 03 n 02 saw 0 isthmus 0 001 @ 0 n 0000 | words\n00001741 03 n 03 might 0 Panama 0 panama 0 000 | words\n",
	"data.verb": "00001742 30 v 01 foretell 0 000 | words\n",
	"data.adj":  "00001743 00 a 02 yellowish 0 galore(ip) 0 000 | words\n",
	"data.adv":  "00001744 02 r 01 overnight 0 000 | words\n",
	"noun.exc":  "isthmi isthmus\n",
	"verb.exc":  "foretold foretell\nforetelling foretell\n",
	"adj.exc":   "finer fine\n",
}

func TestMake(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("trees.conllu", strings.Repeat(trees, enough))
	for name, text := range wordNetFiles {
		write(name, text)
	}
	b, err := Make(Sources{Lang: "en", Trees: []string{filepath.Join(dir, "trees.conllu")}, Words: dir, WordNet: dir}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	d, err := morph.Parse("en", b)
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{
		"saw": "VERB see", "isthmi": "NOUN isthmus", "isthmuses": "NOUN isthmus", "foretold": "VERB foretell", "foretelling": "VERB foretell",
		"yellowish": "ADJ yellowish", "galore": "ADJ galore", "overnight": "ADV overnight", "might": "AUX might", "finer": "ADJ fine", "panama": "",
	} {
		got := map[string]bool{}
		for _, a := range d.Analyses(form, nil) {
			got[a.UPOS.String()+" "+d.Lemma(form, a.UPOS, a.Feats)] = true
		}
		if len(got) > 1 || want != "" && !got[want] || want == "" && len(got) > 0 {
			t.Errorf("%s: %v, want %q", form, got, want)
		}
	}
	if l := d.Lemma("saw", report.VERB, report.ParseFeats("Tense=Past")); l != "see" {
		t.Errorf("saw is a form of %q", l)
	}
}
