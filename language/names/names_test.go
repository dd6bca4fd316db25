package names

import (
	"bytes"
	"testing"

	"depesche/language/morph"
	"depesche/report"
)

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		before, tag int
		want        bool
	}{
		{NumTags, 0, true}, {NumTags, int(report.NameBOrg), true}, {NumTags, int(report.NameIOrg), false},
		{int(report.NameBOrg), int(report.NameIOrg), true}, {int(report.NameIOrg), int(report.NameIOrg), true},
		{int(report.NameBPerson), int(report.NameIOrg), false}, {0, int(report.NameIPlace), false}, {int(report.NameIPlace), 0, true},
	} {
		if got := Allowed(c.before, c.tag); got != c.want {
			t.Errorf("%d after %d: %v", c.tag, c.before, got)
		}
	}
}

func TestBestPathIsOfAllowedTags(t *testing.T) {
	scores := make([]int32, 3*NumTags)
	scores[report.NameIPerson] = 100 // not at the start
	scores[report.NameBPerson] = 10
	scores[NumTags+int(report.NameIPerson)] = 50
	scores[2*NumTags+int(report.NameIOrg)] = 40 // not after a person
	scores[2*NumTags] = 1
	var p path
	got := p.best(scores, make([]int16, (NumTags+1)*NumTags), 3)
	if want := []uint8{uint8(report.NameBPerson), uint8(report.NameIPerson), 0}; !bytes.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if p.best(nil, nil, 0) != nil {
		t.Error("tags without words")
	}
}

func TestFile(t *testing.T) {
	m := &Model{Rows: make([]int8, Buckets*NumTags), Next: make([]int16, (NumTags+1)*NumTags),
		Words: Words{"Haus": {Fine: 1}, "Wieslau": {Lists: 1 << ListPlace, Fine: 250, Coarse: 60}, "Olga": {Lists: 1 << (numLists - 1)}}}
	m.Rows[5], m.Next[7] = -7, -300
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := Read(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows[5] != -7 || got.Next[7] != -300 || len(got.Words) != 3 {
		t.Errorf("read %d, %d, %v", got.Rows[5], got.Next[7], got.Words)
	}
	for form, w := range m.Words {
		if got.Words[form] != w {
			t.Errorf("%s is %v, want %v", form, got.Words[form], w)
		}
	}
	if _, err := Read(bytes.NewReader(b.Bytes()[:100])); err == nil {
		t.Error("a truncated file is read")
	}
	if w := got.Words.look("Olgas"); w.Lists == 0 {
		t.Error("a genitive is not in the list of its name")
	}
	if w := got.Words.look("HAUS"); w.Fine != 0 {
		t.Errorf("HAUS is %v: only the lower case is looked up", w)
	}
}

// Words share a feature for every run of letters that both have, and none otherwise.
func TestWordsShareRunsOfLetters(t *testing.T) {
	affixes := func(form string) map[uint32]bool {
		in := NewInputs(noDict{}, nil)
		in.Read([]report.Word{{Form: form, Head: -1}})
		set := map[uint32]bool{}
		for i, f := range in.Of(0) {
			if in.Groups(0)[i] == Affixes {
				set[f] = true
			}
		}
		return set
	}
	shared := func(a, b string) int {
		n := 0
		other := affixes(b)
		for f := range affixes(a) {
			if other[f] {
				n++
			}
		}
		return n
	}
	none := shared("Kolmuthen", "Daxipord") // what stands around a word alone
	if got := shared("Kolmuthen", "Damuthix"); got != none+3 {
		t.Errorf("%d features for mut, uth and muth, want 3", got-none)
	}
}

type noDict struct{}

func (noDict) Analyses(string) []morph.Analysis { return nil }

// FuzzRead reads any bytes without harm.
func FuzzRead(f *testing.F) {
	f.Add([]byte("x"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := Read(bytes.NewReader(raw)); err == nil && m == nil {
			t.Error("neither a model nor an error")
		}
		if ws, err := readWords(raw); err == nil && len(raw) > 0 && len(ws) == 0 {
			t.Error("no words and no error")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := read("de"); err != nil {
			b.Fatal(err)
		}
	}
}
