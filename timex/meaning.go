package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// meaning builds a node from what a pattern captured: an operation and its
// arguments, "date d=dom m=month y=year", or "=name" for a capture as it is.
type meaning struct {
	op   op
	args []argument
	pass string // of "=name"
}

// argument is a key with a capture, a nested meaning or a constant.
type argument struct {
	key     string
	capture string
	nested  *meaning
	value   value
}

// parseMeaning reads a meaning; captured says which names the pattern captures,
// known which names are classes or categories and so cannot be constants.
func parseMeaning(s string, captured, known func(string) bool) (*meaning, error) {
	if name, ok := strings.CutPrefix(s, "="); ok {
		if captured(name) {
			return &meaning{pass: name}, nil
		}
		return &meaning{args: []argument{{value: constant(name)}}}, nil
	}
	head, rest := word(s)
	m := &meaning{op: opNames[head]}
	if m.op == noOp {
		return nil, fmt.Errorf("no operation %q", head)
	}
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		key, after, ok := strings.Cut(rest, "=")
		if !ok {
			return nil, fmt.Errorf("%q: want key=value", rest)
		}
		a := argument{key: key}
		if after != "" && after[0] == '(' {
			body, tail, err := nested(after)
			if err != nil {
				return nil, err
			}
			if a.nested, err = parseMeaning(body, captured, known); err != nil {
				return nil, err
			}
			rest = tail
		} else {
			var v string
			v, rest = word(after)
			switch {
			case captured(v):
				a.capture = v
			case known(v):
				return nil, fmt.Errorf("the pattern does not capture %q", v)
			default:
				a.value = constant(v)
			}
		}
		if a.capture == "" && a.nested == nil {
			if err := new(node).set(key, a.value); err != nil {
				return nil, err
			}
		}
		m.args = append(m.args, a)
	}
	return m, nil
}

// nested cuts "(…)rest" at the bracket that closes the first.
func nested(s string) (body, rest string, err error) {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s[1:i], s[i+1:], nil
			}
		}
	}
	return "", "", fmt.Errorf("%q: no closing bracket", s)
}

func constant(s string) value {
	if n, err := strconv.Atoi(s); err == nil {
		return value{n: n}
	}
	return value{s: s}
}

// capture is a named part of a match.
type capture struct {
	name  string
	value value
}

func find(captures []capture, name string) (value, bool) {
	for _, c := range captures {
		if c.name == name {
			return c.value, true
		}
	}
	return value{}, false
}

// build makes the value of a match; ok is false where a value does not fit.
func (m *meaning) build(captures []capture) (value, bool) {
	if m.pass != "" {
		return find(captures, m.pass)
	}
	if m.op == noOp {
		return m.args[0].value, true
	}
	x := &node{op: m.op}
	for i := range m.args {
		a := &m.args[i]
		v, ok := a.value, true
		switch {
		case a.nested != nil:
			v, ok = a.nested.build(captures)
		case a.capture != "":
			if v, ok = find(captures, a.capture); !ok {
				continue // an optional item that was not there
			}
		}
		if !ok || x.set(a.key, v) != nil {
			return value{}, false
		}
	}
	return value{node: x}, true
}
