package langid

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, c := range [][2]string{
		{"de", "Der Präsident reist am Mittwoch nach Peking und trifft dort die Regierung."},
		{"de", "Lukaschenko besucht China"},
		{"en", "The president will travel to Beijing on Wednesday and meet the government."},
		{"en", "Ministers meet in London"},
		{Unknown, "Le président se rendra mercredi à Pékin pour y rencontrer le gouvernement."},
		{Unknown, "El presidente viajará el miércoles a Pekín y se reunirá con el gobierno."},
		{Unknown, "Президент приехал в Пекин."},
		{Unknown, "De minister heeft gisteren in Brussel gezegd dat de onderhandelingen met het land zijn mislukt en dat er voorlopig geen nieuwe gesprekken komen."},
		{Unknown, "12345 --"},
		{Unknown, ""},
	} {
		lang, conf := Detect(c[1])
		if lang != c[0] || conf < 0 || conf > 1 {
			t.Errorf("%q: %s (%.2f), want %s", c[1], lang, conf, c[0])
		}
	}
	short, _ := Detect("Der Präsident reist.")
	_, sure := Detect(strings.Repeat("Der Präsident reist mit dem Minister zum Gipfel in die Hauptstadt. ", 20))
	if short != "de" || sure < 0.95 {
		t.Errorf("%s, %.2f", short, sure)
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("Der \xff\x00 Präsident")
	f.Fuzz(func(t *testing.T, text string) {
		if _, c := Detect(text); c < 0 || c > 1 {
			t.Errorf("%q: confidence %v", text, c)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("Der Präsident reist zum Gipfel. ", 100)
	for b.Loop() {
		Detect(text)
	}
}
