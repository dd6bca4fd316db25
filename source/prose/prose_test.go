package prose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFragment(t *testing.T) {
	for in, want := range map[string]string{
		"Kein  Markup.\n\nZweiter\nAbsatz.":                                        "Kein Markup.\n\nZweiter Absatz.",
		"<p>Eins.</p>\n<p>Zwei <b>fett</b>es.</p>":                                 "Eins.\n\nZwei fettes.",
		"Eins<br>Zwei<br/><br/>Drei":                                               "Eins\nZwei\n\nDrei",
		"<div>A<script>x()</script><style>p{}</style> B</div>":                     "A B",
		"<ul><li>eins</li><li>zwei</li></ul>":                                      "eins\n\nzwei",
		"<table><tr><td>5</td><td>6</td></tr></table>":                             "5 6",
		"M&uuml;nchen &amp; Wien &lt;b&gt;":                                        "München & Wien <b>",
		"Außen\u00admi\u00adnister\u200b in\u00a0Wien":                             "Außenminister in Wien",
		"<p>Da.<figure><img src=x><figcaption>Foto: wir</figcaption></figure></p>": "Da.",
		"<p hidden>weg</p><p style='display: none'>weg</p>da":                      "da",
		"<noscript><p>weg</p></noscript>da":                                        "da",
		"":                                                                         "",
	} {
		got, err := Fragment(in)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", in, got, err, want)
		}
	}
}

func TestDeep(t *testing.T) {
	if _, err := Fragment(strings.Repeat("<div>", 100_000)); err == nil {
		t.Error("a hundred thousand levels are no error")
	}
}

func FuzzFragment(f *testing.F) {
	f.Add("<p>a<br>b</p><table><td>c")
	f.Add("\xff&#0;<svg><p>x")
	f.Fuzz(func(t *testing.T, s string) {
		out, err := Fragment(strings.ToValidUTF8(s, "?"))
		if err == nil && (!utf8.ValidString(out) || strings.TrimSpace(out) != out || strings.Contains(out, "\n\n\n") || strings.Contains(out, "  ")) {
			t.Fatalf("%q", out)
		}
	})
}
