package ask

import (
	"errors"
	"net/url"
	"testing"

	"depesche/record"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ address, part string }{
		{"", ""}, {"q=type:CONSULT&as-of=2023-03", ""}, {"limit=500&before=12", ""},
		{"q=nonsense:1", "q"}, {"as-of=soon", "as-of"}, {"limit=0", "limit"}, {"limit=501", "limit"}, {"limit=x", "limit"}, {"before=x", "before"},
	} {
		v, err := url.ParseQuery(c.address)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Read(v, nil)
		var wrong *Error
		if c.part == "" {
			if err != nil {
				t.Errorf("%s: %v", c.address, err)
			}
		} else if !errors.As(err, &wrong) || wrong.Part != c.part {
			t.Errorf("%s: %v, want an error in %s", c.address, err, c.part)
		}
	}
}

func TestLinks(t *testing.T) {
	a := Ask{Query: `kind:event type:CONSULT "nuclear talks"`, AsOf: record.DayOf(2023, 3, 1)}
	for _, c := range []struct{ got, want string }{
		{a.Link("/plans"), "/plans?as-of=2023-03-01"},
		{a.Link("/x", "q", "a b", "as-of", ""), "/x?q=a+b"},
		{a.With("kind", "figure"), `type:CONSULT "nuclear talks" kind:figure`},
		{a.With("kind", ""), `type:CONSULT "nuclear talks"`},
		{a.With("outlet", "The Post"), `kind:event type:CONSULT "nuclear talks" outlet:"The Post"`},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

func TestNarrowed(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"q=type:CONSULT&party=BLR", "q=type%3ACONSULT+party%3ABLR"},
		{"q=party:CHN+x&party=Nelson+Mandela&status=late", `q=x+party%3A%22Nelson+Mandela%22+plan%3Alate`},
		{"q=party:CHN&party=&as-of=2023", "as-of=2023"},
		{"since=2023-01&until=2023-02", "q=since%3A2023-01+until%3A2023-02"},
	} {
		v, err := url.ParseQuery(c.address)
		if err != nil {
			t.Fatal(err)
		}
		if got := Narrowed(v).Encode(); got != c.want {
			t.Errorf("%s: %s, want %s", c.address, got, c.want)
		}
	}
	a := Ask{Query: `x PARTY:"Nelson Mandela" due:2023`}
	if a.Term("party") != "Nelson Mandela" || a.Term("plan") != "" || a.Without("due", "party") != "x" {
		t.Errorf("%q %q", a.Term("party"), a.Without("due", "party"))
	}
}
