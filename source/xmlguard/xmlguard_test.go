package xmlguard

import (
	"errors"
	"strings"
	"testing"

	"depesche/source"
)

func TestCheck(t *testing.T) {
	for in, want := range map[string]error{
		"": nil, "<": nil, "a": nil, "<a": nil, "<a b='": nil, "<!--": nil, "<?": nil,
		"<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'><a><b/></a>": nil,
		"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>":                          source.ErrLimit,
		"<!DOCTYPE a [<!entity % x SYSTEM 'file:///etc/passwd'>]>":          source.ErrLimit,
		"<a><![CDATA[<!ENTITY x>]]><!-- <!ENTITY y> --></a>":                nil,
		strings.Repeat("<a>", MaxDepth):                                     nil,
		strings.Repeat("<a>", MaxDepth+1):                                   source.ErrLimit,
		strings.Repeat("<a b='/>'>", MaxDepth+1):                            source.ErrLimit,
		"<!x \"<!--\">" + strings.Repeat("<a>", MaxDepth+1):                 source.ErrLimit,
		strings.Repeat("</a>", 1000) + strings.Repeat("<a>", MaxDepth+1):    source.ErrLimit,
		strings.Repeat("<a/><b c=\">\"/>", 10_000):                          nil,
		strings.Repeat("<a></a>", 10_000):                                   nil,
		"<a>" + strings.Repeat("<![CDATA[<a><a>]]>", 1000):                  nil,
		strings.Repeat(" ", MaxBytes+1):                                     source.ErrTooLarge,
	} {
		if err := Check("x.xml", []byte(in)); !errors.Is(err, want) || (err == nil) != (want == nil) {
			t.Errorf("%.60q: %v, want %v", in, err, want)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte("<a b='c'><!-- --><![CDATA[ ]]></a><?x ?><!D [<!E"))
	f.Fuzz(func(_ *testing.T, b []byte) { _ = Check("f.xml", b); Root(b) })
}

func TestRoot(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Text <a>": "", "<": "", "<!--": "", "<?xml": "", "<a": "a",
		"\ufeff <?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE nitf SYSTEM \"a>b\">\n<nitf a='b'>": "nitf",
		"<!doctype html><html>": "html", "<rdf:RDF xmlns='x'>": "rdf:RDF", "<br/>": "br",
		"<!DOCTYPE a [<!ENTITY x 'y'>]><a>":   "a",
		"<!DOCTYPE a [<!ENTITY x 'y'>]\n><a>": "a",
	} {
		if got := Root([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := Local("rdf:RDF"); got != "rdf" {
		t.Error(got)
	}
}
