package conllu

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/report"
)

const sample = `# newdoc id = d1
# lang = de
# date = 2023-03-01
# sent_id = d1-s1
# text = Sie flog zum Gipfel.
1	Sie	sie	PRON	_	Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	flog	fliegen	VERB	_	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	_
3-4	zum	_	_	_	_	_	_	_	_
3	zu	zu	ADP	_	_	5	case	_	_
4	dem	der	DET	_	Case=Dat|Definite=Def|Gender=Masc|Number=Sing|PronType=Art	5	det	_	_
5	Gipfel	Gipfel	NOUN	_	Case=Dat|Gender=Masc|Number=Sing	2	obl	_	SpaceAfter=No
6	.	.	PUNCT	_	_	2	punct	_	_

# newpar
# sent_id = d1-s2
# text = Kiew schweigt
1	Kiew	_	_	_	_	_	_	_	NER=B-LOC
2	schweigt	_	_	_	_	_	_	_	_

# newdoc id = d2
# sent_id = d2-s1
# text = Ende
1	Ende	_	_	_	_	_	_	_	_

`

func TestRoundTrip(t *testing.T) {
	reports, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, r := range reports {
		if err := Write(&out, r); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(sample, out.String()); d != "" {
		t.Error(d)
	}
	r := reports[0]
	if want := "Sie flog zum Gipfel.\n\nKiew schweigt"; r.Text != want {
		t.Errorf("text %q, want %q", r.Text, want)
	}
	dem := r.Sentences[0].Words[3]
	if dem.Form != "dem" || dem.Part != 2 || dem.Parts != 2 || r.Cut(dem.Span) != "zum" || !dem.Spaced {
		t.Errorf("dem: %+v", dem)
	}
	if gipfel := r.Sentences[0].Words[4]; gipfel.Spaced || gipfel.Head != 1 || gipfel.Rel != report.Obl {
		t.Errorf("Gipfel: %+v", gipfel)
	}
}

func row(id, form, head, misc string) string {
	return id + "\t" + form + "\t_\tX\t_\t_\t" + head + "\tdep\t_\t" + misc + "\n"
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{row("1", "a", "0", "SpaceAfter=No") + row("2", "b", "1", "_") + row("3", "c", "1", "_"), "ab c"},
		{"# text = a  b\n" + row("1", "a", "0", "_") + row("2", "b", "1", "_"), "a  b"},
		{"# text = other\n" + row("1", "a", "0", "_") + row("2", "b", "1", "_"), "a b"},
		{row("1", "3 000", "0", "_") + "1.1\tx\t_\t_\t_\t_\t_\t_\t1:dep\t_\n" + row("2", "b", "1", "_"), "3 000 b"},
	} {
		all, err := Read(strings.NewReader(c.in + "\n"))
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if all[0].Text != c.want {
			t.Errorf("%q: text %q, want %q", c.in, all[0].Text, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		in   string
		line int
		want string
	}{
		{"1\ta\n", 1, "2 columns"},
		{row("1", "a", "0", "_") + row("3", "b", "1", "_"), 2, "out of order"},
		{row("1", "a", "7", "_"), 1, "head 7"},
		{row("1", "a", "x", "_"), 1, "head \"x\""},
		{row("1", "a", "2", "_") + row("2", "b", "1", "_") + "\n", 3, "cycle"},
		{row("1", "a", "1", "_"), 1, "cycle"},
		{row("1-3", "ab", "_", "_") + row("1", "a", "0", "_") + "\n", 3, "beyond"},
		{row("2-3", "ab", "_", "_"), 1, "out of order"},
		{row("1", "", "0", "_"), 1, "empty"},
		{"# date = soon\n", 1, "date"},
		{"# " + strings.Repeat("x", MaxLine), 1, "longer"},
	} {
		_, err := Read(strings.NewReader(c.in))
		var e *Error
		if !errors.As(err, &e) || e.Line != c.line || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%.40q: %v, want %q in line %d", c.in, err, c.want, c.line)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add(row("1-2", "ab", "_", "_") + row("1", "a", "0", "SpaceAfter=No") + row("2", "b", "1", "_"))
	f.Add("# text = a b\n" + row("1", "a", "_", "_") + row("2", "b", "1", "NER=B-PER"))
	f.Fuzz(func(t *testing.T, in string) {
		all, err := Read(strings.NewReader(in))
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		for _, r := range all {
			for _, s := range r.Sentences {
				for _, w := range s.Words {
					_ = r.Cut(w.Span)
				}
			}
			if err := Write(&once, r); err != nil {
				t.Fatal(err)
			}
		}
		again, err := Read(bytes.NewReader(once.Bytes()))
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, once.Bytes())
		}
		for _, r := range again {
			if err := Write(&twice, r); err != nil {
				t.Fatal(err)
			}
		}
	})
}
