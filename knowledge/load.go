package knowledge

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"sync"

	"depesche/record"
)

// Base is the whole of what is known. It is immutable once loaded and may be
// shared between goroutines.
type Base struct {
	entities []Entity
	byID     map[string]int32
	byCode   map[string]int32 // ISO alpha-3 → state
	capitals map[string]int32 // ISO alpha-3 → place
	sectors  []string
	indexes  []*index // de, en
	terms    []Term
	byPerson [][]int32          // of each entity, its terms by start
	byOffice map[office][]int32 // terms, by start
	members  map[string][]Membership
	adopted  map[string][]Membership // member id → memberships
	spans    []record.Interval       // when a name was borne; the first is always
	former   map[int32][]former      // names of other times
	codes    codes
	shared   map[office]bool // offices that several hold at a time
	agents   map[agent]string
	warnings []string

	transcription *Transcription
	transcribed   func() map[string][]int32 // people by the keys of their names
}

// office is what is held: a role of a state or organisation.
type office struct{ of, role string }

// Load gives the base made from the embedded tables. It reads them once; every
// later call gives the same base.
func Load() (*Base, error) { return loaded() }

var loaded = sync.OnceValues(func() (*Base, error) { return Read(embedded) })

// LoadWith is Load with the tables of a user's folder laid over the embedded
// ones; docs/knowledge.md says what wins. An error in a line of them names file
// and line, and nothing of the folder is used then. Without a folder it is Load.
func LoadWith(dir string) (*Base, error) {
	if dir == "" {
		return Load()
	}
	t := builtIn(embedded)
	if err := t.over(dir); err != nil {
		return nil, err
	}
	return read(t)
}

// Read makes a base from the tables in the folder data of files. Errors name
// file and line.
func Read(files fs.FS) (*Base, error) { return read(builtIn(files)) }

func newLoader(t *tables) *loader {
	entities := t.lines("states*.tsv", "places*.tsv", "organisations*.tsv", "people*.tsv")
	terms := t.lines("offices*.tsv")
	return &loader{files: t, Base: &Base{
		entities: make([]Entity, 0, entities),
		byID:     make(map[string]int32, entities),
		byCode:   make(map[string]int32, 300),
		capitals: make(map[string]int32, 300),
		sectors:  []string{""},
		spans:    make([]record.Interval, 1),
		former:   map[int32][]former{},
		indexes:  []*index{newIndex("de", 2*entities+3000), newIndex("en", 2*entities+3000)},
		terms:    make([]Term, 0, terms),
		byOffice: make(map[office][]int32, terms/4),
		members:  map[string][]Membership{},
		adopted:  map[string][]Membership{},
		shared:   map[office]bool{},
	}}
}

func read(t *tables) (*Base, error) {
	l := newLoader(t)
	if err := l.load(); err != nil {
		return nil, err
	}
	return l.Base, nil
}

// load reads all tables in the order in which they need each other.
func (l *loader) load() error {
	for _, x := range l.indexes {
		x.start(&l.files.at)
	}
	steps := []func() error{
		l.readStates, l.readPlaces, l.readOrganisations, l.readNames,
		l.readPeople, l.readOffices, l.readShared, l.readMemberships, l.readCodes, l.readAgents, l.readWeak, l.readTranscription,
	}
	var err error
	for _, step := range steps {
		if err = step(); err != nil {
			break
		}
	}
	if e := l.filed(); err == nil && e != nil {
		err = fmt.Errorf("knowledge: %w", e)
	}
	if err != nil {
		return err
	}
	l.finish()
	l.transcribed = sync.OnceValue(l.Base.keys)
	return nil
}

// Warnings lists what the tables say twice or oddly without being wrong for
// certain: overlapping terms of one person in one office, entities of one kind
// and state with the same name.
func (b *Base) Warnings() []string { return b.warnings }

type loader struct {
	*Base
	files  *tables
	weak   []weakLine
	during uint16 // index into spans of the name being filed
}

