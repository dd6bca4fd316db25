package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
)

// ids corrects Wikidata ids that mean something wider or narrower than the
// state that the news means.
var ids = map[string]string{"NLD": "Q55", "NAM": "Q1030"}

// shown is the name to show where CLDR's first one is not what reports write;
// German and English.
var shown = map[string][2]string{
	"COD": {"Demokratische Republik Kongo", "Democratic Republic of the Congo"},
	"COG": {"Republik Kongo", "Republic of the Congo"},
	"GBR": {"Großbritannien", "United Kingdom"},
	"PSE": {"Palästina", "Palestine"},
	"VAT": {"Vatikan", "Vatican"},
	"USA": {"USA", "United States"},
	"CIV": {"Elfenbeinküste", "Ivory Coast"},
}

// left out: not talked about as actors.
var unpeopled = map[string]bool{"ATA": true, "BVT": true, "HMD": true, "IOT": true, "SGS": true, "UMI": true, "ATF": true}

// states writes states.tsv from the country codes and CLDR's names.
func (g *gen) states() error {
	codes, err := readCSV(g.source("countries", "datasets-country-codes", "country-codes.csv"))
	if err != nil {
		return err
	}
	de, err := territories(g.source("countries", "cldr-47", "territories.de.json"), "de")
	if err != nil {
		return err
	}
	en, err := territories(g.source("countries", "cldr-47", "territories.en.json"), "en")
	if err != nil {
		return err
	}
	var rows []string
	for _, c := range codes {
		iso3, iso2 := c["ISO3166-1-Alpha-3"], c["ISO3166-1-Alpha-2"]
		if iso3 == "" || unpeopled[iso3] {
			continue
		}
		kind := "territory"
		if c["is_independent"] == "Yes" || iso3 == "TWN" || iso3 == "PSE" {
			kind = "state"
		}
		id := c["wikidata_id"][strings.LastIndexByte(c["wikidata_id"], '/')+1:]
		if ids[iso3] != "" {
			id = ids[iso3]
		}
		if id == "" {
			return fmt.Errorf("country-codes: no id for %s", iso3)
		}
		rows = append(rows, strings.Join([]string{iso3, iso2, id, kind, "", "", show(shown[iso3][0], cellOf(de, iso2)), show(shown[iso3][1], cellOf(en, iso2))}, "\t"))
	}
	sort.Strings(rows)
	return g.write("states.tsv", `
States and territories. iso3  iso2  id  kind  from  to  de  en
Sources: datasets/country-codes (PDDL), Unicode CLDR 47 (Unicode-3.0). States that ISO does not list: states-hand.tsv.`, rows)
}

// cellOf joins CLDR's names of a territory; those with a slash, a bracket or a
// comma are catalogue forms, not names.
func cellOf(names map[string]string, iso2 string) string {
	var out []string
	for _, key := range []string{iso2, iso2 + "-alt-short", iso2 + "-alt-variant"} {
		n := strings.ReplaceAll(names[key], "’", "'")
		if strings.HasPrefix(n, "Sonderverwaltungsregion ") || strings.Contains(n, "SAR China") {
			continue
		}
		if n != "" && !strings.ContainsAny(n, "/(,") && len(n) > 2 && !contains(out, n) {
			out = append(out, n)
		}
		if amp := strings.Replace(n, " & ", " and ", 1); amp != n {
			out = append([]string{amp}, out...)
		}
	}
	return strings.Join(out, "|")
}

// show puts a name first.
func show(name, cell string) string {
	if name == "" || name == cell {
		return cell
	}
	out := []string{name}
	for n := range strings.SplitSeq(cell, "|") {
		if n != name && !strings.Contains(n, " - ") {
			out = append(out, n)
		}
	}
	return strings.Join(out, "|")
}

func contains(list []string, s string) bool {
	for _, t := range list {
		if s == t {
			return true
		}
	}
	return false
}

func territories(file, lang string) (map[string]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Main map[string]struct {
			Names struct {
				Territories map[string]string `json:"territories"`
			} `json:"localeDisplayNames"`
		} `json:"main"`
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doc.Main[lang].Names.Territories, nil
}

func readCSV(file string) ([]map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []map[string]string
	for _, rec := range all[1:] {
		m := make(map[string]string, len(rec))
		for i, c := range rec {
			if i < len(all[0]) {
				m[all[0][i]] = c
			}
		}
		out = append(out, m)
	}
	return out, nil
}
