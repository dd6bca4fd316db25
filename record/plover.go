package record

import (
	"slices"
	"strings"
)

var types = strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT X-VOTE X-LAW X-RULE X-APPOINT")

// Types are the types of acts: PLOVER's, then the extension types.
func Types() []string { return slices.Clone(types) }

// IsType says whether it is the type of an act.
func IsType(typ string) bool { return slices.Contains(types, typ) }

// modes are PLOVER's modes of each type, as in the manual's draft 2.0; those of
// the extension types are ours.
var modes = map[string][]string{
	"CONSULT":  strings.Fields("visit third-party multilateral phone"),
	"RETREAT":  strings.Fields("withdraw release disarm ceasefire access resign"),
	"REQUEST":  strings.Fields("assist change yield meet"),
	"REJECT":   strings.Fields("assist change yield meet"),
	"ACCUSE":   strings.Fields("disapprove investigate allege"),
	"THREATEN": strings.Fields("restrict arrest relations expel territory violence"),
	"PROTEST":  strings.Fields("demo riot strike hunger boycott obstruct vandalize"),
	"SANCTION": strings.Fields("convict expel withdraw discontinue"),
	"MOBILIZE": strings.Fields("troops weapons police militia"),
	"COERCE":   strings.Fields("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"),
	"ASSAULT": strings.Fields("abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone " +
		"heavy-weapons crowd-control unconventional"),
	"X-APPOINT": strings.Fields("dismiss"),
}

// Modes are PLOVER's modes of a type, none for one without.
func Modes(typ string) []string { return slices.Clone(modes[typ]) }

// IsMode says whether it is a mode of the type.
func IsMode(typ, mode string) bool { return slices.Contains(modes[typ], mode) }

var predicates = strings.Fields("member_of holds_office ally_of partner_of at_war_with military_presence_in neighbour_of part_of led_by owns recognises")

// Predicates are the predicates of relations.
func Predicates() []string { return slices.Clone(predicates) }

// IsPredicate says whether it is the predicate of a relation.
func IsPredicate(p string) bool { return slices.Contains(predicates, p) }

// act is what PLOVER says of a type or of one of its modes: the
// conflict-cooperation score (manual, draft 2.0) and the CAMEO code that users
// of the older data know it by.
type act struct {
	score float64
	cameo string
}

var acts = map[string]act{
	"AGREE": {2.5, "03"}, "CONSULT": {2.5, "04"}, "SUPPORT": {5, "05"}, "CONCEDE": {4.5, "08"}, "COOPERATE": {9.5, "06"}, "AID": {10, "07"},
	"RETREAT": {6.5, "08"}, "REQUEST": {0, "10"}, "ACCUSE": {-3, "11"}, "REJECT": {-2, "12"}, "THREATEN": {-3.5, "13"}, "PROTEST": {-5, "14"},
	"SANCTION": {-6, "16"}, "MOBILIZE": {-5.5, "15"}, "COERCE": {-7, "17"}, "ASSAULT": {-9, "18"},

	"CONSULT visit": {4, "042"}, "CONSULT third-party": {1, "045"}, "CONSULT multilateral": {4, "04"}, "CONSULT phone": {1.5, "041"},
	"RETREAT withdraw": {8, "0874"}, "RETREAT release": {6.5, "0841"}, "RETREAT disarm": {10, "0873"}, "RETREAT ceasefire": {7.5, "0871"},
	"RETREAT access": {6.5, "0862"}, "RETREAT resign": {4.5, "0831"},
	"REQUEST assist": {0.5, "103"}, "REQUEST change": {-1, "104"}, "REQUEST yield": {-1, "105"}, "REQUEST meet": {0, "106"},
	"REJECT assist": {-1.5, "122"}, "REJECT change": {-2, "123"}, "REJECT yield": {-2, "124"}, "REJECT meet": {-2, "125"},
	"ACCUSE disapprove": {-2, "111"}, "ACCUSE investigate": {-3.5, "09"}, "ACCUSE allege": {-3.5, "112"},
	"THREATEN restrict": {-3, "132"}, "THREATEN arrest": {-3.5, "137"}, "THREATEN relations": {-3.5, "131"}, "THREATEN expel": {-3.5, "137"},
	"THREATEN territory": {-4, "1382"}, "THREATEN violence": {-3.5, "138"},
	"PROTEST demo": {-5, "141"}, "PROTEST riot": {-7, "145"}, "PROTEST strike": {-5, "143"}, "PROTEST hunger": {-4.5, "142"},
	"PROTEST boycott": {-4.5, "143"}, "PROTEST obstruct": {-4.5, "144"}, "PROTEST vandalize": {-5, "145"},
	"SANCTION convict": {-6, "173"}, "SANCTION expel": {-5.5, "166"}, "SANCTION withdraw": {-6, "166"}, "SANCTION discontinue": {-6, "163"},
	"MOBILIZE troops": {-6.5, "154"}, "MOBILIZE weapons": {-6.5, "152"}, "MOBILIZE police": {-5.5, "151"}, "MOBILIZE militia": {-6, "154"},
	"COERCE seize": {-7, "171"}, "COERCE restrict": {-7, "172"}, "COERCE censor": {-6.5, "172"}, "COERCE curfew": {-6.5, "1723"},
	"COERCE martial-law": {-7.5, "1724"}, "COERCE arrest": {-7, "173"}, "COERCE deport": {-7, "174"}, "COERCE withhold": {-7, "191"},
	"COERCE misinformation": {-6.5, "17"}, "COERCE cyber": {-7, "176"},
	"ASSAULT abduct": {-8.5, "181"}, "ASSAULT beat": {-7.5, "182"}, "ASSAULT torture": {-8.5, "1822"}, "ASSAULT sexual": {-8.5, "1821"},
	"ASSAULT targeted": {-9.5, "186"}, "ASSAULT destroy": {-8.5, "1712"}, "ASSAULT primitive": {-8, "193"}, "ASSAULT firearms": {-9, "193"},
	"ASSAULT explosives": {-9, "183"}, "ASSAULT suicide-attack": {-9.5, "1831"}, "ASSAULT aerial": {-9.5, "195"}, "ASSAULT drone": {-9.5, "1952"},
	"ASSAULT heavy-weapons": {-9.5, "194"}, "ASSAULT crowd-control": {-7.5, "175"}, "ASSAULT unconventional": {-10, "204"},
}

// Plover is an event's type by PLOVER's convention for what is still to come,
// its CAMEO code and its score. Future consultation, support, cooperation and
// aid are agreement; a future retreat is a concession; a hypothetical assault
// is a threat (manual, "potential ambiguities").
func Plover(r *Record) (typ, cameo string, score float64) {
	typ = r.Type
	future := r.Status == Planned || r.Status == Expected
	switch typ {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID":
		if future {
			typ = "AGREE"
		}
	case "RETREAT":
		if future {
			typ = "CONCEDE"
		}
	case "ASSAULT":
		if r.Status == Hypothetical {
			typ = "THREATEN"
		}
	}
	if len(typ) > 2 && typ[:2] == "X-" {
		return "", "", 0
	}
	if a, ok := acts[r.Type+" "+r.Mode]; ok && typ == r.Type {
		return typ, a.cameo, a.score
	}
	return typ, acts[typ].cameo, acts[typ].score
}