func (l *loader) warn(r row, format string, args ...any) {
	l.warnings = append(l.warnings, fmt.Sprintf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...)))
}

// languages gives the indexes a language cell means: "de", "en", or "" for both.
func (b *Base) languages(lang string) []*index {
	if lang == "" || lang == "*" {
		return b.indexes
	}
	for i, x := range b.indexes {
		if x.lang == lang {
			return b.indexes[i : i+1]
		}
	}
	return nil
}

func (b *Base) names(lang string) *index {
	if xs := b.languages(lang); lang != "" && len(xs) == 1 {
		return xs[0]
	}
	return nil
}

func (l *loader) sector(s string) uint8 {
	for i, t := range l.sectors {
		if s == t {
			return uint8(i)
		}
	}
	l.sectors = append(l.sectors, s)
	return uint8(len(l.sectors) - 1)
}

// put makes a new entity; its id must be new.
func (l *loader) put(r row, e Entity) (int32, error) {
	if e.ID == "" {
		return 0, r.errorf("no id")
	}
	if e.ID[0] != 'Q' && !strings.HasPrefix(e.ID, "x:") {
		return 0, r.errorf("id %q: want a Wikidata id or x:…", e.ID)
	}
	if _, ok := l.byID[e.ID]; ok {
		return 0, r.errorf("id %s stands twice", e.ID)
	}
	if e.State != "" && e.Type != record.TypeState {
		if _, ok := l.byCode[e.State]; !ok {
			return 0, r.errorf("%s: no state %q", e.ID, e.State)
		}
	}
	n := int32(len(l.entities))
	l.entities = append(l.entities, e)
	l.byID[e.ID] = n
	return n, nil
}

// find gives the entity of an id or of a state's code.
func (l *loader) find(r row, id string) (int32, error) {
	if n, ok := l.byCode[id]; ok {
		return n, nil
	}
	if n, ok := l.byID[id]; ok {
		return n, nil
	}
	return 0, r.errorf("no entity %q", id)
}

// name files a form, inflections included, under an entity.
func (l *loader) name(x *index, n int32, kind NameKind, form, sector string) error {
	if sector == "" {
		sector = l.entities[n].Sector
	}
	if err := checkForm(form); err != nil {
		return err
	}
	p := posting{entity: n, kind: kind, sector: l.sector(sector), during: l.during, weak: l.entities[n].Kind == "town"}
	p.exact = kind == Adjective || kind == Abbreviation || kind == Demonym
	x.put(filed{form: form, p: p})
	return nil
}

// list files the forms of a cell ("NATO|North Atlantic Treaty Organization");
// the first is the display name.
func (l *loader) list(r row, x *index, n int32, cell string) error {
	for form := range strings.SplitSeq(cell, "|") {
		if form = strings.TrimSpace(form); form == "" {
			continue
		}
		if err := l.name(x, n, Short, form, ""); err != nil {
			return r.errorf("%w", err)
		}
	}
	return nil
}

func firstForm(cell string) string {
	first, _, _ := strings.Cut(cell, "|")
	return display(strings.TrimSpace(first))
}

// finish sorts what is asked for in order of time.
func (l *loader) finish() {
	byStart := func(a, b int32) int { return cmp.Compare(l.terms[a].From, l.terms[b].From) }
	l.byPerson = make([][]int32, len(l.entities))
	for n := range l.terms {
		p := l.byID[l.terms[n].Person.ID]
		l.byPerson[p] = append(l.byPerson[p], int32(n))
	}
	for _, list := range l.byPerson {
		slices.SortStableFunc(list, byStart)
	}
	for _, list := range l.byOffice {
		slices.SortStableFunc(list, byStart)
	}
	l.checkTerms()
	for _, x := range l.indexes {
		x.filing = filing{places: x.places, forms: x.forms}
	}
	sort.Strings(l.warnings)
}
