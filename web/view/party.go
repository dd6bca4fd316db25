package view

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

// Party is somebody of whom a page can be asked: the word by which addresses
// and filters name them (a state's code, else an id), and who they are.
type Party struct {
	Key    string        `json:"key"`
	Entity record.Entity `json:"entity"`
}

// maxPartyName bounds the names that are looked up, in bytes.
const maxPartyName = 200

// Parties are those whom a word may mean: a state's code, an id, a name in
// German or English, or a name as reports have it. ErrUnknown if nobody is
// known by it.
func (d *Desk) Parties(ctx context.Context, word string) ([]Party, error) {
	word = strings.Join(strings.Fields(strings.ReplaceAll(word, "_", " ")), " ")
	if word == "" || len(word) > maxPartyName || !utf8.ValidString(word) {
		return nil, fmt.Errorf("%.60q: %w", word, ErrUnknown)
	}
	if e := d.entityBy(word); e != nil {
		return []Party{partyOf(e)}, nil
	}
	var out []Party
	for _, name := range []string{word, capitals(word)} {
		for _, e := range d.Named(name) {
			if p := partyOf(e); !slices.ContainsFunc(out, func(o Party) bool { return o.Key == p.Key }) {
				out = append(out, p)
			}
		}
		if len(out) > 0 {
			return out, nil
		}
	}
	return d.reported(ctx, word)
}

// entityBy is the entity of a code or id; nil if the knowledge base has none.
func (d *Desk) entityBy(word string) *knowledge.Entity {
	if len(word) == 3 {
		if e := d.Knowledge.ByCode(strings.ToUpper(word)); e != nil {
			return e
		}
	}
	return d.Knowledge.ByID(word)
}

func partyOf(e *knowledge.Entity) Party {
	p := Party{Key: e.ID, Entity: e.Record("en")}
	if e.Type == record.TypeState && e.State != "" {
		p.Key = e.State
	}
	return p
}

// reported finds a party by what the register has: its id, code or folded name.
func (d *Desk) reported(ctx context.Context, word string) ([]Party, error) {
	for _, name := range []string{word, register.Fold(word)} {
		if name == "" {
			continue
		}
		for e, err := range d.Register.Entries(ctx, register.Filter{Party: []string{name}, Limit: 1}) {
			if err != nil {
				return nil, err
			}
			for _, p := range register.Parties(&e.Record) {
				if !slices.Contains(register.Names(p), name) {
					continue
				}
				key := p.ID
				if p.Type == record.TypeState {
					key = register.Key(p)
				}
				return []Party{{key, record.Entity{ID: p.ID, Type: p.Type, Name: p.Name, State: p.State}}}, nil
			}
		}
	}
	return nil, fmt.Errorf("%q: %w", word, ErrUnknown)
}

// capitals is a name with its words' first letters in capitals: names in
// addresses are often typed without.
func capitals(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

// is says whether an entity of a record is the party or acts for it.
func (p *Party) is(e *record.Entity) bool { return e.ID == p.Key || e.State == p.Key }
