package xmlguard

import (
	"bytes"
	"strings"
)

// Root is the name of the first element of the markup, as written and without
// attributes, "rdf:RDF"; "" if no element stands there. White space, a byte order mark,
// comments, the XML declaration and the document type are passed over, so a
// first piece of the document is enough.
func Root(b []byte) string {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	for {
		b = bytes.TrimLeft(b, " \t\r\n")
		switch {
		case len(b) < 2 || b[0] != '<':
			return ""
		case bytes.HasPrefix(b, []byte("<!--")):
			b = behind(b, "-->")
		case b[1] == '?':
			b = behind(b, ">")
		case b[1] == '!':
			rest, plain := doctype(b[1:])
			if !plain { // an internal subset
				if rest = behind(b, "]>"); rest == nil {
					rest = behind(b, "]")
					rest = bytes.TrimPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(">"))
				}
			}
			b = rest
		default:
			n := bytes.IndexAny(b[1:], " \t\r\n/>")
			if n < 0 {
				n = len(b) - 1
			}
			return string(b[1 : 1+n])
		}
	}
}

// Local is the name without its prefix, in lower case.
func Local(name string) string { return strings.ToLower(name[strings.IndexByte(name, ':')+1:]) }
