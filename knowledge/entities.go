package knowledge

import (
	"strings"

	"depesche/record"
)

// readStates reads states*.tsv:
// iso3 iso2 id kind from to de en
func (l *loader) readStates() error {
	return eachRow(l.files, "states*.tsv", 8, func(r row) error {
		exists, err := r.interval(4, 5)
		if err != nil {
			return err
		}
		code := r.cell(0)
		if len(code) != 3 || strings.ToUpper(code) != code {
			return r.errorf("code %q: want ISO 3166-1 alpha-3", code)
		}
		if _, ok := l.byCode[code]; ok {
			return r.errorf("state %s stands twice", code)
		}
		kind := r.cell(3)
		if kind != "state" && kind != "territory" && kind != "former" {
			return r.errorf("kind %q: want state, territory or former", kind)
		}
		n, err := l.put(r, Entity{ID: r.cell(2), Type: record.TypeState, Kind: kind, State: code, Alpha2: r.cell(1),
			Exists: exists, de: firstForm(r.cell(6)), en: firstForm(r.cell(7))})
		if err != nil {
			return err
		}
		l.byCode[code] = n
		return l.both(r, n, 6, 7)
	})
}

// both files the names in a German and an English column; an empty English one
// is the German one.
func (l *loader) both(r row, n int32, de, en int) error {
	if err := l.list(r, l.indexes[0], n, r.cell(de)); err != nil {
		return err
	}
	cell := r.cell(en)
	if cell == "" {
		cell = r.cell(de)
	}
	return l.list(r, l.indexes[1], n, cell)
}

// readPlaces reads places*.tsv:
// id state kind weight de en at region
//
// The names of a town are weak: it is known where it lies, but most of those
// who bear its name are not it.
func (l *loader) readPlaces() error {
	return eachRow(l.files, "places*.tsv", 8, func(r row) (err error) {
		kind := r.cell(2)
		switch kind {
		case "capital", "seat", "city", "town", "region", "area", "site":
		default:
			return r.errorf("kind %q: want capital, seat, city, town, region, area or site", kind)
		}
		weight, ok := number(r.cell(3))
		if !ok {
			return r.errorf("weight %q: want a number", r.cell(3))
		}
		e := Entity{ID: r.cell(0), Type: record.TypePlace, Kind: kind, State: r.cell(1), Weight: weight, Region: r.cell(7),
			de: firstForm(r.cell(4)), en: firstForm(r.cell(5))}
		if e.lat, e.lon, err = r.coordinates(6); err != nil {
			return err
		}
		n, err := l.put(r, e)
		if err != nil {
			return err
		}
		if err := l.both(r, n, 4, 5); err != nil {
			return err
		}
		if kind == "capital" || kind == "seat" {
			return l.capital(r, n, kind)
		}
		return nil
	})
}

// capital files the names of a capital, or of another seat of government, as
// metonyms of its state.
func (l *loader) capital(r row, place int32, kind string) error {
	code := l.entities[place].State
	state, ok := l.byCode[code]
	if !ok {
		return r.errorf("a capital needs a state")
	}
	if old, ok := l.capitals[code]; ok && kind == "capital" {
		return r.errorf("%s has a capital already: %s", code, l.entities[old].ID)
	}
	if kind == "capital" {
		l.capitals[code] = place
	}
	for i, x := range l.indexes {
		cell := r.cell(4 + i)
		if cell == "" {
			cell = r.cell(4)
		}
		for form := range strings.SplitSeq(cell, "|") {
			if err := l.name(x, state, Metonym, strings.TrimSpace(form), "GOV"); err != nil {
				return r.errorf("%w", err)
			}
		}
	}
	return nil
}

func number(s string) (int32, bool) {
	var n int32
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 1<<26 {
			return 0, false
		}
		n = n*10 + int32(c-'0')
	}
	return n, true
}

