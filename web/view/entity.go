package view

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
)

// Profile is what there is about a state, person, organisation, group or place.
type Profile struct {
	Party
	Kind   string          `json:"kind,omitempty"` // finer than its type: capital, igo, armed, …; see knowledge.Entity
	Exists record.Interval `json:"exists,omitzero"`
	Today  record.Day      `json:"today,omitempty"` // the day as of which the view stands
	Known  bool            `json:"known"`           // the knowledge base has it; else only reports name it

	Entries int `json:"entries"` // in which it takes part; of others than states the latest 500 are counted
	Good    int `json:"good"`    // of these, acts of cooperation that happened
	Bad     int `json:"bad"`     // acts of conflict

	Offices     []Office         `json:"offices"`     // that it holds or held
	Holders     []Office         `json:"holders"`     // who hold or held offices of it
	MemberOf    []Belonging      `json:"memberOf"`    // organisations to which it belongs or belonged
	Members     []Belonging      `json:"members"`     // who belong to it or did
	Told        []register.Entry `json:"told"`        // relations of it that reports tell
	With        []With           `json:"with"`        // with whom most
	WithOf      int              `json:"withOf"`      // the latest entries of which With is counted; 0: of all
	Acts        List             `json:"acts"`        // what it did and said, in pages
	Happened    []register.Entry `json:"happened"`    // of a place: what happened there, the latest
	Figures     []register.Entry `json:"figures"`     // about it, the latest
	Plans       []Plan           `json:"plans"`       // open and overdue, those due next first
	PlanStatus  []PlanCount      `json:"planStatus"`  // how many plans it has
	Spellings   []Spelling       `json:"spellings"`   // how reports name it
	SpellingsOf int              `json:"spellingsOf"` // the latest entries of which they are
	Changes     []Change         `json:"changes"`     // corrections that concern it, oldest first
	Truncated   bool             `json:"truncated,omitempty"`
}

// With is another party, and how many entries have both.
type With struct {
	Party
	N    int `json:"n"`
	Good int `json:"good"`
	Bad  int `json:"bad"`
}

// Limits of what one view of an entity shows.
const (
	entityOffices = 300
	entityTold    = 50
	entityWith    = 15
	entityLooked  = 500 // the latest entries that are looked at where nothing is counted
	entityFigures = 12
	entityPlans   = 10
	entityActs    = 20
)

// Profile gathers what there is about one of whom a key names: a state's code,
// an id. The filter may narrow what it did and said, and pages it. ErrUnknown if
// neither the knowledge base nor any report has it.
func (d *Desk) Profile(ctx context.Context, key string, f register.Filter) (Profile, error) {
	return worked(ctx, d, "entity "+key+" "+keyOfFilter(f), func(ctx context.Context) (Profile, error) { return d.makeProfile(ctx, key, f) })
}

func (d *Desk) makeProfile(ctx context.Context, key string, f register.Filter) (Profile, error) {
	who, err := d.one(ctx, key)
	if err != nil {
		return Profile{}, err
	}
	v := Profile{Party: who}
	if v.Today, err = d.today(ctx, f); err != nil {
		return v, err
	}
	if e := d.entityOf(who.Key); e != nil {
		v.Known, v.Kind, v.Exists = true, e.Kind, e.Exists
		d.careers(&v, e)
		d.belongings(&v, e)
	}
	base := register.Filter{AsOf: f.AsOf, Today: v.Today}
	for _, fill := range []func(context.Context, *Profile, register.Filter) error{d.with, d.toldOf, d.figuresOf, d.plansFor, d.spellings, d.happened} {
		if err := fill(ctx, &v, base); err != nil {
			return v, err
		}
	}
	if v.Changes, err = d.changesAbout(ctx, who.Key); err != nil {
		return v, err
	}
	f.Actor = []string{who.Key}
	if len(f.Kind) == 0 {
		f.Kind = []record.Kind{record.KindEvent, record.KindStatement}
	}
	if f.Limit == 0 {
		f.Limit = entityActs
	}
	v.Acts, err = d.List(ctx, f)
	v.fill()
	return v, err
}

