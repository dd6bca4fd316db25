package visits

import (
	"strings"
	"testing"

	"depesche/knowledge"
)

const list = "id\tstart\tend\tvisitor\tfrom_id\tfrom\n" +
	"1\t2003-03-01\t2003-03-02\tPresident Vladimir Putin\trussia\tRussia\n" +
	"2\t2009-03-01\t2009-03-02\tPresident Vladimir Putin\trussia\tRussia\n" +
	"3\t2001-05-05\t\tChancellor Gerhard Schroeder\tgermany\tGermany\n" +
	"4\t2014-07-01\t2014-07-01\tPremier Li Keqiang\tchina\tChina, People’s Republic of\n" +
	"5\t1995-05-05\t1995-05-05\tKing Hussein\tjordan\tJordan\n" +
	"6\t2018-03-20\t2018-04-06\tCrown Prince Mohammed bin Salman\tsaudi-arabia\tSaudi Arabia\n" +
	"7\t2005-05-05\t2005-05-05\tPresident Nobody Nowhere\tfrance\tFrance\n" +
	"8\t2005-05-05\t2005-05-05\tPresident Jacques Chirac\tatlantis\tAtlantis\n" +
	"9\t1985-05-05\t1985-05-05\tPresident Jacques Chirac\tfrance\tFrance\n"

func TestMeasure(t *testing.T) {
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	visits, err := Read(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := Measure(know, visits).Print(&b, true); err != nil {
		t.Fatal(err)
	}
	want := "3: 2009-03-01, President Vladimir Putin, Russia: not in office\n" +
		"8: 2005-05-05, President Nobody Nowhere, France: unknown name\n" +
		"9: 2005-05-05, President Jacques Chirac, Atlantis: unknown state\n" +
		"1990 to 1999  right 1 of 1  100.0 %\n2000 to 2024  right 4 of 7  57.1 %\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range [][2]string{
		{"1\t2003-03-01\tx\n", "line 1: 3 columns"},
		{"1\t2003-03-01\t2003-03-01\ta\tb\tc\n1\tspring\t\ta\tb\tc\n", "line 2: "},
		{strings.Repeat("x", maxLine+1), "line "},
	} {
		if _, err := Read(strings.NewReader(c[0])); err == nil || !strings.HasPrefix(err.Error(), c[1]) {
			t.Errorf("%.40q: %v, want %s", c[0], err, c[1])
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(list)
	f.Add("id\n\t\t\t\t\t")
	f.Fuzz(func(t *testing.T, s string) {
		visits, err := Read(strings.NewReader(s))
		if err == nil && len(visits) > strings.Count(s, "\n")+1 {
			t.Error("more visits than lines")
		}
		for _, v := range visits {
			split(v.Visitor)
		}
	})
}
