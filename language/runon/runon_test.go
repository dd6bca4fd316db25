package runon

import (
	"strings"
	"testing"

	"depesche/language/segment"
	"depesche/report"
)

// sentence reads words with tag, relation and head (from 1, 0 the root) between strokes; a
// star marks a finite verb.
func sentence(rows string) []report.Word {
	var words []report.Word
	at := int32(0)
	for row := range strings.FieldsSeq(rows) {
		f := strings.Split(row, "/")
		head := int16(f[3][0]-'0') - 1
		if len(f[3]) == 2 {
			head = int16(f[3][0]-'0')*10 + int16(f[3][1]-'0') - 1
		}
		w := report.Word{Form: strings.TrimSuffix(f[0], "*"), UPOS: report.ParseUPOS(f[1]), Rel: report.ParseRel(f[2]), Head: head, Spaced: true}
		if w.Form != f[0] {
			w.Feats = w.Feats.With(report.VerbForm, "Fin")
		}
		w.Span = report.Span{Start: at, End: at + int32(len(w.Form))}
		at = w.End + 1
		words = append(words, w)
	}
	return words
}

const (
	two   = "Rat/NOUN/nsubj/2 tagt*/VERB/root/0 Wien/PROPN/nsubj/4 wartet*/VERB/parataxis/2 noch/ADV/advmod/4"
	colon = "Es/PRON/nsubj/2 brennt*/VERB/root/0 dort/ADV/advmod/2 :/PUNCT/punct/6 Häuser/NOUN/nsubj/6 stehen*/VERB/conj/2 leer/ADV/advmod/6"
	said  = "Sie/PRON/nsubj/2 sagte*/VERB/root/0 :/PUNCT/punct/5 Häuser/NOUN/nsubj/5 stehen*/VERB/ccomp/2 leer/ADV/advmod/5"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		rows   string
		doubts []segment.Doubt
		want   string
	}{
		{two, nil, "Wien"},
		{two, []segment.Doubt{{At: 9, Never: true}}, ""},
		{"Rat/NOUN/nsubj/2 tagt*/VERB/root/0 Wien/PROPN/obj/2", nil, ""}, // one finite verb
		{"Rat/NOUN/nsubj/2 tagt*/VERB/root/0 (/PUNCT/punct/4 Wien/PROPN/nsubj/5 wartet*/VERB/parataxis/2 )/PUNCT/punct/4", nil, ""},
		{"Rat/NOUN/nsubj/2 sucht*/VERB/root/0 Rat/NOUN/obj/2 und/CCONJ/cc/5 wartet*/VERB/conj/2", nil, ""},
		{"Rat/NOUN/nsubj/2 tagt*/VERB/root/0 ,/PUNCT/punct/4 Wien/PROPN/nsubj/5 wartet*/VERB/parataxis/2", nil, ""},
	} {
		words := sentence(c.rows)
		var f Finder
		var got []string
		f.Places(words, c.doubts, func(i int, features []int32) {
			got = append(got, words[i].Form)
			if len(features) != kinds.Len() {
				t.Errorf("%d features, want %d", len(features), kinds.Len())
			}
			for _, x := range features {
				if int(x) >= NumFeatures() {
					t.Errorf("feature %d of %d", x, NumFeatures())
				}
			}
		})
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: places before %q, want %q", c.rows, g, c.want)
		}
	}
}

func TestColon(t *testing.T) {
	m, err := Load("de")
	if err != nil || m == nil {
		t.Fatal(m, err)
	}
	for _, c := range []struct {
		rows string
		at   int32 // of the doubt
		want int
	}{
		{colon, 17, 4},
		{said, 12, 0}, // a verb announces what follows
	} {
		var f Finder
		if got := f.Find(m, sentence(c.rows), []segment.Doubt{{At: c.at, Colon: true}}); got != c.want {
			t.Errorf("%s: cut before word %d, want %d", c.rows, got, c.want)
		}
	}
}

func TestWhole(t *testing.T) {
	for rows, want := range map[string]bool{
		"Wien/PROPN/nsubj/2 wartet*/VERB/root/0 noch/ADV/advmod/2":                                 true,
		"Wien/PROPN/nsubj/3 hat*/AUX/aux/3 gewartet/VERB/root/0":                                   true,
		"Wien/PROPN/nsubj/2 wartet*/VERB/root/0":                                                   false, // too short to be cut off
		"Dort/ADV/advmod/2 wartet*/VERB/root/0 nie/ADV/advmod/2":                                   false, // no subject
		"dass/SCONJ/mark/3 Wien/PROPN/nsubj/3 wartet*/VERB/root/0":                                 false,
		"Das/DET/det/5 in/ADP/case/3 Streit/NOUN/obl/4 verwickelte*/VERB/root/0 Haus/NOUN/nsubj/4": false,
		"Wien/PROPN/nsubj/3 oft/ADV/advmod/3 geschont/VERB/root/0 wurde*/AUX/aux:pass/3":           false,
		"Wien/PROPN/nsubj/2 wartet*/VERB/root/0 auf/ADP/case/2":                                    false,
		"Wien/PROPN/nsubj/2 hat*/AUX/root/0 Ruhe/NOUN/obj/2":                                       false, // what does it help?
		"Seehof/PROPN/nsubj/2 lehnt*/VERB/root/0 das/PRON/obj/2 ab/ADP/compound:prt/2":             true,
	} {
		var f Finder
		if got := f.Whole(sentence(rows)); got != want {
			t.Errorf("%s: %v", rows, got)
		}
	}
}

// A tree that falls apart behind a colon makes two, with the signs under their roots.
func TestDivide(t *testing.T) {
	m, err := Load("de")
	if err != nil {
		t.Fatal(err)
	}
	var f Finder
	words := sentence(colon)
	at := f.Find(m, words, []segment.Doubt{{At: 17, Colon: true}})
	got, ok := f.Divide(at)
	if at != 4 || !ok {
		t.Fatalf("cut before word %d, %v", at, ok)
	}
	for i, want := range []int16{1, -1, 1, 1, 1, -1, 1} {
		if got[i].Head != want || want < 0 && got[i].Rel != report.Root {
			t.Errorf("%s hangs on %d, want %d", got[i].Form, got[i].Head, want)
		}
	}
	if words[5].Head != 1 {
		t.Error("the sentence's own words were changed")
	}
	words[6].Head = 0 // a second arc
	f.Find(m, words, []segment.Doubt{{At: 17, Colon: true}})
	if _, ok := f.Divide(4); ok {
		t.Error("two arcs join the halves")
	}
}

// A language without a table has no model.
func TestNoTable(t *testing.T) {
	if m, err := Load("en"); m != nil || err != nil {
		t.Errorf("%v, %v", m, err)
	}
}
