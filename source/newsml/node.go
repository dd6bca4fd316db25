package newsml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"depesche/source/prose"
)

// maxNodes is the number of elements and texts of one item; a long report has
// a few hundred.
const maxNodes = 200_000

// node is an element with what is in it, or a text, which has no name. none
// stands for what is not there.
type node struct {
	name  string // local
	attrs []xml.Attr
	kids  []*node
	data  string
}

var none = &node{}

// build reads an element to its end. Its depth is bounded by xmlguard.
func build(dec *xml.Decoder, start xml.StartElement) (*node, error) {
	root := &node{name: start.Name.Local, attrs: start.Copy().Attr}
	open := []*node{root}
	for n := 0; len(open) > 0; n++ {
		tok, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("in <%s>: %w", root.name, unexpected(err))
		}
		if n > maxNodes {
			return nil, fmt.Errorf("an item of more than %d elements", maxNodes)
		}
		top := open[len(open)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			kid := &node{name: t.Name.Local, attrs: t.Copy().Attr}
			top.kids = append(top.kids, kid)
			open = append(open, kid)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{data: string(t)})
		}
	}
	return root, nil
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// at is the first element along the path of names; one without name if there
// is none.
func (n *node) at(path ...string) *node {
	for _, name := range path {
		n = n.kid(name)
	}
	return n
}

func (n *node) kid(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return none
}

// all are the elements of the name right below.
func (n *node) all(name string) (found []*node) {
	for _, k := range n.kids {
		if k.name == name {
			found = append(found, k)
		}
	}
	return found
}

// first is the first element of the name anywhere below.
func (n *node) first(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if f := k.first(name); f != none {
			return f
		}
	}
	return none
}

// attr is the value of the attribute, whatever its prefix.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// text is the text below, as it stands there.
func (n *node) text() string {
	if n.name == "" {
		return n.data
	}
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(k.text())
	}
	return b.String()
}

// words is the text below as one line.
func (n *node) words() string { return strings.Join(strings.Fields(n.text()), " ") }

// lay lays out the text below as prose.
func (n *node) lay(b *prose.Builder) {
	if n.name == "" {
		b.Text(n.data)
		return
	}
	role := prose.RoleOf(strings.ToLower(n.name))
	if role == prose.Invisible {
		return
	}
	b.Open(role)
	for _, k := range n.kids {
		k.lay(b)
	}
	b.Close(role)
}
