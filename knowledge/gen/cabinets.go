package main

import (
	"regexp"
	"strings"
)

// snapshot is the day up to which the cabinets vouch for open terms.
const snapshot = "2022-07-19"

var notTheOffice = regexp.MustCompile(`(?i)\b(deputy|vice|assistant|shadow|minister of state|ministers? delegate|minister-delegate|under-?secretary|parliamentary|permanent|junior|associate|second|counsel|advis|commissioner|spouse|office of|secretary of state (to|for the treasury|in charge)|state secretary|state minister|alternate|council of state|ambassador|chief of staff to|military cabinet|military secretary|trade minister|\(.*\)|representative|special|private|economic secretary|commercial|exchequer secretary|lord of|general secretary|delegate)\b`)

// besideIt names portfolios beside the one that their label begins with.
var besideIt = regexp.MustCompile(`(?i)defen[cs]e (materiel|science|equipment|personnel|production|industry|and space)|war veterans|external (trade|security)|homeless|home front|financial (markets|inclusion|resources|services and good)|\((quebec|valencia|south australia)\)|bahr el ghazal|guernsey|^minister for the armed forces|secretary for financial services`)

type rule struct {
	role  string
	label *regexp.Regexp
	only  string // states, "" for all
	never string
}

// rules name the role of an office by its English label; the first wins.
var rules = []rule{
	{"head_of_state", regexp.MustCompile(`^(President|King|Queen|Emperor|[Ee]mir|Sultan|Grand Duke|[Mm]onarch|Captain Regent|Druk Gyalpo \(King\)|Beretitenti \(President\)|Yang di_pertuan Agong \(Monarch\)|President of (Nauru|Myanmar|Montenegro|Colombia|the Palestinian National Authority|the Republic|the Presidium of the Supreme People's Assembly)|Chairman of the Presidential Council|Pope|Chairman of the Presidency|member of the Presidency)$`), "", "CHE"},
	{"head_of_government", regexp.MustCompile(`^(Prime Minister|Premier|Federal Chancellor|Chancellor|Taoiseach|Chairman of the Cabinet of Ministers \(Prime Minister\)|Prime Minister of (Montenegro|Thailand|the Palestinian National Authority)|Premier of the State Council|Chairman of the Council of Ministers|President of the (Council of Ministers|Government)|Minister of State)$`), "", "CHE"},
	{"foreign_minister", regexp.MustCompile(`(?i)^(federal )?((minister|secretary|secretary of state)( of| for)( the)?( europe and)?( \w+,?){0,3} (foreign|external) (affairs|relations|and (european|commonwealth)|policy)|foreign minister|minister of international relations and cooperation|secretary of foreign|minister of external|minister (of|for) (foreign|external)( and|,| affairs))`), "", ""},
	{"foreign_minister", regexp.MustCompile(`^Secretary of State$`), "USA VAT", ""},
	{"foreign_minister", regexp.MustCompile(`^Foreign Secretary$`), "GBR", ""},
	{"interior_minister", regexp.MustCompile(`^Home Secretary$`), "GBR", ""},
	{"head_of_state", regexp.MustCompile(`^Supreme Leader$`), "IRN PRK", ""},
	{"defence_minister", regexp.MustCompile(`(?i)^(federal )?(minister|secretary|secretary of state)( of| for)( the)?( national)?( people's)? ?(defen[cs]e|armed forces|the armed forces|war)`), "", ""},
	{"defence_minister", regexp.MustCompile(`(?i)^(defen[cs]e (minister|secretary)|cabinet secretary for defen[cs]e)`), "", ""},
	{"interior_minister", regexp.MustCompile(`(?i)^(federal )?(minister|secretary|secretary of state)( of| for)( the)? ?(interior|home|internal affairs)`), "", "USA"},
	{"finance_minister", regexp.MustCompile(`(?i)^(federal )?(minister|secretary|cabinet secretary)( of| for)( the)?( national| planning and| economy and| economy, and| treasury and| economic affairs and| economy,?)? ?(financ|treasury)|^chancellor of the exchequer$|^secretary of the treasury$|^treasurer$`), "", ""},
	{"spokesperson", regexp.MustCompile(`(?i)spokes?person|^white house press secretary|^press secretary`), "", ""},
	{"military_leader", regexp.MustCompile(`(?i)^(chief of (the )?(general|defen[cs]e|joint) staff|chief of (the )?general staff of the armed forces|chief of (the )?defen[cs]e( staff| forces?)?|chief of (the )?(armed forces|staff of the (army|armed forces|defence forces))|commander of the (armed forces|national armed forces|estonian defence forces)|(supreme )?commander-in-chief.*|chairman of the joint chiefs.*|commander-in-chief of the revolutionary guard|chief of army staff|supreme commander of the armed forces)$`), "", ""},
	{"spy_chief", regexp.MustCompile(`(?i)^director(-general| general)? of (the )?(central intelligence agency|national intelligence|mossad|shin bet|national intelligence service|mi5|foreign intelligence)|^director of national intelligence`), "", ""},
	{"governor", regexp.MustCompile(`^(Governor-General|Chief Executive)$`), "AUS CAN NZL HKG MAC", ""},
}

