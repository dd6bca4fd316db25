// Package query reads the language in which the register is asked, on the
// command line and on the pages:
//
//	actor:BLR recipient:CHN type:CONSULT since:2023-01 status:planned "Stützpunkt"
//
// A query is a list of terms, all of which must hold. A term is KEY:VALUE, or
// words to be found in the sentences. Of several values, separated by commas,
// any may hold. Values and words with spaces stand in double quotes.
//
//	kind       event, statement, figure, relation
//	actor recipient party    a state (BLR), an id (Q184) or a name
//	dyad       two of them: dyad:BLR,CHN
//	type       PLOVER type, or a relation's predicate; measure and predicate say the same
//	mode context status place speaker outlet
//	plan       open, fulfilled, late, overdue, cancelled
//	since until on           when it was: 2023, 2023-01, 2023-01-31, 2023/2024
//	due reported             when a plan is due, when it was told
//	as-of      what was known on the day
//	text       words, as without a key
package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"depesche/record"
	"depesche/register"
)

// Limits of a query.
const (
	MaxBytes  = 2000
	MaxTerms  = 40
	MaxValues = 20 // in one term
)

// Error is what is wrong with a query, and where.
type Error struct {
	At   int // byte offset
	What string
	Hint string // what to do about it; may be empty
}

// Error says what is wrong, and where, counted in characters from 1.
func (e *Error) Error() string { return e.What }

// Names finds what a name of an entity stands for: a state's code, an id. It
// may give none; then the folded name itself is looked for.
type Names func(name string) []string

// Parse reads a query. Names may be nil.
func Parse(text string, names Names) (register.Filter, error) {
	p := parser{text: text, names: names}
	if len(text) > MaxBytes {
		return p.filter, p.fail(MaxBytes, fmt.Sprintf("the query is longer than %d bytes", MaxBytes), "")
	}
	if !utf8.ValidString(text) {
		return p.filter, p.fail(0, "the query is not UTF-8", "")
	}
	for n := 0; ; n++ {
		p.space()
		if p.at >= len(p.text) {
			return p.filter, nil
		}
		if n == MaxTerms {
			return p.filter, p.fail(p.at, fmt.Sprintf("the query has more than %d terms", MaxTerms), "")
		}
		if err := p.term(); err != nil {
			return p.filter, err
		}
	}
}

type parser struct {
	text   string
	at     int
	names  Names
	filter register.Filter
}

func (p *parser) fail(at int, what, hint string) error {
	return &Error{At: at, What: fmt.Sprintf("query, character %d: %s", utf8.RuneCountInString(p.text[:min(at, len(p.text))])+1, what), Hint: hint}
}

func (p *parser) space() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

func (p *parser) term() error {
	start := p.at
	if p.text[p.at] != '"' {
		word := p.text[p.at:]
		if n := strings.IndexAny(word, " \t\r\n\""); n >= 0 {
			word = word[:n]
		}
		if key, _, ok := strings.Cut(word, ":"); ok {
			p.at += len(key) + 1
			return p.keyed(start, key)
		}
	}
	word, err := p.value()
	if err != nil {
		return err
	}
	return p.words(start, word)
}

// words asks for words in the sentences.
func (p *parser) words(at int, text string) error {
	folded := register.Fold(text)
	if folded == "" {
		return p.fail(at, fmt.Sprintf("%q has no word to look for", text), "")
	}
	p.filter.Text = append(p.filter.Text, folded)
	return nil
}

// value reads a word or a quoted text, up to a comma or a space.
func (p *parser) value() (string, error) {
	if p.at < len(p.text) && p.text[p.at] == '"' {
		end := strings.IndexByte(p.text[p.at+1:], '"')
		if end < 0 {
			return "", p.fail(p.at, `a quotation mark is missing`, `close it with "`)
		}
		v := p.text[p.at+1 : p.at+1+end]
		p.at += end + 2
		return v, nil
	}
	rest := p.text[p.at:]
	if n := strings.IndexAny(rest, " \t\r\n,\""); n >= 0 {
		rest = rest[:n]
	}
	p.at += len(rest)
	if rest == "" && p.at < len(p.text) && p.text[p.at] == ',' {
		p.at++ // a stray comma among words
		return "", p.fail(p.at-1, "a comma stands where a word belongs", "")
	}
	return rest, nil
}

func (p *parser) keyed(start int, key string) error {
	k, ok := keys[strings.ToLower(key)]
	if !ok {
		return p.fail(start, fmt.Sprintf("there is no key %q", key), suggestion(strings.ToLower(key)))
	}
	var values []string
	for {
		at := p.at
		v, err := p.value()
		if err != nil {
			return err
		}
		if strings.TrimSpace(v) == "" {
			return p.fail(at, fmt.Sprintf("%s: a value is missing", key), k.example)
		}
		if values = append(values, v); len(values) > MaxValues {
			return p.fail(at, fmt.Sprintf("%s: more than %d values", key, MaxValues), "")
		}
		if p.at >= len(p.text) || p.text[p.at] != ',' {
			break
		}
		p.at++
	}
	if err := k.set(p, values); err != nil {
		return p.fail(start, fmt.Sprintf("%s: %v", key, err), k.example)
	}
	return nil
}

// suggestion names the key that the user may have meant.
func suggestion(key string) string {
	best, least := "", 3
	var all []string
	for k := range keys {
		all = append(all, k)
	}
	slices.Sort(all)
	for _, k := range all {
		if d := distance(key, k); d < least {
			best, least = k, d
		}
	}
	if best != "" {
		return fmt.Sprintf("is it %s: ?", best)
	}
	return "the keys are " + strings.Join(all, ", ") + "; words to look for with a colon stand in quotes"
}

// distance is the Levenshtein distance of two short words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		prev := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := prev
			if a[i] != b[j] {
				cost++
			}
			prev, row[j+1] = row[j+1], min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// Entities are the names by which a filter looks for an entity: the word
// itself where it is a state's code or an id, else what it stands for, else
// its folded form. Three capitals that are no state's code but a name, "SCO",
// are looked for as both.
func Entities(words []string, names Names) []string {
	var out []string
	for _, w := range words {
		w = strings.TrimSpace(w)
		var found []string
		if names != nil {
			found = names(w)
		}
		if isCode(w) {
			out = append(out, w)
			if len(w) == 3 && !slices.Contains(found, w) {
				out = append(out, found...)
			}
			continue
		}
		if len(found) == 0 {
			found = []string{register.Fold(w)}
		}
		out = append(out, found...)
	}
	return out
}

func isCode(w string) bool {
	if len(w) == 3 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" || strings.HasPrefix(w, "x:") {
		return true
	}
	return len(w) > 1 && w[0] == 'Q' && strings.Trim(w[1:], "0123456789") == ""
}

// Last is the last day of an EDTF date.
func Last(s string) (record.Day, error) {
	i, err := record.ParseEDTF(s)
	if err == nil && i.To == 0 {
		err = fmt.Errorf("date %q: want a day", s)
	}
	return i.To, err
}
