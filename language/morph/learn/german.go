package learn

import (
	"strings"

	"depesche/report"
)

// germanReadings are what a tag of LanguageTool's German dictionary (documented at
// https://danielnaber.de/download/wklassen.pdf) is in Universal Dependencies;
// none for what is left out.
func germanReadings(tag string) []reading {
	t := strings.Split(tag, ":")
	f := features(t)
	one := func(u report.UPOS) []reading { return []reading{{upos: u, feats: f}} }
	switch t[0] {
	case "SUB":
		return one(report.NOUN)
	case "EIG":
		return []reading{{upos: report.PROPN, feats: f, name: nameKind(t)}}
	case "ADJ", "PA1", "PA2":
		return one(report.ADJ)
	case "VER":
		return verb(t, f)
	case "ART":
		f = f.With(report.PronType, "Art")
		return []reading{{upos: report.DET, feats: f}}
	case "PRO":
		return pronoun(t, f)
	case "ADV":
		return []reading{{upos: report.ADV}}
	case "PRP", "ZUS":
		return []reading{{upos: report.ADP}}
	case "KON":
		if len(t) > 1 && t[1] == "NEB" {
			return []reading{{upos: report.CCONJ}}
		}
		return []reading{{upos: report.SCONJ}}
	case "NEG":
		return []reading{{upos: report.PART}}
	case "ZAL":
		return []reading{{upos: report.NUM, feats: report.Feats(0).With(report.NumType, "Card")}}
	case "INJ":
		return []reading{{upos: report.INTJ}}
	}
	return nil
}

// values are the features that a part of a tag stands for.
var values = map[string]struct {
	k report.Feature
	v string
}{
	"NOM": {report.MorphCase, "Nom"}, "GEN": {report.MorphCase, "Gen"}, "DAT": {report.MorphCase, "Dat"}, "AKK": {report.MorphCase, "Acc"},
	"SIN": {report.Number, "Sing"}, "PLU": {report.Number, "Plur"},
	"MAS": {report.Gender, "Masc"}, "FEM": {report.Gender, "Fem"}, "NEU": {report.Gender, "Neut"},
	"GRU": {report.Degree, "Pos"}, "KOM": {report.Degree, "Cmp"}, "SUP": {report.Degree, "Sup"},
}

func features(t []string) report.Feats {
	var f report.Feats
	for _, x := range t[1:] {
		if v, ok := values[x]; ok {
			f = f.With(v.k, v.v)
		}
	}
	switch {
	case t[0] == "ART" && len(t) > 1:
		f = f.With(report.Definite, map[string]string{"DEF": "Def", "IND": "Ind"}[t[1]])
	case (t[0] == "ADJ" || t[0] == "PA1" || t[0] == "PA2") && f.Get(report.Degree) == "":
		f = f.With(report.Degree, "Pos")
	}
	return f
}

func nameKind(t []string) report.NameTag {
	switch strings.TrimRight(t[len(t)-1], "*#<") {
	case "NAC", "VOR", "PER":
		return report.NameBPerson
	case "STD", "COU", "GEB", "GEO", "MOU", "WAT":
		return report.NameBPlace
	}
	return report.NameNone
}

// verb reads the tags of verbs; auxiliaries and modals are AUX, and the readings
// of sein, haben, werden as full verbs stand beside them.
func verb(t []string, f report.Feats) []reading {
	u := report.VERB
	if t[1] == "AUX" || t[1] == "MOD" {
		u = report.AUX
	}
	for _, x := range t[1:] {
		switch x {
		case "1", "2", "3":
			f = f.With(report.Person, x)
		case "INF", "EIZ":
			f = f.With(report.VerbForm, "Inf")
		case "PA2":
			f = f.With(report.VerbForm, "Part")
		case "PA1":
			return nil // an adjective, which has a line of its own
		case "PRÄ":
			f = f.With(report.Mood, "Ind").With(report.Tense, "Pres").With(report.VerbForm, "Fin")
		case "PRT":
			f = f.With(report.Mood, "Ind").With(report.Tense, "Past").With(report.VerbForm, "Fin")
		case "KJ1":
			f = f.With(report.Mood, "Sub").With(report.Tense, "Pres").With(report.VerbForm, "Fin")
		case "KJ2":
			f = f.With(report.Mood, "Sub").With(report.Tense, "Past").With(report.VerbForm, "Fin")
		case "IMP":
			f = f.With(report.Mood, "Imp").With(report.Person, "2").With(report.VerbForm, "Fin")
		}
	}
	return []reading{{upos: u, feats: f}}
}

// pronoun reads the tags of pronouns: those that may stand before a noun (BEG) are
// DET, those that stand for one (STV) PRON, the others either.
func pronoun(t []string, f report.Feats) []reading {
	if len(t) < 3 {
		return nil
	}
	kind := map[string]string{"PER": "Prs", "REF": "Prs", "POS": "Prs", "DEM": "Dem", "IND": "Ind", "RIN": "Int"}[t[1]]
	f = f.With(report.PronType, kind)
	if t[1] == "REF" {
		f = f.With(report.Reflex, "Yes")
	}
	if t[1] == "POS" {
		f = f.With(report.Poss, "Yes")
	}
	det, pron := reading{upos: report.DET, feats: f}, reading{upos: report.PRON, feats: f}
	switch {
	case t[1] == "PER" || t[1] == "REF" || t[len(t)-1] == "STV":
		return []reading{pron}
	case t[1] == "POS" || t[len(t)-1] == "BEG":
		return []reading{det}
	}
	return []reading{det, pron}
}
