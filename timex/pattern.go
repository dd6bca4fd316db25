package timex

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// literal is one atom of a pattern or a table word. A form with an upper case
// first letter asks for one in the text; "=morgen" asks for lower case, except
// at the start of a sentence.
type literal struct {
	id    int32
	upper bool
	lower bool
	num   int32 // of digits
}

// itemKind says what an item of a pattern matches.
type itemKind uint8

const (
	itemWords    itemKind = iota // one of several sequences of literals
	itemClass                    // an entry of a class of words.tsv
	itemCategory                 // whatever a category of rules matches
	itemDigits                   // a number in digits
	itemOpen                     // the expression begins here: what stands before is context
	itemClose                    // the expression ends here
)

// item is one element of a pattern.
type item struct {
	kind     itemKind
	optional bool
	glued    bool // nothing may stand between this item and the one before
	words    [][]literal
	index    int // of the class, category or kind of digits
	name     string
}

// digitKind is a number with a range of values and of lengths.
type digitKind struct {
	name           string
	min, max       int32
	minLen, maxLen int32
}

var digitKinds = []digitKind{
	{name: "int", min: 1, max: 9999, minLen: 1, maxLen: 4},
	{name: "dom", min: 1, max: 31, minLen: 1, maxLen: 2},
	{name: "mon", min: 1, max: 12, minLen: 1, maxLen: 2},
	{name: "yyyy", min: 1000, max: 2199, minLen: 4, maxLen: 4},
	{name: "yyy", min: 100, max: 999, minLen: 3, maxLen: 3},
	{name: "yy", min: 0, max: 99, minLen: 2, maxLen: 2},
	{name: "hour", min: 0, max: 24, minLen: 1, maxLen: 2},
	{name: "min", min: 0, max: 59, minLen: 2, maxLen: 2},
}

// parsePattern reads a pattern: literals, (alternatives|of several words),
// <class>, <name:class>, "?" after an optional item, "~" before a glued one,
// "{" and "}" around the expression where it is not the whole match.
func (g *grammar) parsePattern(s string) ([]item, error) {
	var items []item
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		var it item
		if s[0] == '~' && len(s) > 1 {
			it.glued, s = true, s[1:]
		}
		var body string
		var err error
		switch {
		case s[0] == '(' && len(s) > 1 && s[1] != ' ':
			if body, s, err = until(s[1:], ")"); err != nil {
				return nil, err
			}
			for alt := range strings.SplitSeq(body, "|") {
				it.words = append(it.words, g.literals(alt))
			}
		case s[0] == '<':
			if body, s, err = until(s[1:], ">"); err != nil {
				return nil, err
			}
			if err := g.reference(&it, body); err != nil {
				return nil, err
			}
		default:
			body, s = word(s)
			if body == "{" || body == "}" {
				it.kind = itemOpen
				if body == "}" {
					it.kind = itemClose
				}
				break
			}
			if len(body) > 1 && body[len(body)-1] == '?' {
				body, it.optional = body[:len(body)-1], true
			}
			if len(body) > 1 && strings.ContainsAny(body, "<>{}~|?") {
				return nil, fmt.Errorf("%q: a sign inside a word", body)
			}
			it.words = [][]literal{g.literals(body)}
		}
		if s != "" && s[0] == '?' {
			it.optional, s = true, s[1:]
		}
		items = append(items, it)
	}
	return items, nil
}

func until(s, end string) (body, rest string, err error) {
	body, rest, ok := strings.Cut(s, end)
	if !ok {
		return "", "", fmt.Errorf("%q without %q", s, end)
	}
	return body, rest, nil
}

func word(s string) (body, rest string) {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// reference finds what <body> names: a kind of digits, a class or a category.
func (g *grammar) reference(it *item, body string) error {
	name, ref, ok := strings.Cut(body, ":")
	if !ok {
		ref = name
	}
	it.name = name
	for i := range digitKinds {
		if digitKinds[i].name == ref {
			it.kind, it.index = itemDigits, i
			return nil
		}
	}
	if i, ok := g.classByName[ref]; ok {
		it.kind, it.index = itemClass, i
		return nil
	}
	if i, ok := g.categoryByName[ref]; ok {
		it.kind, it.index = itemCategory, i
		return nil
	}
	return fmt.Errorf("<%s> is neither a class of words nor a category", ref)
}

// literals cuts a form of the tables into the atoms that it matches.
func (g *grammar) literals(form string) []literal {
	var out []literal
	onlyLower := len(form) > 1 && form[0] == '='
	if onlyLower {
		form = form[1:]
	}
	for i := 0; i < len(form); {
		c, size := utf8.DecodeRuneInString(form[i:])
		if unicode.IsSpace(c) {
			i += size
			continue
		}
		kind, j := classOf(c), i+size
		for kind != other && j < len(form) {
			c, size := utf8.DecodeRuneInString(form[j:])
			if classOf(c) != kind {
				break
			}
			j += size
		}
		l := literal{upper: unicode.IsUpper(c), lower: onlyLower && len(out) == 0}
		if kind == digits {
			n, _ := strconv.Atoi(form[i:j])
			l.id, l.num = idDigits, int32(n)
		} else {
			l.id = g.words.add(string(lower(nil, form[i:j])))
		}
		out = append(out, l)
		i = j
	}
	return out
}
