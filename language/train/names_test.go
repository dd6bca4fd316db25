package train

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"depesche/language/morph"
	"depesche/language/names"
	"depesche/report"
)

type noDict struct{}

func (noDict) Analyses(string) []morph.Analysis { return nil }

// sentence makes words of "Herr Kolm/1 lacht", the names' tags behind a stroke.
func nameSentence(x string, corpus int) NameSentence {
	s := NameSentence{Corpus: corpus}
	for f := range strings.FieldsSeq(x) {
		form, tag, _ := strings.Cut(f, "/")
		w := report.Word{Form: form, Head: -1}
		if tag != "" {
			w.Name = report.NameTag(tag[0] - '0')
		}
		s.Words = append(s.Words, w)
	}
	return s
}

func TestNamesLearnsItsSentences(t *testing.T) {
	c := NamesConfig{Dict: noDict{}, Epochs: 20, Rate: 0.1, Seed: 1, Models: 2}
	c.Known.Words.Put("Wieslau", names.Word{Lists: 1 << names.ListPlace})
	for _, x := range []string{"Herr Anton/1 Kolm/2 lacht", "sie fuhr nach Wieslau/5", "die Firma Nordwerk/3 AG/4 baut", "der Tisch steht", "Frau Velden/1 sprach"} {
		c.Sentences = append(c.Sentences, nameSentence(x, 0))
	}
	c.Sentences = append(c.Sentences, nameSentence("Herr Brand aus Wieslau", 1)) // of other rules: no names at all
	learn := func() ([]byte, *names.Model) {
		m, err := Names(context.Background(), c, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := m.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes(), m
	}
	one, m := learn()
	if two, _ := learn(); !bytes.Equal(one, two) {
		t.Error("the same sentences give another model")
	}
	w := m.NewWorker(noDict{})
	for _, s := range c.Sentences[:5] {
		got := append([]report.Word(nil), s.Words...)
		w.Tag(got)
		for i := range got {
			if got[i].Name != s.Words[i].Name {
				t.Errorf("%s is %d, want %d", got[i].Form, got[i].Name, s.Words[i].Name)
			}
		}
	}
	w.Tag(nil)
}
