package names

import (
	"bytes"
	"slices"
	"strings"
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
	m := &Model{Rows: make([]byte, Buckets*NumTags), Next: make([]int16, (NumTags+1)*NumTags), Known: Known{Letters: make(Letters, LetterRows*NumLetters)}}
	words := map[string]Word{"haus": {Fine: 1}, "Wieslau": {Lists: 1 << ListPlace, Fine: 250, Coarse: 60}, "Olga": {Lists: 1 << (numLists - 1)}}
	for form, w := range words {
		m.Words.Put(form, w)
	}
	m.Lists.Put([]string{"Verein", "Wieslau"}, KindClub)
	m.Rows[5], m.Next[7], m.Letters[9] = 0xf9, -300, 3
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := Read(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows[5] != 0xf9 || got.Next[7] != -300 || got.Letters[9] != 3 || got.Words.Len() != 3 || got.Lists.Len() != 2 {
		t.Errorf("read %d, %d, %d, %d words, %d names", got.Rows[5], got.Next[7], got.Letters[9], got.Words.Len(), got.Lists.Len())
	}
	for form, w := range words {
		if x := got.Words.of(hash(form)); x != w {
			t.Errorf("%s is %v, want %v", form, x, w)
		}
	}
	for _, n := range []int{0, 9, 100, b.Len() / 2, b.Len() - 9} {
		if _, err := Read(bytes.NewReader(b.Bytes()[:n])); err == nil {
			t.Fatalf("a file cut off after %d bytes is read", n)
		}
	}
	in := NewInputs(noDict{}, got.Known)
	look := func(form string) Word {
		k := in.spell(form)
		return got.Words.look(k.variants, k.lower)
	}
	if look("Olgas").Lists == 0 {
		t.Error("a genitive is not in the list of its name")
	}
	if look("HAUS").Fine != 1 {
		t.Error("the cluster of the word in small letters is not that of the word in capitals")
	}
}

// The longest name wins, of the whole words of the text or with the s of a genitive.
func TestLongestName(t *testing.T) {
	var l Lists
	for _, x := range []struct {
		name string
		kind Kind
	}{{"Wieslau", KindTown}, {"Verein Wieslau", KindClub}, {"Verein Wieslau Nord", KindCompany}, {"Kolm", KindSurname}} {
		l.Put(strings.Fields(x.name), x.kind)
	}
	for _, c := range []struct {
		text  string
		n     int
		kinds uint32
	}{
		{"Verein Wieslau siegt", 2, 1 << KindClub}, {"Verein Wieslau Nord", 3, 1 << KindCompany}, {"Verein Wieslaus Trainer", 2, 1 << KindClub},
		{"Verein Kolm", 0, 0}, {"Wieslau Nord", 1, 1 << KindTown},
	} {
		in := NewInputs(noDict{}, Known{Lists: l})
		in.Read(sentence(c.text))
		if n, kinds := l.longest(in.words); n != c.n || kinds != c.kinds {
			t.Errorf("%s: %d words, kinds %b", c.text, n, kinds)
		}
	}
	for _, c := range []struct {
		form string
		want uint32
	}{{"Kolms", 1 << KindSurname}, {"KOLM", 1 << KindSurname}, {"Kolm’", 1 << KindSurname}, {"kolm", 0}, {"Verein", 0}} {
		in := NewInputs(noDict{}, Known{Lists: l})
		if got := l.single(in.spell(c.form).variants); got != c.want {
			t.Errorf("%s: %b, want %b", c.form, got, c.want)
		}
	}
}

// A compound has the kinds of the longest head with which it ends.
func TestHeads(t *testing.T) {
	var l Lists
	l.PutHead("amt", KindOrgHead)
	l.PutHead("Beamt", KindRole)
	for _, c := range []struct {
		form string
		want uint32
	}{{"Bauamt", 1 << KindOrgHead}, {"BAUAMT", 1 << KindOrgHead}, {"Oberbeamt", 1 << KindRole}, {"Amtmann", 0}} {
		in := NewInputs(noDict{}, Known{Lists: l})
		if got := uint32(in.spell(c.form).tail); got != c.want {
			t.Errorf("%s: %b, want %b", c.form, got, c.want)
		}
	}
}

// A head leads the words with capitals and the links after it, up to another word.
func TestHeadsLead(t *testing.T) {
	var l Lists
	l.PutHead("amt", KindOrgHead)
	l.Put([]string{"für"}, KindLink)
	in := NewInputs(noDict{}, Known{Lists: l})
	in.Read(sentence("Das Bauamt für Kolm und Wies"))
	var got []uint64
	for _, w := range in.words {
		got = append(got, w.far)
	}
	if want := []uint64{0, 0, 1, 2, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// sentence makes words of a text.
func sentence(text string) []report.Word {
	var ws []report.Word
	for f := range strings.FieldsSeq(text) {
		ws = append(ws, report.Word{Form: f, Head: -1})
	}
	return ws
}

func TestTable(t *testing.T) {
	var a table
	for i := range uint32(1000) {
		a.add(i*64, 1)
		a.add(i*64, 2)
	}
	for i := range uint32(64000) {
		want := uint32(0)
		if i%64 == 0 {
			want = 3
		}
		if got := a.of(i); got != want {
			t.Fatalf("%d has %d, want %d", i, got, want)
		}
	}
	if a.n != 1000 {
		t.Errorf("%d hashes", a.n)
	}
}

func TestParseKind(t *testing.T) {
	for k := range NumKinds {
		if got, err := ParseKind(k.String()); got != k || err != nil {
			t.Errorf("%s is %v, %v", k, got, err)
		}
	}
	if _, err := ParseKind("dream"); err == nil {
		t.Error("a kind that is none")
	}
}

// Words share a feature for every run of letters that both have, and none otherwise.
func TestWordsShareRunsOfLetters(t *testing.T) {
	affixes := func(form string) map[uint32]bool {
		in := NewInputs(noDict{}, Known{})
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
		var a table
		if err := a.read(bytes.NewReader(raw)); err == nil && 8*a.n+4 > len(raw) {
			t.Errorf("%d hashes of %d bytes", a.n, len(raw))
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

func TestRareFeaturesAreLeftOut(t *testing.T) {
	in := NewInputs(noDict{}, Known{})
	twice := []report.Word{{Form: "Xanten", Head: -1}}
	once := []report.Word{{Form: "Ybbs", Head: -1}}
	r := NewRare(2)
	in.LeaveOut(r)
	in.Read(once)
	in.Read(twice)
	in.Read(twice)
	all := len(in.Of(0))
	r.Known()
	if in.Read(twice); len(in.Of(0)) != all || len(in.Groups(0)) != all {
		t.Errorf("%d features and %d groups at a word that was read twice, want %d", len(in.Of(0)), len(in.Groups(0)), all)
	}
	if in.Read(once); len(in.Of(0)) > all-10 || len(in.Of(0)) == 0 {
		t.Errorf("%d features at a word that was read once, %d at one that was read twice", len(in.Of(0)), all)
	}
}
