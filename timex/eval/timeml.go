// Package eval measures package timex, or any other tagger, against texts that
// are annotated in TimeML (TIMEX3 elements in the running text).
package eval

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"depesche/record"
	"depesche/report"
)

// Document is one TimeML document: its plain text and its expressions.
type Document struct {
	ID    string
	Date  record.Interval // of the document's creation
	Text  string
	Times []Expression
}

// Expression is one TIMEX3 element that covers text.
type Expression struct {
	report.Span
	Type  string
	Value string
	Ends  []string // values of the empty elements that the element begins or ends at
}

// Open reads every TimeML file of a folder (.tml, .xml), in the order of the
// names. An error names the file.
func Open(dir string) ([]Document, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("timeml: %w", err)
	}
	var docs []Document
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != ".tml" && ext != ".xml" {
			continue
		}
		f, err := os.Open(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("timeml: %w", err)
		}
		d, err := Parse(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("timeml: %s: %w", e.Name(), err)
		}
		d.ID = strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("timeml: no .tml or .xml file in %s", dir)
	}
	return docs, nil
}

// parser is the state of reading one document.
type parser struct {
	doc    Document
	text   strings.Builder
	inText bool
	open   []int             // indices of the elements that are open
	ends   map[int][2]string // beginPoint and endPoint by expression
	empty  map[string]string // value by id
}

// Parse reads one TimeML document: the creation date, the content of TEXT and
// its TIMEX3 elements.
func Parse(r io.Reader) (Document, error) {
	p := parser{ends: make(map[int][2]string), empty: make(map[string]string)}
	dec := xml.NewDecoder(r)
	dec.Strict = false
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Document{}, err
		}
		if err := p.token(token); err != nil {
			return Document{}, err
		}
	}
	p.finish()
	return p.doc, nil
}

func (p *parser) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "TEXT":
			p.inText = true
		case "TIMEX3":
			return p.timex(t.Attr)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "TEXT":
			p.inText = false
		case "TIMEX3":
			if n := len(p.open); n > 0 {
				if k := p.open[n-1]; k >= 0 {
					p.doc.Times[k].End = int32(p.text.Len())
				}
				p.open = p.open[:n-1]
			}
		}
	case xml.CharData:
		if p.inText {
			p.text.Write(t)
		}
	}
	return nil
}

func (p *parser) timex(attrs []xml.Attr) error {
	get := func(name string) string {
		for _, a := range attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	if get("functionInDocument") == "CREATION_TIME" {
		day, _, _ := strings.Cut(get("value"), "T")
		iv, err := record.ParseEDTF(day)
		if err != nil {
			return err
		}
		p.doc.Date = iv
	}
	p.empty[get("tid")] = get("value")
	if !p.inText {
		p.open = append(p.open, -1)
		return nil
	}
	at := int32(p.text.Len())
	p.open = append(p.open, len(p.doc.Times))
	p.ends[len(p.doc.Times)] = [2]string{get("beginPoint"), get("endPoint")}
	p.doc.Times = append(p.doc.Times, Expression{Span: report.Span{Start: at, End: at}, Type: get("type"), Value: get("value")})
	return nil
}

// finish links the points and drops the elements that cover nothing.
func (p *parser) finish() {
	p.doc.Text = p.text.String()
	for i := range p.doc.Times {
		for _, id := range p.ends[i] {
			if v := p.empty[id]; v != "" && id != "t0" {
				p.doc.Times[i].Ends = append(p.doc.Times[i].Ends, v)
			}
		}
	}
	p.doc.Times = slices.DeleteFunc(p.doc.Times, func(e Expression) bool { return e.Len() == 0 })
}
