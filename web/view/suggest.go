package view

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"depesche/export/card"
	"depesche/record"
	"depesche/register"
	"depesche/web/ask"
)

// Suggestions say how a text may go on: what stands from From to To, counted in
// characters, gives way to one of the items.
type Suggestions struct {
	From  int          `json:"from"`
	To    int          `json:"to"`
	Items []Suggestion `json:"items"`
}

// Suggestion is one way to go on.
type Suggestion struct {
	Insert string `json:"insert"`
	Label  string `json:"label"`          // in the language asked for
	Note   string `json:"note,omitempty"` // what it is
}

// suggestMost is how many ways are given.
const suggestMost = 12

// entityKeys are the keys whose values are entities; closedKeys those with a
// closed list of values, by the kind of card.Label that names them.
var (
	entityKeys = []string{"actor", "recipient", "party", "dyad", "place", "speaker"}
	closedKeys = map[string]string{"kind": "kind", "type": "type", "mode": "mode", "context": "context", "status": "status", "plan": "plan", "measure": "measure", "predicate": "predicate"}
	dateKeys   = []string{"since", "until", "on", "due", "reported", "as-of"}
)

// Suggest says how a query may go on at a place in it, counted in characters;
// a place beyond its end is its end.
func (d *Desk) Suggest(ctx context.Context, q string, at int, lang string) (Suggestions, error) {
	before, after := cutAt(q, at)
	start := termStart(before)
	term := before[start:]
	end := len(before)
	if n := strings.IndexAny(after, " \t\""); n >= 0 {
		end += n
	} else {
		end += len(after)
	}
	key, value, keyed := strings.Cut(term, ":")
	key = strings.ToLower(key)
	if keyed {
		at := strings.LastIndexByte(value, ',') + 1
		start += len(term) - len(value) + at
		value = strings.Trim(value[at:], `" `)
	}
	s := Suggestions{From: utf8.RuneCountInString(q[:start]), To: utf8.RuneCountInString(q[:end])}
	var err error
	switch {
	case !keyed:
		s.Items, err = d.suggestTerms(ctx, strings.Trim(term, `"`), lang)
	case slices.Contains(entityKeys, key):
		s.Items, err = d.SuggestEntities(ctx, value, lang, key == "place")
	case closedKeys[key] != "":
		s.Items = codesLike(closedKeys[key], "", value, lang)
	case key == "outlet":
		s.Items, err = d.suggestOutlets(ctx, value)
	case slices.Contains(dateKeys, key):
		s.Items, err = d.suggestDays(ctx, value)
	}
	s.Items = s.Items[:min(len(s.Items), suggestMost)]
	return s, err
}

func cutAt(q string, at int) (before, after string) {
	n := 0
	for i := range q {
		if n == at {
			return q[:i], q[i:]
		}
		n++
	}
	return q, ""
}

// termStart is where the last term of a query begins: behind the last space
// outside of quotation marks.
func termStart(q string) int {
	terms := ask.Terms(q)
	if len(terms) == 0 || strings.HasSuffix(q, " ") && strings.Count(q, `"`)%2 == 0 {
		return len(q)
	}
	return strings.LastIndex(q, terms[len(terms)-1])
}

// suggestTerms are ways to go on with a word: keys, codes and entities.
func (d *Desk) suggestTerms(ctx context.Context, word, lang string) ([]Suggestion, error) {
	keys, err := Keys(lang)
	if err != nil {
		return nil, err
	}
	var out []Suggestion
	folded := register.Fold(word)
	for _, k := range keys {
		if strings.HasPrefix(k.Name, strings.ToLower(word)) {
			out = append(out, Suggestion{k.Name + ":", k.Name + ":", k.Means})
		}
	}
	if utf8.RuneCountInString(folded) < 2 {
		return out, nil
	}
	entities, err := d.SuggestEntities(ctx, word, lang, false)
	if err != nil {
		return nil, err
	}
	for _, e := range entities[:min(len(entities), suggestMost/2)] {
		e.Insert = "party:" + e.Insert
		out = append(out, e)
	}
	for _, key := range []string{"type", "mode", "predicate", "measure", "context"} {
		out = append(out, codesLike(key, key+":", word, lang)...)
	}
	return out, nil
}

// codesLike are the codes of a kind whose code or words begin with a text.
func codesLike(kind, before, text, lang string) []Suggestion {
	var out []Suggestion
	folded := register.Fold(text)
	for _, code := range card.Codes(kind) {
		label := card.Label(card.Language(lang), kind, code)
		if !strings.HasPrefix(strings.ToLower(code), strings.ToLower(text)) && !wordBegins(register.Fold(label), folded) {
			continue
		}
		out = append(out, Suggestion{before + code, label, code})
	}
	return out
}

// wordBegins says whether a word of a folded text begins with a prefix.
func wordBegins(text, prefix string) bool {
	return strings.HasPrefix(text, prefix) || strings.Contains(text, " "+prefix)
}

// nameOfEntity is an entity with a folded name.
type nameOfEntity struct {
	name   string
	id     string
	weight int32
}