// role is the role of an office in a state, "" for one that is not kept.
func role(state, label string) string {
	if state == "IND" && (strings.Contains(label, "ecretary") || label == "Minister of Foreign Affairs") {
		return "" // civil servants there, under a wrong label the foreign secretaries
	}
	if strings.HasPrefix(label, "Secretary of State") && !strings.Contains("GBR USA VAT", state) {
		return "" // juniors of the minister
	}
	if notTheOffice.MatchString(label) && !strings.Contains(label, "(King)") && !strings.Contains(label, "(President)") &&
		!strings.Contains(label, "(Monarch)") && !strings.Contains(label, "(Prime Minister)") {
		if !(state == "MCO" && label == "Minister of State") {
			return ""
		}
	}
	if besideIt.MatchString(label) {
		return ""
	}
	for _, r := range rules {
		if r.label.MatchString(label) && (r.only == "" || strings.Contains(r.only, state)) && !strings.Contains(r.never, state) {
			return r.role
		}
	}
	return ""
}

// recode maps the cabinets' own codes to those of states.tsv; codes left out
// are no states of ours.
var recode = map[string]string{"XNC": "", "XAB": "", "XSC": "", "XTR": "", "XSO": "", "XSL": "", "XAR": "", "XDP": "", "XLP": "", "XIO": "", "EUE": ""}

// cabinets reads the office terms of Wikidata.
func (g *gen) cabinets() error {
	return eachLine(g.source("leaders", "cabinets.tsv"), func(c []string) error {
		state, id, name, label, from, to := c[0], c[1], c[2], c[4], c[5], c[6]
		if code, ok := recode[state]; ok {
			state = code
		}
		r := role(state, label)
		if state == "" || len(state) != 3 || state == "country_iso3" || r == "" || from == "" || to != "" && to < "1990" || !latin(name) {
			return nil
		}
		if r == "head_of_state" && label == "Minister of State" {
			r = "head_of_government"
		}
		if g.people[id] == nil {
			g.people[id] = &person{id: id, state: state, name: strings.ReplaceAll(name, "’", "'"), surname: surname(state, name)}
		}
		t := &term{person: id, of: state, role: r, from: from, to: to, title: label, source: "wd"}
		if to == "" {
			t.seen = max(snapshot, from)
		}
		g.terms = append(g.terms, t)
		return nil
	})
}

func latin(s string) bool {
	for _, r := range s {
		if r > 0x24f && (r < 0x1e00 || r > 0x1eff) && r != '’' && r != 'ʻ' && r != '‘' {
			return false
		}
	}
	return s != ""
}

// familyFirst lists the states whose people's English names start with the
// family name.
var familyFirst = map[string]bool{"CHN": true, "PRK": true, "KOR": true, "VNM": true, "TWN": true, "KHM": true}

// surname gives the part of a name that stands for it where that is not its
// last word; "" where it is.
func surname(state, name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "’", "'"))
	last := words[len(words)-1]
	switch {
	case len(words) < 2:
		return ""
	case strings.Contains(name, " of "):
		return "="
	case familyFirst[state]:
		return words[0]
	case last == "II" || last == "III" || last == "IV" || last == "V" || last == "VI" || strings.TrimRight(last, ".") != last:
		return words[len(words)-2]
	case strings.HasPrefix(last, "al-") || strings.HasPrefix(last, "Al-") || strings.HasPrefix(last, "el-") || strings.HasPrefix(last, "El-"):
		return last + "|" + last[3:]
	}
	for i := 1; i < len(words)-1; i++ {
		switch words[i] {
		case "van", "von", "de", "der", "del", "di", "da", "dos", "bin", "Al", "al", "Ben", "ben", "Ould", "Abdel", "Abu", "El", "Van", "De", "Della", "della", "Le", "le", "La", "la", "ter", "zu":
			return strings.Join(words[i:], " ") + "|" + last
		}
	}
	return ""
}