// fill makes what there is nothing of empty lists, so that the JSON has no null.
func (v *Profile) fill() {
	v.Offices, v.Holders, v.MemberOf, v.Members = listed(v.Offices), listed(v.Holders), listed(v.MemberOf), listed(v.Members)
	v.Told, v.With, v.Happened, v.Figures, v.Plans = listed(v.Told), listed(v.With), listed(v.Happened), listed(v.Figures), listed(v.Plans)
	v.Spellings, v.Changes, v.Acts.Entries = listed(v.Spellings), listed(v.Changes), listed(v.Acts.Entries)
}

func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// one is who a key names; of a name that several bear it is none.
func (d *Desk) one(ctx context.Context, key string) (Party, error) {
	list, err := d.Parties(ctx, key)
	if errors.Is(err, ErrUnknown) {
		list, err = d.placed(ctx, key)
	}
	if err != nil {
		return Party{}, err
	}
	if len(list) > 1 {
		return Party{}, fmt.Errorf("%q may be any of %d: %w", key, len(list), ErrUnknown)
	}
	return list[0], nil
}

// placed is a place that only reports know, and that takes part in nothing.
func (d *Desk) placed(ctx context.Context, key string) ([]Party, error) {
	for e, err := range d.Register.Entries(ctx, register.Filter{Place: []string{key}, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		if p := e.Record.Place; p != nil && p.ID == key {
			return []Party{{p.ID, record.Entity{ID: p.ID, Type: p.Type, Name: p.Name, State: p.State}}}, nil
		}
	}
	return nil, fmt.Errorf("%.60q: %w", key, ErrUnknown)
}

// entityOf is what the knowledge base has of a key; nil if nothing.
func (d *Desk) entityOf(key string) *knowledge.Entity {
	if e := d.Knowledge.ByCode(key); e != nil {
		return e
	}
	return d.Knowledge.ByID(key)
}

// with says with whom it has most to do. Of states and all the time that is
// kept ready; else it is counted from the latest entries.
func (d *Desk) with(ctx context.Context, v *Profile, f register.Filter) error {
	if v.Entity.Type == record.TypeState && f.AsOf == 0 {
		own, err := d.tallies(ctx, register.TallyFilter{Of: register.TallyParty, A: []string{v.Key}})
		if err != nil {
			return err
		}
		for _, t := range own {
			v.Entries, v.Good, v.Bad = t.N, t.Good, t.Bad
		}
		ties, err := d.tallies(ctx, register.TallyFilter{Of: register.TallyTie, A: []string{v.Key}, Limit: entityWith})
		if err != nil {
			return err
		}
		for _, t := range ties {
			if t.A == v.Key {
				t.A = t.B
			}
			v.With = append(v.With, With{Party{Key: t.A}, t.N, t.Good, t.Bad})
		}
		return d.name(ctx, v.With)
	}
	f.Party, f.Limit = []string{v.Key}, entityLooked
	list, err := collect(d.Register.Entries(ctx, f))
	if err != nil {
		return err
	}
	v.Entries, v.WithOf, v.Truncated = len(list), len(list), len(list) == entityLooked
	others := map[string]*With{}
	for i := range list {
		r := &list[i].Record
		good, bad := 0, 0
		switch register.Tone(r) {
		case 1:
			good = 1
		case -1:
			bad = 1
		}
		v.Good, v.Bad = v.Good+good, v.Bad+bad
		seen := map[string]bool{}
		for _, e := range register.Parties(r) {
			key := keyOf(e)
			if v.is(e) || seen[key] {
				continue
			}
			seen[key] = true
			if others[key] == nil {
				others[key] = &With{Party: Party{key, record.Entity{ID: e.ID, Type: e.Type, Name: e.Name, State: e.State}}}
			}
			w := others[key]
			w.N, w.Good, w.Bad = w.N+1, w.Good+good, w.Bad+bad
		}
	}
	v.With = most(others, entityWith)
	return d.name(ctx, v.With)
}

// keyOf is the key of one party: of a state, or one who acts as it, its code.
func keyOf(e *record.Entity) string {
	if e.Type == record.TypeState {
		return register.Key(e)
	}
	return e.ID
}

// most are those with the greatest numbers, then by their keys.
func most(all map[string]*With, n int) []With {
	out := make([]With, 0, len(all))
	for _, w := range all {
		out = append(out, *w)
	}
	slices.SortFunc(out, func(a, b With) int {
		if a.N != b.N {
			return b.N - a.N
		}
		if a.Key < b.Key {
			return -1
		}
		return 1
	})
	return out[:min(len(out), n)]
}

// name says who the keys are.
func (d *Desk) name(ctx context.Context, list []With) error {
	for i := range list {
		p, err := d.partyByKey(ctx, list[i].Key)
		if err != nil {
			return err
		}
		if list[i].Entity.ID == "" || d.entityOf(list[i].Key) != nil {
			list[i].Party = p
		}
	}
	return nil
}

// partyByKey is who a key of the register stands for, with a name where any is
// known.
func (d *Desk) partyByKey(ctx context.Context, key string) (Party, error) {
	if e := d.entityOf(key); e != nil {
		return partyOf(e), nil
	}
	list, err := d.reported(ctx, key)
	if err == nil && len(list) > 0 {
		return Party{key, list[0].Entity}, nil
	}
	if err != nil && !errors.Is(err, ErrUnknown) {
		return Party{}, err
	}
	return Party{key, record.Entity{ID: key, Type: record.TypeOther}}, nil
}

// toldOf are the relations that reports tell of it.
func (d *Desk) toldOf(ctx context.Context, v *Profile, f register.Filter) (err error) {
	f.Party, f.Kind, f.Limit = []string{v.Key}, []record.Kind{record.KindRelation}, entityTold
	v.Told, err = collect(d.Register.Entries(ctx, f))
	return err
}

func (d *Desk) figuresOf(ctx context.Context, v *Profile, f register.Filter) (err error) {
	f.Party, f.Kind, f.Limit = []string{v.Key}, []record.Kind{record.KindFigure}, entityFigures
	v.Figures, err = collect(d.Register.Entries(ctx, f))
	return err
}

// happened is what happened at a place. Its own acts are rare.
func (d *Desk) happened(ctx context.Context, v *Profile, f register.Filter) (err error) {
	if v.Entity.Type != record.TypePlace {
		return nil
	}
	f.Place, f.Limit = []string{v.Key}, entityActs
	v.Happened, err = collect(d.Register.Entries(ctx, f))
	return err
}

// plansFor are the plans that it has: those due next, then those overdue.
func (d *Desk) plansFor(ctx context.Context, v *Profile, f register.Filter) error {
	f.Party = []string{v.Key}
	counts, whole, err := d.planCounts(ctx, f)
	if err != nil {
		return err
	}
	v.Truncated = v.Truncated || !whole
	for _, s := range register.PlanStatuses {
		n := 0
		for _, c := range counts {
			if c.Status == s {
				n += c.N
			}
		}
		v.PlanStatus = append(v.PlanStatus, PlanCount{s, n})
	}
	for _, days := range []record.Interval{{From: max(v.Today, 1)}, {From: max(v.Today-365, 1), To: max(v.Today-1, 1)}} {
		f.Due, f.Limit = days, entityPlans
		f.Plan = []register.PlanStatus{register.PlanOpen, register.PlanOverdue}
		list, err := collect(d.Register.Plans(ctx, f))
		if err != nil {
			return err
		}
		for _, e := range list {
			v.Plans = append(v.Plans, Plan{e, late(e.Plan, v.Today)})
		}
	}
	return nil
}

// Bearers are those whom a name may mean; none where nobody is known by it.
func (d *Desk) Bearers(ctx context.Context, name string) ([]Party, error) {
	list, err := d.Parties(ctx, name)
	if errors.Is(err, ErrUnknown) {
		return []Party{}, nil
	}
	return list, err
}
