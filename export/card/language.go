package card

import (
	"fmt"

	"depesche/knowledge"
	"depesche/record"
)

// Language is the language in which a record is said.
type Language string

// The languages that records are said in.
const (
	English Language = "en"
	German  Language = "de"
)

// Languages are all of them, the one used by default first.
var Languages = []Language{English, German}

// NamesIn gives the names of the knowledge base in a language, people's
// included.
func NamesIn(lang Language, b *knowledge.Base) Names {
	name := func(e *knowledge.Entity) string {
		if e == nil {
			return ""
		}
		return e.Name(string(lang))
	}
	byID := func(id string) string { return name(b.ByID(id)) }
	return Names{State: func(iso3 string) string { return name(b.ByCode(iso3)) }, Entity: byID, Person: byID}
}

// Piece is a run of a sentence's text; Entity is whom it names, nil for other
// words. An Entity points into the record.
type Piece struct {
	Text   string
	Entity *record.Entity
}

// Pieces are a record as a sentence, cut so that each party that it names can
// be linked: their texts one behind the other are what SentenceIn gives.
func Pieces(lang Language, r *record.Record, n Names) ([]Piece, error) {
	l, err := say(lang, r, n)
	if err != nil {
		return nil, err
	}
	var out []Piece
	for _, p := range l {
		if k := len(out) - 1; k >= 0 && p.who == nil && out[k].Entity == nil {
			out[k].Text += p.text
			continue
		}
		out = append(out, Piece{p.text, p.who})
	}
	return out, nil
}

// SentenceIn says a record on one line: who does what to whom. An act that is
// not actual says so: "Kenya is to visit Rwanda", "Kenia soll Ruanda besuchen
// (geplant)".
func SentenceIn(lang Language, r *record.Record, n Names) (string, error) {
	l, err := say(lang, r, n)
	if err != nil {
		return "", err
	}
	text := ""
	for _, p := range l {
		text += p.text
	}
	return text, nil
}

// Sentence says a record in English.
func Sentence(r *record.Record, n Names) (string, error) { return SentenceIn(English, r, n) }

func say(lang Language, r *record.Record, n Names) (line, error) {
	rs := []*record.Record{r}
	switch lang {
	case English:
		t, err := loadTables()
		if err != nil {
			return nil, err
		}
		return capital((&english{t, n}).phrase(rs)), nil
	case German:
		t, err := loadGerman()
		if err != nil {
			return nil, err
		}
		return capital((&german{t, n}).phrase(r)), nil
	}
	return nil, unknown(lang)
}

func unknown(lang Language) error {
	return fmt.Errorf("language %q: want one of %v", lang, Languages)
}

// When writes a date in English as a card does: "Wed 8 May 2019", "Mar 2023".
func When(d record.Date) string { return humanDate(d, false) }

// WhenIn writes a date in a language: "Mi., 8. Mai 2019", "März 2023". It is ""
// where nothing is known.
func WhenIn(lang Language, d record.Date) string {
	if lang == German {
		return germanCalendar.date(d, false)
	}
	return humanDate(d, false)
}
