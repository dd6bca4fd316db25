package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"
)

// stateNames writes names-states.tsv: German adjectives and official names
// (SVWS), English adjectives, demonyms and official names (Factbook, UNTERM).
func (g *gen) stateNames() error {
	var rows []string
	add := func(code, lang, kind, form string) {
		if form != "" {
			rows = append(rows, strings.Join([]string{code, lang, kind, form}, "\t"))
		}
	}
	if err := g.germanNames(add); err != nil {
		return err
	}
	if err := g.englishNames(add); err != nil {
		return err
	}
	sort.Strings(rows)
	return g.write("names-states.tsv", `
code  language  kind  form
Sources: Nationalitaeten.json of SVWS-Server (BSD-3-Clause, Ministerium für Schule und Bildung NRW),
The World Factbook (public domain), datasets/country-codes (PDDL).`, rows)
}

func (g *gen) germanNames(add func(code, lang, kind, form string)) error {
	file := g.source("countries", "svws-nationalitaeten", "Nationalitaeten.json")
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var doc struct {
		Daten []struct {
			Historie []struct {
				ISO3 string `json:"iso3"`
				Long string `json:"bezeichnungLang"`
				Adj  string `json:"staatsangehoerigkeit"`
				To   *int   `json:"gueltigBis"`
			} `json:"historie"`
		} `json:"daten"`
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, d := range doc.Daten {
		h := d.Historie[len(d.Historie)-1]
		if len(h.ISO3) != 3 || strings.HasPrefix(h.ISO3, "XX") || h.To != nil {
			continue
		}
		if !strings.ContainsAny(h.Adj, " /(") && h.Adj == strings.ToLower(h.Adj) {
			add(h.ISO3, "de", "adjective", h.Adj)
		}
		add(h.ISO3, "de", "official", germanOfficial(h.Long))
	}
	return nil
}

var adjective = regexp.MustCompile(`\b(\p{Lu}\p{L}*(?:isch|ativ|ängig|einigt|reich))en?\b`)

// germanOfficial takes the article off "die Arabische Republik Ägypten" and
// leaves the ending of the adjectives open.
func germanOfficial(s string) string {
	if strings.ContainsAny(s, "(,") {
		return ""
	}
	for _, article := range []string{"die ", "der ", "das "} {
		s = strings.TrimPrefix(s, article)
	}
	if !strings.Contains(s, " ") {
		return ""
	}
	s = adjective.ReplaceAllString(s, "$1~")
	return strings.Replace(s, "Königreich", "Königreich*", 1)
}

func (g *gen) englishNames(add func(code, lang, kind, form string)) error {
	codes, err := readCSV(g.source("countries", "datasets-country-codes", "country-codes.csv"))
	if err != nil {
		return err
	}
	fips := map[string]string{}
	for _, c := range codes {
		code := c["ISO3166-1-Alpha-3"]
		if unpeopled[code] {
			continue
		}
		if f := c["FIPS"]; len(f) == 2 {
			fips[strings.ToLower(f)] = code
		}
		formal := strings.TrimPrefix(c["UNTERM English Formal"], "the ")
		if formal != c["UNTERM English Short"] && !strings.ContainsAny(formal, "(*,") {
			add(code, "en", "official", formal)
		}
	}
	return eachLine(g.source("countries", "factbook", "countries.tsv"), func(c []string) error {
		code := fips[c[0]]
		if code == "" || len(c) < 11 || code == "HKG" || code == "TWN" || code == "MAC" {
			return nil
		}
		for _, a := range strings.Split(c[10], " or ") {
			if a = strings.TrimSpace(a); a != "none" && !strings.ContainsAny(a, "(,/;:") {
				add(code, "en", "adjective", a)
			}
		}
		for _, d := range strings.Split(c[9], " or ") {
			add(code, "en", "demonym", englishDemonym(strings.TrimSpace(d)))
		}
		return nil
	})
}

func englishDemonym(d string) string {
	d = strings.TrimSuffix(d, " (singular and plural)")
	if s, ok := strings.CutSuffix(d, "(s)"); ok {
		d = s + "|" + s + "s"
	}
	if d == "none" || strings.ContainsAny(d, "(),;:/") {
		return ""
	}
	return d
}