// nameList are the names of all entities of the knowledge base, sorted.
func (d *Desk) nameList() []nameOfEntity {
	d.names.Do(func() {
		for e := range d.Knowledge.Entities() {
			for i, lang := range []string{"de", "en"} {
				name := register.Fold(e.Name(lang))
				if name == "" || i == 1 && name == register.Fold(e.Name("de")) {
					continue
				}
				d.sorted = append(d.sorted, nameOfEntity{name, e.ID, e.Weight})
			}
		}
		slices.SortFunc(d.sorted, func(a, b nameOfEntity) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.id, b.id)) })
	})
	return d.sorted
}

// Limits of the search for names.
const (
	namesRead = 4000 // that begin alike
	namesKept = 60   // of which the register is asked
)

// SuggestEntities are entities whose name in German or English begins with a
// text, or whose code or id it is: those that the register has most of first,
// then the best known.
func (d *Desk) SuggestEntities(ctx context.Context, text, lang string, places bool) ([]Suggestion, error) {
	folded := register.Fold(text)
	if folded == "" {
		return nil, nil
	}
	found := map[string]int32{}
	list := d.nameList()
	at, _ := slices.BinarySearchFunc(list, folded, func(n nameOfEntity, s string) int { return cmp.Compare(n.name, s) })
	for _, n := range list[at:min(len(list), at+namesRead)] {
		if !strings.HasPrefix(n.name, folded) {
			break
		}
		found[n.id] = max(found[n.id], n.weight+1)
	}
	for _, e := range d.Named(text) {
		found[e.ID] = max(found[e.ID], 1<<30)
	}
	if e := d.Knowledge.ByCode(strings.ToUpper(strings.TrimSpace(text))); e != nil {
		found[e.ID] = 1 << 30
	}
	var all []suggested
	for id, weight := range found {
		e := d.Knowledge.ByID(id)
		if e == nil || places && e.Type != record.TypePlace && e.Type != record.TypeState {
			continue
		}
		key := e.ID
		if e.Type == record.TypeState && e.State != "" {
			key, weight = e.State, weight|1<<28
		}
		all = append(all, suggested{key, e.Name(lang), cmp.Or(card.Label(card.Language(lang), "entity", e.Type), e.Type), d.stateName(e.State, e.Type, lang), weight, 0})
	}
	slices.SortFunc(all, func(a, b suggested) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key)) })
	all = all[:min(len(all), namesKept)]
	if err := d.counted(ctx, all, places); err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b suggested) int { return cmp.Compare(b.n, a.n) })
	var out []Suggestion
	for _, s := range all[:min(len(all), suggestMost)] {
		note := s.kind
		if s.state != "" {
			note += ", " + s.state
		}
		out = append(out, Suggestion{s.key, s.name, note + " · " + s.key})
	}
	return out, nil
}

// suggested is an entity that may be meant.
type suggested struct {
	key, name, kind, state string
	weight                 int32
	n                      int // entries of the register
}

func (d *Desk) stateName(iso3, typ, lang string) string {
	if e := d.Knowledge.ByCode(iso3); e != nil && typ != record.TypeState {
		return e.Name(lang)
	}
	return ""
}

// counted asks the register how many entries it has of each.
func (d *Desk) counted(ctx context.Context, all []suggested, places bool) error {
	if len(all) == 0 {
		return nil
	}
	f := register.TallyFilter{Of: register.TallyParty}
	if places {
		f.Of = register.TallyPlace
	}
	for i := range all {
		f.A = append(f.A, all[i].key)
	}
	tallies, err := d.Register.Tallies(ctx, f)
	if err != nil {
		return err
	}
	n := map[string]int{}
	for _, t := range tallies {
		n[t.A] += t.N
	}
	for i := range all {
		all[i].n = n[all[i].key]
	}
	return nil
}

// suggestOutlets are outlets of the latest entries.
func (d *Desk) suggestOutlets(ctx context.Context, text string) ([]Suggestion, error) {
	const latest = 300
	n := map[string]int{}
	for e, err := range d.Register.Entries(ctx, register.Filter{Limit: latest}) {
		if err != nil {
			return nil, err
		}
		for _, o := range e.Outlets {
			if wordBegins(register.Fold(o), register.Fold(text)) {
				n[o]++
			}
		}
	}
	var out []Suggestion
	for o := range n {
		out = append(out, Suggestion{quoted(o), o, ""})
	}
	slices.SortFunc(out, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(n[b.Label], n[a.Label]), cmp.Compare(a.Label, b.Label))
	})
	return out, nil
}

// quoted puts a value with spaces or commas in quotation marks.
func quoted(s string) string {
	if strings.ContainsAny(s, " \t,:") {
		return `"` + strings.ReplaceAll(s, `"`, "") + `"`
	}
	return s
}

// suggestDays are the year, the month and the day of the latest report, and
// the two years before.
func (d *Desk) suggestDays(ctx context.Context, text string) ([]Suggestion, error) {
	last, err := d.Register.LastDay(ctx)
	if err != nil || last == 0 {
		return nil, err
	}
	y, m, _ := last.Date()
	var out []Suggestion
	for _, i := range []record.Interval{record.Year(y), record.Month(y, m), {From: last, To: last}, record.Year(y - 1), record.Year(y - 2)} {
		if s := i.EDTF(); strings.HasPrefix(s, text) {
			out = append(out, Suggestion{s, s, ""})
		}
	}
	return out, nil
}
