package knowledge

import (
	"io/fs"
	"strings"
	"sync"
)

// Transcription brings together the ways in which a name is written in Latin
// letters: Lukaschenko, Lukashenko, Łukaszenka. Its rules stand in
// translit.tsv. It is immutable and may be shared between goroutines.
type Transcription struct {
	whole, start, end, any map[string]string
	longest                int // bytes of the longest rule
}

// LoadTranscription gives the rules of the embedded table, read once.
func LoadTranscription() (*Transcription, error) { return transcription() }

var transcription = sync.OnceValues(func() (*Transcription, error) { return readTranscription(builtIn(embedded)) })

func (l *loader) readTranscription() (err error) {
	l.transcription, err = readTranscription(l.files)
	return err
}

// readTranscription reads translit.tsv: where from to. Without the table no two
// spellings meet.
func readTranscription(files *tables) (*Transcription, error) {
	t := &Transcription{whole: map[string]string{}, start: map[string]string{}, end: map[string]string{}, any: map[string]string{}}
	if found, err := fs.Glob(files, "data/translit.tsv"); err != nil || len(found) == 0 {
		return t, err
	}
	places := map[string]map[string]string{"=": t.whole, "^": t.start, "$": t.end, "+": t.any}
	err := eachRow(files, "translit.tsv", 3, func(r row) error {
		rules, ok := places[r.cell(0)]
		if !ok {
			return r.errorf("place %q: want =, ^, $ or +", r.cell(0))
		}
		for from := range strings.SplitSeq(r.cell(1), "|") {
			if from == "" || from != strings.ToLower(from) {
				return r.errorf("%q: want small letters", from)
			}
			if _, twice := rules[from]; twice {
				return r.errorf("%q stands twice", from)
			}
			rules[from] = r.cell(2)
			t.longest = max(t.longest, len(from))
		}
		return nil
	})
	return t, err
}

// Key is what all transcriptions of a name have in common: the rules are read
// over every part of every word. Parts joined by a hyphen are one word.
func (t *Transcription) Key(name string) string {
	var out, part []byte
	for word := range strings.FieldsSeq(name) {
		from := len(out)
		for word != "" {
			var p string
			if p, word = nextPiece(word); p == "" {
				break
			}
			part = fold(part[:0], strings.ToLower(p), false)
			out = t.read(out, string(part))
		}
		if len(out) > from {
			out = append(out, ' ')
		}
	}
	return strings.TrimRight(string(out), " ")
}

// read appends the key of one part.
func (t *Transcription) read(out []byte, s string) []byte {
	if to, ok := t.whole[s]; ok {
		if s = to; s == "" {
			return out
		}
	}
	var last byte // the letter before, 0 after one that is left out
	for i := 0; i < len(s); {
		n, to := t.rule(s, i)
		if to == "" {
			last = 0
		}
		for _, c := range []byte(to) {
			if c != last {
				out = append(out, c)
			}
			last = c
		}
		i += n
	}
	return out
}

// rule is the longest that holds at a place, a letter as it is where none does.
func (t *Transcription) rule(s string, at int) (n int, to string) {
	for n = min(t.longest, len(s)-at); n > 0; n-- {
		sub := s[at : at+n]
		if at == 0 {
			if to, ok := t.start[sub]; ok {
				return n, to
			}
		} else if at+n == len(s) {
			if to, ok := t.end[sub]; ok {
				return n, to
			}
		}
		if to, ok := t.any[sub]; ok {
			return n, to
		}
	}
	return 1, s[at : at+1]
}

// Transcribed gives the people whose full name is another transcription of the
// one given, first name and surname at least: for a name that Match does not
// find.
func (b *Base) Transcribed(name string) []*Entity {
	key := b.transcription.Key(name)
	if !strings.Contains(key, " ") {
		return nil
	}
	var out []*Entity
	for _, n := range b.transcribed()[key] {
		out = append(out, &b.entities[n])
	}
	return out
}

// keys files the people under the keys of their names; it is done once, when
// first asked for.
func (b *Base) keys() map[string][]int32 {
	out := make(map[string][]int32, len(b.entities)/2)
	for i := range b.entities {
		e := &b.entities[i]
		if e.Type != "person" {
			continue
		}
		de, en := b.transcription.Key(e.de), b.transcription.Key(e.en)
		out[de] = append(out[de], int32(i))
		if en != de {
			out[en] = append(out[en], int32(i))
		}
	}
	return out
}
