package main

import (
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var factbookTitle = regexp.MustCompile(`^(Interim |Acting |Caretaker |Transitional |Transition |Sultan and |King and )?(President|Prime Minister|Premier|Chancellor|King|Queen|Amir|Emperor|Grand Duke|Taoiseach|Chairman of the Council of Ministers|Chairman of the Presidency|Chairperson of the Presidency|Pope|Supreme Leader)( Sheikh| Dr\.| Lt\. Col\.| Crown Prince)?$`)

// factbook adds the heads of state and government that the cabinets do not
// know: those who came to office after they end, and states they lack.
func (g *gen) factbook() error {
	codes, err := readCSV(g.source("countries", "datasets-country-codes", "country-codes.csv"))
	if err != nil {
		return err
	}
	fips := map[string]string{"kv": "XKX"}
	for _, c := range codes {
		if f := c["FIPS"]; len(f) == 2 && c["is_independent"] == "Yes" {
			fips[strings.ToLower(f)] = c["ISO3166-1-Alpha-3"]
		}
	}
	known := map[string]bool{} // states with heads in the cabinets
	for _, t := range g.terms {
		known[t.of+"\t"+t.role] = true
	}
	roles := map[string]string{"cos": "head_of_state", "hog": "head_of_government"}
	return eachLine(g.source("leaders", "factbook", "leaders_observed.tsv"), func(c []string) error {
		state, role := fips[c[0]], roles[c[2]]
		if state == "" || role == "" || !factbookTitle.MatchString(c[3]) || c[6] < "1990" || len(c[6]) < 10 {
			return nil
		}
		if state == "DEU" || strings.Contains(c[4], " of ") || len(strings.Fields(c[4])) < 2 {
			return nil
		}
		if role == "head_of_government" && (strings.HasSuffix(c[3], "President") && state != "IRN") {
			return nil // a president who heads the government is there as head of state
		}
		name, sur := factbookName(c[4])
		if known[state+"\t"+role] && c[6] < "2022-06" {
			g.vouch(state, role, name, sur, c)
			return nil
		}
		t := &term{of: state, role: role, from: c[6], title: c[3], source: "wfb"}
		if len(c) > 8 && c[8] != "" {
			t.to = c[8]
		} else {
			t.seen = lastSnapshot
		}
		if t.person = g.respelled(t, name); t.person == "" {
			t.person = g.identify(state, name, sur, role)
		}
		g.terms = append(g.terms, t)
		return nil
	})
}

// respelled finds who took the same office within three days under a name that
// shares a word: the Factbook changes its spellings. The name is kept as another
// one of theirs.
func (g *gen) respelled(t *term, name string) string {
	from, _ := bounds(t)
	for _, o := range g.terms {
		p := g.people[o.person]
		if p == nil || o.of != t.of || o.role != t.role || len(o.from) != 10 {
			continue
		}
		if at, _ := bounds(o); at+3 < from || from+3 < at || !shareWord(key(p.name), key(name)) {
			continue
		}
		if key(p.name) != key(name) && !slices.Contains(p.also, name) {
			p.also = append(p.also, name)
		}
		return p.id
	}
	return ""
}

func shareWord(a, b string) bool {
	for _, w := range strings.Fields(a) {
		if len(w) > 3 && slices.Contains(strings.Fields(b), w) {
			return true
		}
	}
	return false
}

// lastSnapshot is the last day the Factbook vouches for.
const lastSnapshot = "2026-01-31"

// vouch carries what the Factbook says of somebody in office since before the
// cabinets end over to the open term there: still in office, or gone.
func (g *gen) vouch(state, role, name, sur string, c []string) {
	if sur == "" {
		sur = name[strings.LastIndexByte(name, ' ')+1:]
	}
	for _, t := range g.terms {
		if t.of != state || t.role != role || t.to != "" || t.source != "wd" {
			continue
		}
		if !same(strings.Fields(key(g.people[t.person].name)), strings.Fields(key(name)), strings.Fields(key(sur))) {
			continue
		}
		if len(c) > 8 && c[8] != "" {
			if c[8] > t.seen {
				t.seen = c[8]
			}
		} else {
			t.seen = lastSnapshot
		}
	}
}

var titleWords = regexp.MustCompile(`^(Gen\.|Lt\.|Col\.|Maj\.|Brig\.|Dr\.|Sir|Dame|Sheikh|Capt\.|Crown Prince|Field Marshal|Marshal|Sayyid|Adm\.|Ret\.|\(Ret\.\)|Transitional President)\s+`)

// factbookName turns "Abdelaziz BOUTEFLIKA" and "XI Jinping" into plain names;
// the words in capitals are the family name.
func factbookName(s string) (name, surname string) {
	for titleWords.MatchString(s) {
		s = titleWords.ReplaceAllString(s, "")
	}
	s, _, _ = strings.Cut(s, " - ")
	if i := strings.IndexAny(s, "(,;"); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	words := strings.Fields(s)
	var family []string
	for i, w := range words {
		if len(w) > 1 && strings.ToUpper(w) == w && unicode.IsLetter([]rune(w)[0]) && !roman(w) && !strings.HasSuffix(w, ".") {
			words[i] = titleCase(w)
			family = append(family, words[i])
		}
	}
	name = strings.Join(words, " ")
	if len(family) == 0 {
		return name, ""
	}
	surname = strings.Join(family, " ")
	if surname == words[len(words)-1] {
		surname = ""
	}
	return name, surname
}

func roman(w string) bool { return strings.Trim(w, "IVX") == "" }

func titleCase(w string) string {
	var b strings.Builder
	up := true
	for _, r := range w {
		if up {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		up = r == '-' || r == '\'' || r == ' '
	}
	out := b.String()
	if rest, ok := strings.CutPrefix(out, "Mc"); ok && rest != "" {
		out = "Mc" + strings.ToUpper(rest[:1]) + rest[1:]
	}
	return out
}

// identify gives the id of a person of a state: one known already by the same
// name, or by a name that shares its family name and a given name or, in the
// same role, the family name alone; else a new local one.
func (g *gen) identify(state, name, surname, role string) string {
	if id := g.hand.byName[state+"\t"+key(name)]; id != "" {
		return id
	}
	if id := g.hand.byName["GBR\t"+key(name)]; id != "" && role == "head_of_state" {
		return id // the monarch of the realms
	}
	if surname == "" {
		surname = name[strings.LastIndexByte(name, ' ')+1:]
	}
	want := strings.Fields(key(name))
	last := strings.Fields(key(surname))
	for _, who := range g.handCandidates(state) {
		if same(strings.Fields(who[0]), want, last) {
			return who[1]
		}
	}
	for _, who := range g.candidates(state) {
		if same(strings.Fields(key(who.name)), want, last) {
			return who.id
		}
	}
	if id := g.transcribed(state, name); id != "" {
		return id
	}
	id := "x:" + strings.ReplaceAll(strings.TrimSpace(key(name)), " ", "-")
	if g.people[id] == nil {
		sur := ""
		if surname != name[strings.LastIndexByte(name, ' ')+1:] {
			sur = surname
		}
		g.people[id] = &person{id: id, state: state, name: name, surname: sur}
	}
	return id
}

// transcribed finds somebody of a state under another transcription of the name.
func (g *gen) transcribed(state, name string) string {
	want := g.rules.Key(name)
	if !strings.Contains(want, " ") {
		return ""
	}
	for _, who := range g.handCandidates(state) {
		if g.rules.Key(who[0]) == want {
			return who[1]
		}
	}
	for _, who := range g.candidates(state) {
		if g.rules.Key(who.name) == want {
			return who.id
		}
	}
	return ""
}

// same says that two names, as words, may be one person's: all words of the
// family name in both, and a given name that is the same or begins alike.
func same(a, b, family []string) bool {
	if slices.Equal(a, b) {
		return true
	}
	for _, w := range family {
		if !contains(a, w) {
			return false
		}
	}
	for _, x := range a {
		for _, y := range b {
			if !contains(family, x) && !contains(family, y) && len(x) > 2 && len(y) > 2 && x[:3] == y[:3] {
				return true
			}
		}
	}
	return len(a) == len(family) && len(b) == len(family)
}

func (g *gen) candidates(state string) []*person {
	var out []*person
	for _, p := range g.people {
		if p.state == state {
			out = append(out, p)
		}
	}
	sortPeople(out)
	return out
}

func (g *gen) handCandidates(state string) [][2]string {
	var out [][2]string
	for k, id := range g.hand.byName {
		if rest, ok := strings.CutPrefix(k, state+"\t"); ok {
			out = append(out, [2]string{rest, id})
		}
	}
	sortPairs(out)
	return out
}

// cow maps codes of Archigos that are not ISO's.
var cow = map[string]string{
	"UKG": "GBR", "IRE": "IRL", "NTH": "NLD", "FRN": "FRA", "SPN": "ESP", "POR": "PRT", "GFR": "DEU", "AUS": "AUT", "CZR": "CZE",
	"SLO": "SVK", "SLV": "SVN", "CRO": "HRV", "BOS": "BIH", "YUG": "YUG", "MAC": "MKD", "BUL": "BGR", "MLD": "MDA", "RUM": "ROU",
	"LAT": "LVA", "LIT": "LTU", "GRG": "GEO", "AZE": "AZE", "SWD": "SWE", "DEN": "DNK", "ICE": "ISL", "SWZ": "CHE", "BHM": "BHS",
	"HAI": "HTI", "TRI": "TTO", "BAR": "BRB", "GUA": "GTM", "HON": "HND", "SAL": "SLV", "COS": "CRI", "PAR": "PRY", "URU": "URY",
	"CHL": "CHL", "NIR": "NER", "CDI": "CIV", "GUI": "GIN", "BFO": "BFA", "SIE": "SLE", "TOG": "TGO", "CAO": "CMR", "NIG": "NGA",
	"CEN": "CAF", "CHA": "TCD", "CON": "COG", "DRC": "COD", "TAZ": "TZA", "BUI": "BDI", "ANG": "AGO", "MZM": "MOZ", "ZAM": "ZMB",
	"ZIM": "ZWE", "MAW": "MWI", "SAF": "ZAF", "LES": "LSO", "BOT": "BWA", "MAG": "MDG", "MAS": "MUS", "MOR": "MAR", "ALG": "DZA",
	"SUD": "SDN", "LEB": "LBN", "KUW": "KWT", "BAH": "BHR", "UAE": "ARE", "OMA": "OMN", "TAJ": "TJK", "KYR": "KGZ", "KZK": "KAZ",
	"MON": "MNG", "TAW": "TWN", "ROK": "KOR", "BHU": "BTN", "BNG": "BGD", "MYA": "MMR", "SRI": "LKA", "MAD": "MDV", "NEP": "NPL",
	"THI": "THA", "CAM": "KHM", "DRV": "VNM", "MAL": "MYS", "SIN": "SGP", "PHI": "PHL", "INS": "IDN", "ETM": "TLS", "AUL": "AUS",
	"NEW": "NZL", "FJI": "FJI", "MNG": "MNE", "KOS": "XKX", "GAM": "GMB", "EQG": "GNQ", "CAP": "CPV", "STP": "STP", "GNB": "GNB",
	"SWA": "SWZ", "COM": "COM", "SEY": "SYC", "RVN": "", "YPR": "", "YAR": "", "DRG": "", "ZAN": "", "PMA": "PAN", "BRU": "BRN", "MAA": "MRT", "LIB": "LBY", "SOL": "SLB", "SER": "SRB", "GDR": "",
}

// parliamentary lists the states whose effective leader heads the government.
const parliamentary = "GBR IRL NLD BEL LUX ESP ITA DEU AUT CZE SVK SVN HRV BIH MKD BGR MDA ROU LVA LTU EST GRC HUN ALB MLT " +
	"SWE DNK NOR FIN ISL CAN AUS NZL JPN IND PAK BGD THA MYS SGP ISR TUR PNG FJI MUS NPL LBN KHM BHS JAM TTO BRB BLZ PRT LKA XKX MNE"

// archigos adds the effective leaders of the nineties whom nothing else names.
func (g *gen) archigos() error {
	f, err := os.Open(g.source("leaders", "archigos-4.1", "archigos_4_1.csv"))
	if err != nil {
		return err
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	for _, c := range all[1:] {
		state, from, to, uri := c[3], c[5], c[7], c[21]
		if code, ok := cow[state]; ok {
			state = code
		}
		if to < "1990" || state == "" || len(state) != 3 || state == "YUG" || state == "DEU" {
			continue
		}
		role := "head_of_state"
		if strings.Contains(parliamentary, state) {
			role = "head_of_government"
		}
		name := dbpediaName(uri)
		if name == "" || g.covered(state, role, from, to) {
			continue
		}
		t := &term{of: state, role: role, from: from, to: to, source: "arch"}
		if to >= "2015-12-31" {
			t.to, t.seen = "", "2015-12-31"
		}
		t.person = g.identify(state, name, "", role)
		g.terms = append(g.terms, t)
	}
	return nil
}

// covered says that an office has holders in the cabinets through most of a term.
func (g *gen) covered(state, role, from, to string) bool {
	for _, t := range g.terms {
		if t.of == state && t.role == role && t.source != "arch" && t.from <= to && (t.to == "" || t.to > from) {
			return true
		}
	}
	return false
}

var escaped = regexp.MustCompile(`-([0-9A-F]{2})`)

// dbpediaName reads the name out of a DBpedia address as the source has it,
// "…_resource_Helmut-5FKohl&d=…".
func dbpediaName(uri string) string {
	_, rest, ok := strings.Cut(uri, "resource_")
	if !ok {
		if _, rest, ok = strings.Cut(uri, "resource/"); !ok {
			return ""
		}
	}
	rest, _, _ = strings.Cut(rest, "&")
	rest = escaped.ReplaceAllStringFunc(rest, func(s string) string {
		var b byte
		for _, c := range []byte(s[1:]) {
			b <<= 4
			if c >= 'A' {
				b |= c - 'A' + 10
			} else {
				b |= c - '0'
			}
		}
		return string([]byte{b})
	})
	rest, _, _ = strings.Cut(rest, "(")
	name := strings.TrimSpace(strings.ReplaceAll(rest, "_", " "))
	if strings.ContainsAny(name, "%0123456789") || !strings.Contains(name, " ") || !latin(name) {
		return ""
	}
	return name
}
