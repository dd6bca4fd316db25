package register

import (
	"strings"
	"testing"
)

func TestSentenceAround(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Eins kam. Zwei ging weg. Drei blieb.", "ging", "Zwei ging weg."},
		{"Am 3. März traf Dr. Weiß den Gast. Er blieb.", "Gast", "Am 3. März traf Dr. Weiß den Gast."},
		{"The U.S. envoy left. He said “we go.” Then rain.", "we go", "He said “we go.”"},
		{"Titel\n\nDer Rest steht hier", "Rest", "Der Rest steht hier"},
		{"»Geh!« Dann kam sie! Sie blieb", "kam", "Dann kam sie!"},
		{"Titel\n„Er geht“, sagte sie.", "geht", "„Er geht“, sagte sie."},
		{"It was 8 billion in 2023. Exports fell.", "8 billion", "It was 8 billion in 2023."},
		{"Nur eins", "Nur eins", "Nur eins"},
		{"Sie kam. Er ging. Es blieb.", "kam. Er ging", "Sie kam. Er ging."},
	} {
		at := strings.Index(c.text, c.words)
		from, to := SentenceAround(c.text, at, at+len(c.words))
		if got := c.text[from:to]; got != c.want {
			t.Errorf("%q around %q: %q, want %q", c.text, c.words, got, c.want)
		}
	}
}

func FuzzSentenceAround(f *testing.F) {
	f.Add("Eins kam. Zwei.", 3, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		from, to := SentenceAround(text, start, end)
		if from < 0 || to > len(text) || from > to {
			t.Errorf("%q %d %d: %d to %d", text, start, end, from, to)
		}
	})
}
