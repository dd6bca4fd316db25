package eval

import (
	"strings"
	"testing"

	"depesche/record"
)

const nifHead = `@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

const nifDoc = nifHead + `
# one text and two mentions
<http://example.org/1#char=0,26> a nif:String , nif:Context ;
      nif:isString """Köln grüßt "Bern".
Ende \u00e4"""@de .
<http://example.org/1#char=12,16>
      a nif:RFC5147String ;
      nif:anchorOf "Bern"^^xsd:string ;
      nif:beginIndex "12"^^xsd:nonNegativeInteger ; nif:endIndex "16"^^xsd:nonNegativeInteger ;
      nif:referenceContext <http://example.org/1#char=0,26> ;
      itsrdf:taIdentRef <http://de.dbpedia.org/resource/Bern> .
<http://example.org/1#char=0,3> nif:anchorOf "Bonn" ; nif:beginIndex "0" ; nif:endIndex "4" ;
      nif:referenceContext <http://example.org/1#char=0,26> ; itsrdf:taIdentRef <http://de.dbpedia.org/resource/Bonn> .
`

func TestReadNIF(t *testing.T) {
	docs, skipped, err := ReadNIF(Input{"a.ttl", strings.NewReader(nifDoc)})
	if err != nil {
		t.Fatal(err)
	}
	if skipped != 1 || len(docs) != 1 || len(docs[0].Mentions) != 1 {
		t.Fatalf("%d skipped, %+v", skipped, docs)
	}
	m := docs[0].Mentions[0]
	if got := docs[0].Text[m.Start:m.End]; got != "Bern" || !strings.HasSuffix(docs[0].Text, "\nEnde ä") {
		t.Errorf("%q in %q", got, docs[0].Text)
	}
}

func TestReadNIFRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<http://a> b:c \"d\" .", `a.ttl:1: no prefix "b"`},
		{"\n<http://a> <http://b> \"d .\n", "a.ttl:2: a literal without its end"},
		{"<http://a> <http://b> \"d\"", `a.ttl:1: ";" or "." expected, the file ends`},
		{"[] <http://b> \"d\" .", "an IRI or a prefixed name expected"},
		{"<a> <http://b> \"d\" .", "relative IRI"},
		{"<http://a> <http://b> \"\\q\" .", "escape"},
		{"\xff", "not UTF-8"},
	} {
		if _, _, err := ReadNIF(Input{"a.ttl", strings.NewReader(c.text)}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.text, err, c.want)
		}
	}
}

func FuzzReadNIF(f *testing.F) {
	f.Add(nifDoc)
	f.Add("<http://a> a <http://b> .")
	f.Fuzz(func(t *testing.T, text string) {
		docs, _, err := ReadNIF(Input{"a.ttl", strings.NewReader(text)})
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, m := range d.Mentions {
				_ = d.Text[m.Start:m.End]
			}
		}
	})
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ iri, title, apart, lang string }{
		{"http://de.dbpedia.org/resource/Golf_von_Aden", "Golf von Aden", "", "de"},
		{"http://de.dbpedia.org/resource/Augusta_(Georgia)", "Augusta", "Georgia", "de"},
		{"http://dbpedia.org/resource/Washington,_D.C.", "Washington", "D.C.", "en"},
		{"http://dbpedia.org/resource/F%C3%A9lix", "Félix", "", "en"},
		{"http://example.org/Bern", "", "", ""},
	} {
		title, apart, lang, _ := Title(c.iri)
		if title != c.title || apart != c.apart || lang != c.lang {
			t.Errorf("%s: %q %q %q", c.iri, title, apart, lang)
		}
	}
}

func TestScoreLinks(t *testing.T) {
	doc := &NIFDocument{ID: "d", Text: "Bern lobt Rom und Graz", Mentions: []NIFMention{{0, 4, "bern"}, {10, 13, "rom"}, {18, 22, "graz"}}}
	var c LinkCounts
	covered := func(iri string) string { return map[string]string{"bern": "Q1", "rom": "Q2"}[iri] }
	errs := c.ScoreLinks(doc, []Linked{{0, 4, []string{"Q9", "Q1"}}, {5, 13, []string{"Q3"}}, {18, 22, []string{"Q4"}}}, covered)
	want := LinkCounts{Marked: 3, Covered: 2, Linked: 2, Right: 1, Astray: 1}
	if c != want || len(errs) != 2 || errs[0].What != "wrong" || errs[1].What != "astray" {
		t.Errorf("%+v, %v", c, errs)
	}
	if c.Precision() != 1.0/3 || c.Recall() != 0.5 {
		t.Errorf("precision %v, recall %v", c.Precision(), c.Recall())
	}
}

func TestPhrases(t *testing.T) {
	ps, err := ReadPhrases(Input{"p.tsv", strings.NewReader("# c\nder Kreml\tde\t2016-02\tRUS\tGOV|MIL\nNATO\ten\t2016\t-\tIGO\n")})
	if err != nil || len(ps) != 2 {
		t.Fatal(ps, err)
	}
	var c PhraseCounts
	if !c.Score(&ps[0], []record.Entity{{State: "RUS", Sector: "MIL"}}) || !c.Score(&ps[1], []record.Entity{{Sector: "IGO"}}) || c.Score(&ps[1], nil) {
		t.Error("wrongly scored")
	}
	for _, bad := range []string{"a\tde\t2016\tRUS\n", "a\tde\t2016-13\tRUS\tGOV\n"} {
		if _, err := ReadPhrases(Input{"p.tsv", strings.NewReader(bad)}); err == nil || !strings.HasPrefix(err.Error(), "p.tsv:1: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
