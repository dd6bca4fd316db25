// Package xmlguard looks over foreign XML before a parser does: how deep its
// elements nest, and whether it declares entities. One pass over the bytes,
// nothing is allocated.
package xmlguard

import (
	"bytes"
	"fmt"

	"depesche/source"
)

// MaxDepth is how deep elements may nest; news formats need some thirty levels.
const MaxDepth = 200

// MaxBytes is the largest document that is read, in bytes.
const MaxBytes = 32 << 20

// Check says why the XML must not be parsed: too large, elements nested too
// deep, or entities declared, by which a few bytes could become gigabytes or
// another file. The name names the input.
func Check(name string, b []byte) error {
	if len(b) > MaxBytes {
		return &source.Error{Input: name, Err: fmt.Errorf("%w: more than %d MB of XML", source.ErrTooLarge, MaxBytes>>20), Hint: "split it into files of fewer items"}
	}
	depth := 0
	for {
		n := bytes.IndexByte(b, '<')
		if n < 0 || n+1 >= len(b) {
			return nil
		}
		b = b[n+1:]
		switch {
		case bytes.HasPrefix(b, []byte("!--")):
			b = behind(b[3:], "-->")
		case bytes.HasPrefix(b, []byte("![CDATA[")):
			b = behind(b[8:], "]]>")
		case b[0] == '?':
			b = behind(b, "?>")
		case b[0] == '!':
			rest, plain := doctype(b)
			if !plain {
				return &source.Error{Input: name, Err: fmt.Errorf("%w: it declares XML entities or elements of its own", source.ErrLimit), Hint: "they are not read; replace entities by what they stand for"}
			}
			b = rest
		case b[0] == '/':
			depth = max(0, depth-1)
		default:
			rest, empty := tag(b)
			if b = rest; !empty {
				depth++
			}
		}
		if depth > MaxDepth {
			return &source.Error{Input: name, Err: fmt.Errorf("%w: XML elements nested more than %d deep", source.ErrLimit, MaxDepth), Hint: "no news format nests so deep; check where the file comes from"}
		}
	}
}

// behind is what follows the mark; nothing if it is not there.
func behind(b []byte, mark string) []byte {
	if n := bytes.Index(b, []byte(mark)); n >= 0 {
		return b[n+len(mark):]
	}
	return nil
}

// tag skips a start tag, quoted values whole, and says whether it closes
// itself.
func tag(b []byte) (rest []byte, empty bool) {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '"', '\'':
			n := bytes.IndexByte(b[i+1:], c)
			if n < 0 {
				return b[i+1:], false
			}
			i += n + 1
		case '>':
			return b[i+1:], i > 0 && b[i-1] == '/'
		}
	}
	return nil, false
}

// doctype skips a document type; plain says that it declares nothing itself.
func doctype(b []byte) (rest []byte, plain bool) {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '"', '\'':
			n := bytes.IndexByte(b[i+1:], c)
			if n < 0 {
				return nil, true
			}
			i += n + 1
		case '[', '<':
			return nil, false
		case '>':
			return b[i+1:], true
		}
	}
	return nil, true
}
