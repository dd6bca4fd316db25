// Package prose lays out the words of marked-up text, HTML or XML, as plain
// text: white space made single, paragraphs apart by a blank line, what is no
// part of the prose (scripts, controls, captions) left out.
package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Builder collects words and breaks. The zero value is ready.
type Builder struct {
	buf []byte
	gap gap
}

// gap is what stands between the last word and the next.
type gap uint8

const (
	none gap = iota
	space
	line
	paragraph
)

// Text adds words; runs of white space are one space, soft hyphens and marks
// of no width are left out.
func (b *Builder) Text(s string) {
	for len(s) > 0 {
		r, n := rune(s[0]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s)
		}
		switch {
		case unicode.IsSpace(r):
			b.gap = max(b.gap, space)
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' || r < ' ' || r == 0x7f:
		default:
			b.fill()
			b.buf = utf8.AppendRune(b.buf, r)
		}
		s = s[n:]
	}
}

// Space ends a word, as the border of a table's cell does.
func (b *Builder) Space() { b.gap = max(b.gap, space) }

// Line ends a line; two in a row end the paragraph.
func (b *Builder) Line() {
	if b.gap >= line {
		b.gap = paragraph
		return
	}
	b.gap = line
}

// Paragraph ends a paragraph.
func (b *Builder) Paragraph() { b.gap = paragraph }

func (b *Builder) fill() {
	if len(b.buf) > 0 {
		switch b.gap {
		case space:
			b.buf = append(b.buf, ' ')
		case line:
			b.buf = append(b.buf, '\n')
		case paragraph:
			b.buf = append(b.buf, "\n\n"...)
		}
	}
	b.gap = none
}

// Len is the number of bytes so far.
func (b *Builder) Len() int { return len(b.buf) }

// String is the text so far.
func (b *Builder) String() string { return string(b.buf) }

// Role is what an element does to the layout of the text.
type Role uint8

// The roles.
const (
	Inline    Role = iota // its words go on in the line
	Block                 // a paragraph of its own
	Break                 // ends a line
	Cell                  // apart by a space
	Invisible             // no part of the prose, with all it holds
)

// RoleOf is the role of an HTML, XHTML or NITF element, by its local name in
// lower case.
func RoleOf(name string) Role {
	switch name {
	case "p", "div", "section", "article", "main", "header", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6",
		"ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "hr", "address", "details", "summary", "body",
		"hl1", "hl2", "bq", "block", "fn", "body.head", "body.content", "abstract":
		return Block
	case "br":
		return Break
	case "td", "th":
		return Cell
	case "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "button", "select",
		"textarea", "input", "canvas", "audio", "video", "figcaption", "head", "nav", "dialog", "rp", "rt",
		"media", "tagline", "body.end", "byline", "docdata":
		return Invisible
	}
	return Inline
}

// Open and Close lay out the borders of an element.
func (b *Builder) Open(r Role) {
	switch r {
	case Block:
		b.Paragraph()
	case Break:
		b.Line()
	case Cell:
		b.Space()
	}
}

// Close is Open's counterpart.
func (b *Builder) Close(r Role) {
	if r != Break {
		b.Open(r)
	}
}

// HTML adds the words below a node. The depth of trees that golang.org/x/net/html
// builds is bounded, so recursion is.
func (b *Builder) HTML(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.Text(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	role := RoleOf(n.Data)
	if role == Invisible || hidden(n) {
		return
	}
	b.Open(role)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.HTML(c)
	}
	b.Close(role)
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// Fragment is the text of a piece of HTML, as feeds carry it; plain text comes
// out as it went in, white space made single.
func Fragment(s string) (string, error) {
	var b Builder
	if !strings.ContainsAny(s, "<&") {
		for para := range strings.SplitSeq(s, "\n\n") {
			b.Paragraph()
			b.Text(para)
		}
		return b.String(), nil
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return "", err
	}
	b.HTML(doc)
	return b.String(), nil
}
