package eval

import (
	"fmt"
	"strconv"
	"strings"
)

// turtle reads the part of Turtle (https://www.w3.org/TR/turtle/) that ReadNIF
// describes.
type turtle struct {
	name     string
	text     string
	at, line int
	terms    int
	prefixes map[string]string
	add      func(subject, predicate, object string) error
}

// readTurtle calls add for every statement. IRIs are given whole, literals
// without their language or type. Errors name the line.
func readTurtle(name, text string, add func(subject, predicate, object string) error) error {
	t := &turtle{name: name, text: text, line: 1, prefixes: map[string]string{}, add: add}
	for {
		t.space()
		if t.at == len(t.text) {
			return nil
		}
		if err := t.statement(); err != nil {
			return fmt.Errorf("%s:%d: %w", name, t.line, err)
		}
	}
}

func (t *turtle) statement() error {
	if t.take("@prefix") {
		return t.prefix()
	}
	subject, err := t.resource()
	if err != nil {
		return err
	}
	for {
		predicate, err := t.verb()
		if err != nil {
			return err
		}
		for more := true; more; more = t.take(",") {
			object, err := t.object()
			if err != nil {
				return err
			}
			if err := t.add(subject, predicate, object); err != nil {
				return err
			}
		}
		semicolon := false
		for t.take(";") {
			semicolon = true
		}
		if t.take(".") {
			return nil
		}
		if !semicolon {
			return t.expected(`";" or "."`)
		}
	}
}

func (t *turtle) prefix() error {
	t.space()
	name, _, ok := strings.Cut(t.text[t.at:], ":")
	if !ok || strings.ContainsAny(name, " \t\n<") {
		return t.expected("a prefix")
	}
	t.at += len(name) + 1
	iri, err := t.resource()
	if err != nil {
		return err
	}
	t.prefixes[name] = iri
	if !t.take(".") {
		return t.expected(`"."`)
	}
	return nil
}

func (t *turtle) verb() (string, error) {
	t.space()
	rest := t.text[t.at:]
	if len(rest) > 1 && rest[0] == 'a' && strings.IndexByte(" \t\r\n<", rest[1]) >= 0 {
		t.at++
		return "a", nil
	}
	return t.resource()
}

func (t *turtle) object() (string, error) {
	t.space()
	if t.at < len(t.text) && t.text[t.at] == '"' {
		return t.literal()
	}
	return t.resource()
}

// resource reads an IRI or a prefixed name.
func (t *turtle) resource() (string, error) {
	t.space()
	if t.terms++; t.terms > maxTerms {
		return "", fmt.Errorf("more than %d words", maxTerms)
	}
	rest := t.text[t.at:]
	if strings.HasPrefix(rest, "<") {
		end := strings.IndexAny(rest, ">\n")
		if end < 0 || rest[end] != '>' {
			return "", fmt.Errorf("an IRI without its end")
		}
		t.at += end + 1
		iri := rest[1:end]
		if !strings.Contains(iri, ":") {
			return "", fmt.Errorf("relative IRI <%s>", iri)
		}
		return iri, nil
	}
	end := strings.IndexAny(rest, " \t\r\n;,<\"")
	if end < 0 {
		end = len(rest)
	}
	prefix, local, ok := strings.Cut(strings.TrimRight(rest[:end], "."), ":")
	if !ok {
		return "", t.expected("an IRI or a prefixed name")
	}
	iri, known := t.prefixes[prefix]
	if !known {
		return "", fmt.Errorf("no prefix %q", prefix)
	}
	t.at += len(prefix) + 1 + len(local)
	return iri + local, nil
}

// literal reads a string in one or three quotation marks and passes over its
// language or type.
func (t *turtle) literal() (string, error) {
	quote := `"`
	if strings.HasPrefix(t.text[t.at:], `"""`) {
		quote = `"""`
	}
	t.at += len(quote)
	var b strings.Builder
	for {
		rest := t.text[t.at:]
		end := strings.IndexAny(rest, "\"\\\n")
		if end < 0 || quote == `"` && rest[end] == '\n' {
			return "", fmt.Errorf("a literal without its end")
		}
		b.WriteString(rest[:end])
		t.at += end
		switch {
		case strings.HasPrefix(rest[end:], quote):
			t.at += len(quote)
			return b.String(), t.datatype()
		case rest[end] == '\\':
			if err := t.escape(&b); err != nil {
				return "", err
			}
		default:
			if rest[end] == '\n' {
				t.line++
			}
			b.WriteByte(rest[end])
			t.at++
		}
	}
}

func (t *turtle) escape(b *strings.Builder) error {
	rest := t.text[t.at:]
	if len(rest) < 2 {
		return fmt.Errorf("a literal without its end")
	}
	size := map[byte]int{'u': 4, 'U': 8}[rest[1]]
	if size > 0 {
		if len(rest) < 2+size {
			return fmt.Errorf("a literal without its end")
		}
		n, err := strconv.ParseUint(rest[2:2+size], 16, 32)
		if err != nil {
			return fmt.Errorf("escape %q", rest[:2+size])
		}
		b.WriteRune(rune(n))
		t.at += 2 + size
		return nil
	}
	at := strings.IndexByte(`tbnrf"'\`, rest[1])
	if at < 0 {
		return fmt.Errorf("escape %q", rest[:2])
	}
	b.WriteByte("\t\b\n\r\f\"'\\"[at])
	t.at += 2
	return nil
}

func (t *turtle) datatype() error {
	rest := t.text[t.at:]
	switch {
	case strings.HasPrefix(rest, "^^"):
		t.at += 2
		_, err := t.resource()
		return err
	case strings.HasPrefix(rest, "@"):
		end := strings.IndexAny(rest, " \t\r\n;,.")
		if end < 0 {
			end = len(rest)
		}
		t.at += end
	}
	return nil
}

// take passes over a mark if it comes next.
func (t *turtle) take(mark string) bool {
	t.space()
	if !strings.HasPrefix(t.text[t.at:], mark) {
		return false
	}
	t.at += len(mark)
	return true
}

// space passes over white space and comments.
func (t *turtle) space() {
	for t.at < len(t.text) {
		switch t.text[t.at] {
		case '\n':
			t.line++
			t.at++
		case ' ', '\t', '\r':
			t.at++
		case '#':
			end := strings.IndexByte(t.text[t.at:], '\n')
			if end < 0 {
				end = len(t.text) - t.at
			}
			t.at += end
		default:
			return
		}
	}
}

func (t *turtle) expected(what string) error {
	t.space()
	rest := t.text[t.at:]
	if rest == "" {
		return fmt.Errorf("%s expected, the file ends", what)
	}
	if len(rest) > 20 {
		rest = strings.ToValidUTF8(rest[:20], "") + "…"
	}
	return fmt.Errorf("%s expected before %q", what, rest)
}
