package main

import (
	"regexp"
	"sort"
	"strings"
)

// cameoCodes are CAMEO's country codes that ISO 3166-1 writes otherwise.
var cameoCodes = map[string]string{"KSV": "XKX", "TMP": "TLS"}

var cameoCode = regexp.MustCompile(`\[([A-Z]{3})`)

// codes writes codes.tsv: ISO numbers, and the country codes of CAMEO, which are
// ISO's letters where the dictionary uses them.
func (g *gen) codes() error {
	list, err := readCSV(g.source("countries", "datasets-country-codes", "country-codes.csv"))
	if err != nil {
		return err
	}
	var rows []string
	iso := map[string]bool{}
	for _, c := range list {
		code, number := c["ISO3166-1-Alpha-3"], c["ISO3166-1-numeric"]
		if code == "" || number == "" || unpeopled[code] {
			continue
		}
		for len(number) < 3 {
			number = "0" + number
		}
		iso[code] = true
		rows = append(rows, strings.Join([]string{code, "iso_numeric", number}, "\t"))
	}
	seen := map[string]bool{}
	err = eachLine(g.source("dictionaries", "openeventdata", "Phoenix.Countries.actors.txt"), func(c []string) error {
		for _, m := range cameoCode.FindAllStringSubmatch(strings.Join(c, " "), -1) {
			code := m[1]
			if cameoCodes[code] != "" {
				code = cameoCodes[code]
			} else if !iso[code] {
				continue
			}
			if !seen[code] {
				seen[code] = true
				rows = append(rows, strings.Join([]string{code, "cameo", m[1]}, "\t"))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	sort.Strings(rows)
	return g.write("codes.tsv", `
iso3  system  code
Sources: datasets/country-codes (PDDL); Phoenix.Countries.actors.txt of Open Event Data Alliance (MIT). Others: codes-hand.tsv.`, rows)
}
