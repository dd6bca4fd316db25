package eval

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// NIFDocument is one text of a collection in the NLP Interchange Format, with
// the entities that people marked in it.
type NIFDocument struct {
	ID       string
	Text     string
	Mentions []NIFMention // by start
}

// NIFMention is a marked run of the text.
type NIFMention struct {
	Start, End int    // bytes of Text
	Ref        string // IRI of what it means
}

// Limits of what ReadNIF takes.
const (
	maxNIF      = 64 << 20 // bytes of a file
	maxTerms    = 8 << 20  // words of Turtle
	maxMentions = 1 << 20
)

const (
	nifCore = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
	itsRef  = "http://www.w3.org/2005/11/its/rdf#taIdentRef"
)

// ReadNIF reads NIF 2.0 in the part of Turtle that such collections are written
// in: @prefix, IRIs, prefixed names, literals with a language or type, "a",
// ";" and ",". Blank nodes, lists and relative IRIs are refused. Texts are
// nif:isString of a context; mentions have nif:anchorOf, which must be the
// words at nif:beginIndex to nif:endIndex (in code points) of their
// nif:referenceContext; mentions for which it is not are counted in skipped.
func ReadNIF(in Input) (docs []NIFDocument, skipped int, err error) {
	b, err := io.ReadAll(io.LimitReader(in.Reader, maxNIF+1))
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", in.Name, err)
	}
	if len(b) > maxNIF {
		return nil, 0, fmt.Errorf("%s: more than %d MB", in.Name, maxNIF>>20)
	}
	if !utf8.Valid(b) {
		return nil, 0, fmt.Errorf("%s: not UTF-8", in.Name)
	}
	n := nif{contexts: map[string]*nifNode{}}
	if err := readTurtle(in.Name, string(b), n.add); err != nil {
		return nil, 0, err
	}
	if err := n.end(); err != nil {
		return nil, 0, fmt.Errorf("%s: %w", in.Name, err)
	}
	return n.documents()
}

// nifNode is what is said of one subject.
type nifNode struct {
	subject, text, anchor, context string
	refs                           []string
	begin, end                     string
}

// nif gathers the statements of one subject after the other.
type nif struct {
	at       nifNode
	contexts map[string]*nifNode
	order    []string
	mentions []nifNode
}

// add takes one statement.
func (n *nif) add(subject, predicate, object string) error {
	if subject != n.at.subject {
		if err := n.end(); err != nil {
			return err
		}
		n.at = nifNode{subject: subject}
	}
	switch predicate {
	case nifCore + "isString":
		n.at.text = object
	case nifCore + "anchorOf":
		n.at.anchor = object
	case nifCore + "beginIndex":
		n.at.begin = object
	case nifCore + "endIndex":
		n.at.end = object
	case nifCore + "referenceContext":
		n.at.context = object
	case itsRef:
		n.at.refs = append(n.at.refs, object)
	}
	return nil
}

// end files the subject that was read.
func (n *nif) end() error {
	x := n.at
	n.at = nifNode{}
	switch {
	case x.text != "":
		if n.contexts[x.subject] == nil {
			n.order = append(n.order, x.subject)
		}
		n.contexts[x.subject] = &x
	case len(x.refs) > 0:
		if len(n.mentions) == maxMentions {
			return fmt.Errorf("more than %d mentions", maxMentions)
		}
		n.mentions = append(n.mentions, x)
	}
	return nil
}

func (n *nif) documents() (docs []NIFDocument, skipped int, err error) {
	byID := map[string]int{}
	for _, id := range n.order {
		byID[id] = len(docs)
		docs = append(docs, NIFDocument{ID: id, Text: n.contexts[id].text})
	}
	for i := range n.mentions {
		m := &n.mentions[i]
		k, ok := byID[m.context]
		if !ok {
			skipped++
			continue
		}
		start, end, ok := byteRange(docs[k].Text, m)
		if !ok {
			skipped++
			continue
		}
		docs[k].Mentions = append(docs[k].Mentions, NIFMention{start, end, m.refs[0]})
	}
	for i := range docs {
		slices.SortStableFunc(docs[i].Mentions, func(a, b NIFMention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
	}
	return docs, skipped, nil
}

// byteRange turns the code points of a mention into bytes and checks its words.
func byteRange(text string, m *nifNode) (start, end int, ok bool) {
	from, err1 := strconv.Atoi(m.begin)
	to, err2 := strconv.Atoi(m.end)
	if err1 != nil || err2 != nil || from < 0 || to <= from {
		return 0, 0, false
	}
	n := 0
	start, end = -1, -1
	for i := range text {
		if n == from {
			start = i
		}
		if n == to {
			end = i
			break
		}
		n++
	}
	if end < 0 && n == to {
		end = len(text)
	}
	if start < 0 || end < 0 || m.anchor != "" && text[start:end] != m.anchor {
		return 0, 0, false
	}
	return start, end, true
}

// Title is the title of a DBpedia resource as people write it, and the language
// of the Wikipedia that it comes from: "http://de.dbpedia.org/resource/Kiew" is
// "Kiew" and "de". What stands in parentheses or, in English, after a comma, to
// tell it from others is given apart. ok is false for other IRIs.
func Title(iri string) (title, apart, lang string, ok bool) {
	for _, p := range [...]struct{ prefix, lang string }{
		{"http://de.dbpedia.org/resource/", "de"}, {"http://dbpedia.org/resource/", "en"}, {"http://en.dbpedia.org/resource/", "en"},
	} {
		name, is := strings.CutPrefix(iri, p.prefix)
		if !is {
			continue
		}
		if s, err := url.PathUnescape(name); err == nil {
			name = s
		}
		name = strings.ReplaceAll(name, "_", " ")
		if before, after, found := strings.Cut(name, " ("); found && strings.HasSuffix(after, ")") {
			return before, strings.TrimSuffix(after, ")"), p.lang, true
		}
		if before, after, found := strings.Cut(name, ", "); found {
			return before, after, p.lang, true
		}
		return name, "", p.lang, true
	}
	return "", "", "", false
}
