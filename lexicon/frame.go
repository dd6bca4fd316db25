package lexicon

import (
	"sort"
	"strings"

	"depesche/record"
)

// Frame is one line of events, relations, speech or status: a pattern, what it
// codes, and which slots fill its two roles.
type Frame struct {
	Pattern
	Pos      Pos
	Type     string // PLOVER type, relation predicate, form of speech, or status
	Mode     string // PLOVER mode; of a relation its "as"
	Contexts []string
	A, B     SlotExpr // actor and recipient; subject and object; speaker and audience; scope
	Negated  bool     // of a status line: it negates what it governs
	Example  string   // a sentence that must code so
	Codes    string   // with these parties
	Not      string   // a sentence that must not code so
}

// Frames finds lines by the word they stand for.
type Frames struct {
	All    []*Frame
	byWord map[word][]*Frame
}

type word struct {
	lemma string
	kind  Kind
}

func newFrames(all []*Frame) *Frames {
	f := &Frames{All: all, byWord: make(map[word][]*Frame, len(all))}
	for _, fr := range all {
		for _, l := range fr.Lemmas {
			w := word{l, fr.Kind}
			f.byWord[w] = append(f.byWord[w], fr)
		}
	}
	for _, list := range f.byWord {
		sort.SliceStable(list, func(i, j int) bool { return list[i].Weight() > list[j].Weight() })
	}
	return f
}

// Of is the lines for a lemma and kind, the most specific first.
func (f *Frames) Of(lemma string, kind Kind) []*Frame { return f.byWord[word{lemma, kind}] }

// none is the type of a line that says that its words are no act or relation.
const none = "NONE"

func isAct(typ string) bool { return typ == none || record.IsType(typ) }

var statuses = map[string]bool{
	"": true, "actual": true, "planned": true, "expected": true, "possible": true, "desired": true, "demanded": true, "hypothetical": true,
}

// roleDefaults are the slots of a line that names none.
func (f *Frame) roleDefaults() {
	if f.A != nil || f.B != nil {
		return
	}
	if f.Kind == Verb {
		f.A, f.B = SlotExpr{{Subj}}, SlotExpr{{Obj}}
		return
	}
	f.A = SlotExpr{{Owner}}
}

func eventFrame(r row, classes map[string][]string) (*Frame, error) {
	p, err := parsePattern(r.cell(0), classes)
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	f := &Frame{Pattern: p, Pos: r.pos, Type: r.cell(1), Mode: r.cell(2), A: parseSlots(r.cell(4)), B: parseSlots(r.cell(5)),
		Example: r.cell(6), Codes: r.cell(7), Not: r.cell(8)}
	if !isAct(f.Type) {
		return nil, r.errorf("no event type %q", f.Type)
	}
	if m := r.cell(3); m != "" {
		f.Contexts = strings.Split(m, ",")
	}
	if f.Mode != "" && !record.IsMode(f.Type, f.Mode) {
		return nil, r.errorf("no mode %q of %s", f.Mode, f.Type)
	}
	if f.Type != none && (f.Example == "" || f.Codes == "") {
		return nil, r.errorf("%s: no example, or no codes for it", p.Text)
	}
	f.roleDefaults()
	return f, nil
}

func relationFrame(r row, classes map[string][]string) (*Frame, error) {
	p, err := parsePattern(r.cell(0), classes)
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	f := &Frame{Pattern: p, Pos: r.pos, Type: r.cell(1), Mode: r.cell(2), A: parseSlots(r.cell(3)), B: parseSlots(r.cell(4)),
		Example: r.cell(5), Codes: r.cell(6), Not: r.cell(7)}
	if f.Type != none && !record.IsPredicate(f.Type) {
		return nil, r.errorf("no predicate %q", f.Type)
	}
	f.roleDefaults()
	return f, nil
}

func speechFrame(r row, classes map[string][]string) (*Frame, error) {
	p, err := parsePattern(r.cell(0), classes)
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	f := &Frame{Pattern: p, Pos: r.pos, A: parseSlots(r.cell(1)), B: parseSlots(r.cell(2)), Type: r.cell(3),
		Example: r.cell(4), Codes: r.cell(5), Not: r.cell(6)}
	if f.Type != "said" && f.Type != "told" && f.Type != "thought" && f.Type != "document" && f.Type != none {
		return nil, r.errorf("no form of speech %q: want said, told, thought or document", f.Type)
	}
	if f.A == nil {
		f.A = SlotExpr{{Subj}}
	}
	return f, nil
}

func statusFrame(r row, classes map[string][]string) (*Frame, error) {
	p, err := parsePattern(r.cell(0), classes)
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	f := &Frame{Pattern: p, Pos: r.pos, A: parseSlots(r.cell(1)), Type: r.cell(2), Negated: r.cell(3) == "yes",
		Example: r.cell(4), Codes: r.cell(5)}
	if !statuses[f.Type] {
		return nil, r.errorf("no status %q", f.Type)
	}
	if n := r.cell(3); n != "" && n != "yes" {
		return nil, r.errorf("negated %q: want yes or -", n)
	}
	return f, nil
}
