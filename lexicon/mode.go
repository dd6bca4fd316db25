package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// modes are PLOVER's modes of each type, as in the manual's draft 2.0.
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
}

func validMode(typ, mode string) bool { return slices.Contains(modes[typ], mode) }

// Types are the types of acts that a line may give, sorted.
func Types() []string {
	all := slices.Sorted(maps.Keys(actTypes))
	return slices.DeleteFunc(all, func(t string) bool { return t == "NONE" })
}

// Modes are PLOVER's modes of a type, none for one without.
func Modes(typ string) []string { return slices.Clone(modes[typ]) }
