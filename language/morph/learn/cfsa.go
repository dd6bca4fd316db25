package learn

import (
	"bytes"
	"fmt"
	"os"
)

// cfsa is a dictionary of Morfologik in its format CFSA2: an automaton whose words
// are "form_<code>ending_tag", where the code's letter says how many bytes of the
// form the lemma's ending replaces.
type cfsa struct {
	labels []byte
	arcs   []byte
}

func openCFSA(name string) (*cfsa, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if len(b) < 8 || string(b[:4]) != `\fsa` || b[4] != 0xc6 {
		return nil, fmt.Errorf("%s: not a CFSA2 automaton", name)
	}
	if b[5]&1 != 0 {
		return nil, fmt.Errorf("%s: numbered automata are not supported", name)
	}
	n := int(b[7])
	return &cfsa{labels: b[8 : 8+n], arcs: b[8+n:]}, nil
}

func (c *cfsa) number(at int) (value, next int) {
	for shift := 0; ; shift += 7 {
		v := c.arcs[at]
		at++
		value |= int(v&0x7f) << shift
		if v&0x80 == 0 {
			return value, at
		}
	}
}

func (c *cfsa) skip(at int) int {
	f := c.arcs[at]
	at++
	if f&31 == 0 {
		at++
	}
	if f&128 == 0 {
		_, at = c.number(at)
	}
	return at
}

func (c *cfsa) target(at int) int {
	if c.arcs[at]&128 != 0 {
		for c.arcs[at]&64 == 0 {
			at = c.skip(at)
		}
		return c.skip(at)
	}
	n := 1
	if c.arcs[at]&31 == 0 {
		n = 2
	}
	t, _ := c.number(at + n)
	return t
}

// walk calls entry with every form, lemma and tag.
func (c *cfsa) walk(entry func(form, lemma, tag string)) {
	var word []byte
	var visit func(node int)
	visit = func(node int) {
		for at := node; ; at = c.skip(at) {
			f := c.arcs[at]
			label := c.arcs[at+1]
			if f&31 != 0 {
				label = c.labels[f&31]
			}
			word = append(word, label)
			if f&32 != 0 {
				emit(word, entry)
			}
			if t := c.target(at); t != 0 {
				visit(t)
			}
			word = word[:len(word)-1]
			if f&64 != 0 {
				return
			}
		}
	}
	visit(c.target(0))
}

func emit(word []byte, entry func(form, lemma, tag string)) {
	form, rest, ok := bytes.Cut(word, []byte("_"))
	if !ok || len(rest) == 0 {
		return
	}
	code, tag, ok := bytes.Cut(rest, []byte("_"))
	if !ok || len(code) == 0 {
		return
	}
	lemma := string(code[1:])
	if cut := code[0] - 'A'; cut != 255 && int(cut) <= len(form) {
		lemma = string(form[:len(form)-int(cut)]) + lemma
	}
	entry(string(form), lemma, string(tag))
}
