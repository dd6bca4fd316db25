package main

import (
	"fmt"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// atlasCodes are Natural Earth's own codes of states.
var atlasCodes = map[string]string{
	"ALD": "ALA", "PSX": "PSE", "KOS": "XKX", "SDS": "SSD", "SAH": "ESH", "SOL": "SOM", "CYN": "CYP", "KAB": "KAZ",
	"ESB": "CYP", "USG": "CUB", "IOA": "AUS", "ATC": "AUS", "CSI": "AUS", "CLP": "FRA", "PGA": "", "BRT": "", "SCR": "",
}

// notCapitals are seats that Natural Earth calls capitals of a state, and the
// code under which it is so no more.
var notCapitals = map[string]bool{
	"Q33935": true, // Tel Aviv
	"Q1515":  true, // Abidjan
}

// capitalOf settles which of several capitals is the one, the others are seats
// of government.
var capitalOf = map[string]string{
	"NLD": "Q727", "ZAF": "Q3926", "BOL": "Q1491", "LKA": "Q35381", "BEN": "Q3799", "CIV": "Q1515", "MYS": "Q1865",
	"CHL": "Q2887", "SWZ": "Q3904", "TZA": "Q3866", "MMR": "Q37400", "ISR": "Q1218", "GBR": "Q84", "IND": "Q987",
	"NGA": "Q3787", "KAZ": "Q1520", "GEO": "Q994", "JPN": "Q1490", "MAR": "Q3551", "PHL": "Q1461", "PRT": "Q597",
	"SRB": "Q3711", "BIH": "Q11194", "ESH": "Q47837", "PSE": "Q36678", "SOM": "Q2449", "CYP": "Q3856",
}

type place struct {
	id, state, kind, de, en string
	pop                     int
	lat, lon                float64
	region                  string // first-order division
	geonames                string // id in GeoNames
}

// places writes places.tsv: from Natural Earth's populated places the capitals,
// seats of provinces and cities above 150,000 people, and as towns the others
// and those of GeoNames, whose names are marked weak.
func (g *gen) places() error {
	byID := map[string]*place{}
	var column map[string]int
	err := eachLine(g.source("places", "natural-earth", "populated_places_10m.tsv"), func(c []string) error {
		if column == nil {
			column = map[string]int{}
			for i, n := range c {
				column[n] = i
			}
			return nil
		}
		get := func(n string) string { return strings.TrimSpace(c[column[n]]) }
		pop, _ := strconv.ParseFloat(get("pop_max"), 64)
		p := &place{id: get("qid"), state: get("adm0_a3"), kind: "city", de: get("name_de"), en: get("name_en"), pop: int(pop)}
		if code, ok := atlasCodes[p.state]; ok {
			p.state = code
		}
		class := get("featurecla")
		if p.id == "" || p.state == "" || p.state == "ATA" || unpeopled[p.state] {
			return nil
		}
		if p.en == "" {
			p.en = get("name")
		}
		if p.de == "" {
			p.de = p.en
		}
		if strings.HasPrefix(class, "Admin-0 capital") && p.state != "GIB" {
			p.kind = "seat"
		}
		if !(strings.HasPrefix(class, "Admin-0") || class == "Admin-1 capital" && pop >= 40000 || class == "Admin-1 region capital" || pop >= 150000) {
			p.kind = "town"
		}
		p.de, p.en, p.region = placeName(p.de), placeName(p.en), get("adm1")
		p.lat, _ = strconv.ParseFloat(get("lat"), 64)
		p.lon, _ = strconv.ParseFloat(get("lon"), 64)
		if p.lat == 0 && p.lon == 0 {
			return nil
		}
		p.geonames, _, _ = strings.Cut(get("geonameid"), ".")
		if old := byID[p.id]; old == nil || old.pop < p.pop {
			byID[p.id] = p
		}
		return nil
	})
	if err != nil {
		return err
	}
	settleCapitals(byID)
	if err := g.towns(byID); err != nil {
		return err
	}
	if err := g.dropHandPlaces(byID); err != nil {
		return err
	}
	var rows []string
	for _, p := range byID {
		en := p.en
		if en == p.de {
			en = ""
		}
		at := fmt.Sprintf("%.2f %.2f", p.lat, p.lon)
		rows = append(rows, strings.Join([]string{p.id, p.state, p.kind, fmt.Sprint(p.pop / 1000), p.de, en, at, p.region}, "\t"))
	}
	sort.Slice(rows, func(i, j int) bool { return placeKey(rows[i]) < placeKey(rows[j]) })
	return g.write("places.tsv", `
id  state  kind  population in thousands  de  en  latitude and longitude  first-order division
Sources: Natural Earth, populated places 1:10m (public domain); ids x:geonames-…: GeoNames (CC BY 4.0).
More places and corrections: places-hand.tsv.`, rows)
}

func placeKey(row string) string {
	c := strings.Split(row, "\t")
	return c[1] + "\t" + c[4] + "\t" + c[0]
}

func placeName(s string) string {
	s = strings.ReplaceAll(s, "’", "'")
	s = strings.TrimPrefix(s, "Präfektur ")
	if before, _, ok := strings.Cut(s, " ("); ok {
		s = before
	}
	return s
}

func settleCapitals(byID map[string]*place) {
	seats := map[string][]*place{}
	for _, p := range byID {
		if p.kind == "seat" {
			seats[p.state] = append(seats[p.state], p)
		}
	}
	for state, list := range seats {
		for _, p := range list {
			switch {
			case p.id == capitalOf[state] || len(list) == 1:
				p.kind = "capital"
			case notCapitals[p.id] || capitalOf[state] != "" && !otherSeats[p.id]:
				p.kind = "city"
			}
		}
	}
	for state, id := range capitalOf {
		if p := byID[id]; p != nil && p.state == state {
			p.kind = "capital"
		}
	}
}

// otherSeats are seats of a government outside the capital.
var otherSeats = map[string]bool{"Q36600": true /* The Hague */}

// dropHandPlaces leaves out what a table by hand says, and places that are
// states themselves (Singapore, Monaco). A town of the same name and state as
// one written by hand is left out too.
func (g *gen) dropHandPlaces(byID map[string]*place) error {
	err := eachLine(g.to+"/states.tsv", func(c []string) error {
		delete(byID, c[2])
		return nil
	})
	if err != nil {
		return err
	}
	hand := map[string]bool{}
	tables, err := filepath.Glob(g.to + "/places-*.tsv")
	if err != nil {
		return err
	}
	for _, file := range tables {
		err := eachLine(file, func(c []string) error {
			delete(byID, c[0])
			for _, cell := range c[4:min(6, len(c))] {
				for name := range strings.SplitSeq(cell, "|") {
					hand[c[1]+"\t"+name] = true
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for id, p := range byID {
		if p.kind != "capital" && (hand[p.state+"\t"+p.de] || hand[p.state+"\t"+p.en]) {
			delete(byID, id)
		}
	}
	return nil
}
