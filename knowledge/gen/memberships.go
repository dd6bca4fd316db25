package main

import (
	"path/filepath"
	"sort"
	"strings"
)

// factbookOrganisations are the Factbook's abbreviations of organisations whose
// members do not stand in a table by hand as a whole.
var factbookOrganisations = map[string]string{
	"ADB": "Q188822", "AfDB": "Q340195", "ACP": "Q294278", "AOSIS": "x:aosis", "ARF": "x:asean-regional-forum",
	"Australia Group": "x:australia-group", "BIS": "Q309195", "CEI": "x:cei", "CERN": "Q42944", "CICA": "x:cica", "COMESA": "Q1165797",
	"EBRD": "Q488981", "ESA": "Q42262", "FAO": "Q82151", "FATF": "Q681487", "G-10": "x:g10", "G-24": "x:g24", "G-77": "x:g77",
	"IADB": "Q1153087", "IAEA": "Q41984", "ICAO": "Q125761", "IDB": "Q41230", "IDA": "x:ideas-idb", "IEA": "Q826700", "IFAD": "Q689859",
	"IFC": "Q656801", "ILO": "Q54129", "IMO": "Q201054", "IOM": "Q472311", "ITU": "Q376150", "Interpol": "Q8475", "LAIA": "x:laia",
	"MSG": "Q1918937", "NAM": "x:non-aligned-movement", "NEA": "x:nea", "NSG": "x:nuclear-suppliers-group", "OECS": "Q392770",
	"OPANAL": "x:opanal", "OPCW": "Q842490", "PCA": "Q1045198", "Paris Club": "x:paris-club", "SPC": "Q871511", "UNESCO": "Q7809",
	"UNIDO": "Q386120", "UNWTO": "Q61923", "UPU": "Q17495", "WCO": "Q605326", "WHO": "Q7817", "WIPO": "Q177773", "WMO": "Q170424",
	"Wassenaar Arrangement": "x:wassenaar", "ZC": "x:zangger",
}

// factbookKinds are the Factbook's kinds of membership as the table names them.
var factbookKinds = map[string]string{
	"member": "member", "nonregional member": "member", "nonregional members": "member", "observer": "observer",
	"associate": "associate_member", "associate member": "associate_member", "partner": "partner",
	"cooperating state": "partner", "signatory": "signatory",
}

// firstFactbook is the day of the oldest edition that was read: what it has may
// have begun at any time before.
const firstFactbook = "2015-10-26"

// memberships writes memberships-factbook.tsv. The editions show between which
// days a membership was noted, often late, so that only the years are kept.
func (g *gen) memberships() error {
	states, err := g.factbookStates()
	if err != nil {
		return err
	}
	byHand, err := g.membersByHand()
	if err != nil {
		return err
	}
	members := map[string][]string{}
	err = eachLine(g.source("organisations", "factbook", "memberships_observed.tsv"), func(c []string) error {
		id, as := factbookOrganisations[c[1]], factbookKinds[c[2]]
		if id == "" || as == "" || byHand[id+" "+states[c[0]]] || states[c[0]] == "" {
			return nil
		}
		from, to := "", ""
		if c[3] != firstFactbook {
			from = c[3][:4]
		}
		if len(c) > 5 && c[5] != "" {
			to = c[5][:4]
		}
		key := strings.Join([]string{id, as, from, to}, "\t")
		if !contains(members[key], states[c[0]]) {
			members[key] = append(members[key], states[c[0]])
		}
		return nil
	})
	if err != nil {
		return err
	}
	var rows []string
	for key, list := range members {
		sort.Strings(list)
		k := strings.Split(key, "\t")
		rows = append(rows, strings.Join([]string{k[0], strings.Join(list, " "), k[1], k[2], k[3]}, "\t"))
	}
	sort.Strings(rows)
	return g.write("memberships-factbook.tsv", `
organisation  members  as  from  to
Source: The World Factbook, editions from October 2015 to January 2026 (public domain). An empty start is before October 2015.`, rows)
}

// membersByHand are the organisations and members, joined by a space, of which
// a table by hand says something.
func (g *gen) membersByHand() (map[string]bool, error) {
	files, err := filepath.Glob(filepath.Join(g.to, "memberships*.tsv"))
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "-factbook.tsv") {
			continue
		}
		err := eachLine(file, func(c []string) error {
			for member := range strings.FieldsSeq(c[1]) {
				ids[c[0]+" "+member] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// factbookStates gives the states by the Factbook's code.
func (g *gen) factbookStates() (map[string]string, error) {
	list, err := readCSV(g.source("countries", "datasets-country-codes", "country-codes.csv"))
	if err != nil {
		return nil, err
	}
	states := map[string]string{"kv": "XKX", "we": "PSE", "gz": "PSE", "ri": "SRB", "od": "SSD"}
	for _, c := range list {
		if code := c["ISO3166-1-Alpha-3"]; len(c["FIPS"]) == 2 && !unpeopled[code] {
			states[strings.ToLower(c["FIPS"])] = code
		}
	}
	return states, nil
}