var organisationTypes = map[string]string{
	"igo": record.TypeOrganisation, "organ": record.TypeOrganisation, "ngo": record.TypeOrganisation,
	"party": record.TypeOrganisation, "media": record.TypeOrganisation, "company": record.TypeOrganisation,
	"church": record.TypeOrganisation, "force": record.TypeOrganisation, "body": record.TypeOrganisation,
	"armed": record.TypeGroup, "people": record.TypeGroup,
}

// readOrganisations reads organisations*.tsv:
// id kind sector state de en from to
func (l *loader) readOrganisations() error {
	return eachRow(l.files, "organisations*.tsv", 8, func(r row) error {
		typ, ok := organisationTypes[r.cell(1)]
		if !ok {
			return r.errorf("kind %q: unknown", r.cell(1))
		}
		exists, err := r.interval(6, 7)
		if err != nil {
			return err
		}
		n, err := l.put(r, Entity{ID: r.cell(0), Type: typ, Kind: r.cell(1), Sector: r.cell(2), State: r.cell(3), Exists: exists,
			de: firstForm(r.cell(4)), en: firstForm(r.cell(5))})
		if err != nil {
			return err
		}
		return l.both(r, n, 4, 5)
	})
}

// readNames reads names*.tsv:
// id-or-code language kind form sector from to
// Several forms stand in one cell with "|". The kind "not" takes a form out.
func (l *loader) readNames() error {
	var drops []func()
	err := eachRow(l.files, "names*.tsv", 7, func(r row) error {
		n, err := l.find(r, r.cell(0))
		if err != nil {
			return err
		}
		xs := l.languages(r.cell(1))
		if len(xs) == 0 {
			return r.errorf("language %q: want de, en or *", r.cell(1))
		}
		forms, sector := r.cell(3), r.cell(4)
		if r.cell(2) == "not" {
			at := place{r.file, r.line}
			drops = append(drops, func() { l.drop(at, xs, n, forms) })
			return nil
		}
		kind, ok := kindOf(r.cell(2))
		if !ok {
			return r.errorf("kind %q: unknown", r.cell(2))
		}
		if kind == Metonym && sector == "" {
			sector = "GOV"
		}
		if l.during, err = l.span(r); err != nil {
			return err
		}
		defer func() { l.during = 0 }()
		if l.during != 0 && (kind == Short || kind == Official) {
			l.renamed(n, r.cell(1), kind, firstForm(forms))
		}
		for _, x := range xs {
			for form := range strings.SplitSeq(forms, "|") {
				if err := l.named(x, n, kind, strings.TrimSpace(form), sector); err != nil {
					return r.errorf("%w", err)
				}
			}
		}
		return nil
	})
	for _, do := range drops {
		do()
	}
	return err
}

// named files a form, and for another name of a capital the metonym too.
func (l *loader) named(x *index, n int32, kind NameKind, form, sector string) error {
	if err := l.name(x, n, kind, form, sector); err != nil || kind > Alias {
		return err
	}
	if k := l.entities[n].Kind; k != "capital" && k != "seat" {
		return nil
	}
	return l.name(x, l.byCode[l.entities[n].State], Metonym, form, "GOV")
}

func (l *loader) drop(at place, xs []*index, n int32, forms string) {
	for _, x := range xs {
		for form := range strings.SplitSeq(forms, "|") {
			x.put(filed{what: fileDrop, form: form, p: posting{entity: n}, at: at, mild: l.files.replaced[l.entities[n].ID]})
		}
	}
}

// readWeak reads weak*.tsv: language form, and marks names that are ordinary
// words too.
func (l *loader) readWeak() error {
	return eachRow(l.files, "weak*.tsv", 2, func(r row) error {
		xs := l.languages(r.cell(0))
		if len(xs) == 0 {
			return r.errorf("language %q: want de, en or *", r.cell(0))
		}
		w := weakLine{place{r.file, r.line}, strings.Split(r.cell(1), "|"), xs}
		for _, form := range w.forms {
			for _, x := range xs {
				x.put(filed{what: fileWeak, form: form, at: w.at})
			}
		}
		l.weak = append(l.weak, w)
		return nil
	})
}
