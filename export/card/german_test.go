package card

import (
	"strings"
	"testing"

	"depesche/knowledge"
	"depesche/record"
)

var (
	kenya    = record.Entity{ID: "Q114", Type: "state", Name: "Kenia", State: "KEN"}
	tanzania = record.Entity{ID: "Q924", Type: "state", Name: "Tansania", State: "TZA"}
	china    = record.Entity{ID: "Q148", Type: "state", Name: "China", State: "CHN"}
	turkey   = record.Entity{ID: "Q43", Type: "state", Name: "Türkei", State: "TUR"}
	iraq     = record.Entity{ID: "Q796", Type: "state", Name: "Irak", State: "IRQ"}
	usa      = record.Entity{ID: "Q30", Type: "state", Name: "USA", State: "USA"}
	emirates = record.Entity{ID: "Q878", Type: "state", Name: "Vereinigte Arabische Emirate", State: "ARE"}
	union    = record.Entity{ID: "Q458", Type: "organisation", Name: "Europäische Union", Sector: "IGO"}
	fund     = record.Entity{ID: "Q7804", Type: "organisation", Name: "Internationaler Währungsfonds", Sector: "IGO"}
	xinhua   = record.Entity{ID: "Q204839", Type: "organisation", Name: "Xinhua", State: "CHN", Sector: "MED"}
	ruto     = record.Entity{ID: "Q1", Type: "person", Name: "William Ruto", State: "KEN", Sector: "GOV"}
	pupils   = record.Entity{ID: "x:p", Type: "group", Name: "Schüler", Text: "Schüler", Sector: "CVL"}
)

func list(es ...record.Entity) []record.Entity { return es }

func event(typ, mode string, status record.Status, negated bool, actor, recipient []record.Entity) record.Record {
	return record.Record{Kind: record.KindEvent, Type: typ, Mode: mode, Status: status, Negated: negated, Actor: actor, Recipient: recipient}
}

func money(v float64) *record.Quantity {
	return &record.Quantity{Min: v, Max: v, Unit: "money", Currency: "USD"}
}

func TestGermanSentences(t *testing.T) {
	const actual, planned = record.Actual, record.Planned
	army := kenya
	army.Sector, army.Implied = "MIL", true
	names := Names{State: func(code string) string { return map[string]string{"KEN": "Kenia", "CHN": "China"}[code] }}
	for _, c := range []struct {
		r    record.Record
		want string
	}{
		{event("AGREE", "", actual, false, list(kenya, tanzania), nil), "Kenia und Tansania einigen sich"},
		{event("AGREE", "", actual, true, list(china), list(iraq)), "China bietet dem Irak keine Zusammenarbeit an"},
		{event("AGREE", "", actual, false, list(china), nil), "China erklärt sich zur Zusammenarbeit bereit"},
		{event("CONSULT", "visit", planned, false, list(china), list(turkey)), "China soll die Türkei besuchen (geplant)"},
		{event("CONSULT", "visit", actual, false, list(ruto), list(usa)), "William Ruto (Kenia) besucht die USA"},
		{event("CONSULT", "", record.Expected, false, list(usa, emirates), list(iraq)), "Die USA und die Vereinigten Arabischen Emirate dürften Gespräche mit dem Irak führen (erwartet)"},
		{event("ASSAULT", "", actual, false, list(usa), list(iraq)), "Die USA greifen den Irak an"},
		{event("ASSAULT", "", actual, true, list(army), list(turkey)), "Kenia (Militär, erschlossen) greift die Türkei nicht an"},
		{event("ASSAULT", "aerial", actual, false, nil, list(turkey)), "Die Türkei wird aus der Luft angegriffen"},
		{event("ASSAULT", "aerial", record.Possible, false, nil, list(usa)), "Die USA könnten aus der Luft angegriffen werden (möglich)"},
		{event("SANCTION", "", record.Demanded, false, list(union), list(emirates)), "Die Europäische Union soll Sanktionen gegen die Vereinigten Arabischen Emirate verhängen (gefordert)"},
		{event("SANCTION", "", actual, true, list(union), list(china)), "Die Europäische Union verhängt keine Sanktionen gegen China"},
		{event("SANCTION", "expel", actual, false, list(kenya), list(turkey)), "Kenia weist Angehörige der Türkei aus"},
		{event("SANCTION", "expel", actual, true, list(kenya), list(pupils)), "Kenia weist Schüler nicht aus"},
		{event("AID", "", record.Desired, false, list(fund), list(kenya)), "Der Internationale Währungsfonds möge Kenia Hilfe leisten (gewünscht)"},
		{event("RETREAT", "withdraw", record.Hypothetical, false, list(usa), list(iraq)), "Die USA würden sich vom Irak zurückziehen (unter einer Bedingung)"},
		{event("REJECT", "", actual, false, list(kenya), list(fund)), "Kenia weist die Haltung des Internationalen Währungsfonds zurück"},
		{event("REJECT", "", actual, false, list(iraq), list(kenya, turkey)), "Der Irak weist die Haltung von Kenia und der Türkei zurück"},
		{event("COERCE", "arrest", actual, true, nil, nil), "Festnahme (nicht so)"},
		{event("SUPPORT", "", actual, false, list(china, iraq), nil), "China und der Irak arbeiten diplomatisch zusammen"},
		{event("SUPPORT", "", actual, false, list(china), nil), "China bekundet Unterstützung"},
		{event("SANCTION", "discontinue", actual, true, list(union), list(iraq)), "Die Europäische Union schränkt den Austausch mit dem Irak nicht ein"},
		{event("ASSAULT", "", actual, false, list(record.Entity{ID: "x:fighters", Type: "group", Name: "fighters"}), list(iraq)), "Kämpfer greifen den Irak an"},
		{event("AID", "", actual, false, list(record.Entity{ID: "x:government-ken", Type: "organisation", Name: "government", State: "KEN"}), list(pupils)), "Die Regierung (Kenia) leistet Schülern Hilfe"},
		{event("RETREAT", "resign", actual, false, nil, list(kenya)), "Rücktritt betreffend Kenia"},
		{event("NEW-TYPE", "", actual, false, list(kenya), list(usa)), "Kenia handelt gegenüber den USA"},

		{record.Record{Kind: record.KindStatement, Status: actual, Speaker: list(ruto), To: list(fund), About: list(iraq)}, "William Ruto (Kenia) äußert sich gegenüber dem Internationalen Währungsfonds zum Irak"},
		{record.Record{Kind: record.KindStatement, Status: actual, Negated: true, Form: "document", Medium: &xinhua}, "Eine nicht genannte Quelle äußert sich über Xinhua (China) nicht schriftlich"},
		{record.Record{Kind: record.KindStatement, Status: planned, Speaker: list(usa), To: list(turkey)}, "Die USA sollen sich gegenüber der Türkei äußern (geplant)"},

		{record.Record{Kind: record.KindRelation, Predicate: "member_of", As: "member", Status: actual, Subject: list(kenya), Object: list(union)}, "Kenia ist Mitglied der Europäischen Union"},
		{record.Record{Kind: record.KindRelation, Predicate: "member_of", As: "candidate", Status: actual, Negated: true, Subject: list(usa, turkey), Object: list(union)}, "Die USA und die Türkei sind nicht Beitrittskandidaten der Europäischen Union"},
		{record.Record{Kind: record.KindRelation, Predicate: "member_of", As: "member", Status: planned, Subject: list(kenya), Object: list(union)}, "Kenia soll Mitglied der Europäischen Union werden (geplant)"},
		{record.Record{Kind: record.KindRelation, Predicate: "holds_office", As: "head_of_state", Label: "Präsident", Status: actual, Subject: list(ruto), Object: list(kenya)}, "William Ruto ist Staatsoberhaupt von Kenia"},
		{record.Record{Kind: record.KindRelation, Predicate: "partner_of", Label: "strategische Partner", Status: actual, Subject: list(china), Object: list(iraq)}, "China ist Partner des Irak („strategische Partner“)"},
		{record.Record{Kind: record.KindRelation, Predicate: "part_of", Status: actual, Subject: list(kenya), Object: list(emirates)}, "Kenia gehört zu den Vereinigten Arabischen Emiraten"},
		{record.Record{Kind: record.KindRelation, Predicate: "at_war_with", Status: actual, Subject: list(kenya), Object: list(turkey)}, "Kenia befindet sich mit der Türkei im Krieg"},

		{record.Record{Kind: record.KindFigure, Measure: "trade", Status: actual, Of: list(china, turkey), Value: money(5.1e9)}, "Handel zwischen China und der Türkei: 5,1 Mrd. USD"},
		{record.Record{Kind: record.KindFigure, Measure: "exports", Status: record.Expected, Of: list(turkey), Value: money(1234567), Approximate: true,
			Change: &record.Quantity{Min: 3.5, Max: 3.5, Unit: "percent", Direction: "up"}, Against: record.Date{From: record.DayOf(2022, 1, 1), To: record.DayOf(2022, 12, 31)}},
			"Ausfuhren der Türkei: etwa 1.234.567 USD, plus 3,5 % gegenüber 2022, erwartet"},
		{record.Record{Kind: record.KindFigure, Measure: "killed", Status: actual, Of: list(iraq), Value: &record.Quantity{Min: 12, Unit: "people"}}, "Tote im Irak: mindestens 12"},
		{record.Record{Kind: record.KindFigure, Measure: "killed", Status: actual, Of: list(pupils), Value: &record.Quantity{Min: 3, Max: 5}}, "Tote unter Schülern: 3 bis 5"},
		{record.Record{Kind: record.KindFigure, Measure: "production", Status: actual, Value: &record.Quantity{Min: 2e6, Max: 2e6, Unit: "barrel_per_day"}}, "Förderung und Erzeugung: 2 Mio. Barrel am Tag"},
		{record.Record{Kind: record.KindFigure, Measure: "other", Status: actual, Change: &record.Quantity{Min: 1, Max: 1, Unit: "percentage_point", Direction: "down"}}, "Anzahl: minus 1 Prozentpunkt"},
	} {
		got, err := SentenceIn(German, &c.r, names)
		if err != nil {
			t.Fatal(err)
		}
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		ps, err := Pieces(German, &c.r, names)
		if err != nil {
			t.Fatal(err)
		}
		joined := ""
		for _, p := range ps {
			joined += p.Text
		}
		if joined != got {
			t.Errorf("pieces %q, want %q", joined, got)
		}
	}
}

func TestPiecesLeadToTheParties(t *testing.T) {
	r := event("CONSULT", "visit", record.Planned, false, list(ruto), list(turkey))
	for _, c := range []struct {
		lang Language
		want string
	}{
		{English, "<William Ruto> (KEN) is to visit <Türkei>"},
		{German, "<William Ruto> (KEN) soll die <Türkei> besuchen (geplant)"},
	} {
		ps, err := Pieces(c.lang, &r, Names{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range ps {
			if p.Entity != nil {
				got += "<" + p.Text + ">"
				continue
			}
			got += p.Text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
	if ps, _ := Pieces(German, &r, Names{}); ps[0].Entity != &r.Actor[0] {
		t.Error("a piece does not point into its record")
	}
}

func TestUnknownLanguage(t *testing.T) {
	r := event("AGREE", "", record.Actual, false, list(kenya), nil)
	if _, err := SentenceIn("fr", &r, Names{}); err == nil || !strings.Contains(err.Error(), `language "fr"`) {
		t.Errorf("error %v", err)
	}
}

func TestGermanDates(t *testing.T) {
	day := record.DayOf
	for _, c := range []struct {
		d    record.Date
		want string
	}{
		{record.Date{From: day(2019, 5, 8), To: day(2019, 5, 8)}, "Mi., 8. Mai 2019"},
		{record.Date{From: day(2023, 3, 1), To: day(2023, 3, 31)}, "März 2023"},
		{record.Date{From: day(2023, 1, 1), To: day(2023, 3, 31)}, "1. Quartal 2023"},
		{record.Date{From: day(2023, 10, 1), To: day(2023, 12, 31)}, "4. Quartal 2023"},
		{record.Date{From: day(2023, 2, 1), To: day(2023, 4, 30)}, "Feb.–Apr. 2023"},
		{record.Date{From: day(2023, 1, 1), To: day(2023, 12, 31)}, "2023"},
		{record.Date{From: day(2022, 2, 20), To: day(2022, 2, 26)}, "20.–26. Feb. 2022"},
		{record.Date{From: day(2022, 12, 27), To: day(2023, 1, 5)}, "27. Dez. 2022 – 5. Jan. 2023"},
		{record.Date{From: day(2022, 2, 27), To: day(2022, 3, 5)}, "27. Feb. – 5. März 2022"},
		{record.Date{To: day(2023, 3, 2)}, "bis Do., 2. März 2023"},
		{record.Date{From: day(2023, 3, 1), To: day(2023, 3, 15), Days: []record.Day{day(2023, 3, 1), day(2023, 3, 8), day(2023, 3, 15)}}, "Mi., 1., 8. oder 15. März 2023"},
		{record.Date{Text: "am Mittwoch"}, "„am Mittwoch“"},
		{record.Date{}, ""},
	} {
		if got := WhenIn(German, c.d); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestGermanTables holds the tables together: what English can say German can,
// every verb is inflected, and every name with an article is a name of the
// knowledge base or a part of one.
func TestGermanTables(t *testing.T) {
	en, de := bothTables(t)
	same(t, "acts", en.acts, de.acts)
	same(t, "status", en.status, de.status)
	same(t, "relations", en.relations, de.relations)
	for m := range de.measures {
		if _, ok := en.measures[m]; !ok {
			t.Errorf("measure %s is not in data/en/measures.tsv", m)
		}
	}
	verb := func(where pair, phrase string) {
		if _, last := cutLast(negate(phrase, false)); de.verbs[last].singular == "" {
			t.Errorf("%v: %q is not in verbs.tsv", where, last)
		}
		if strings.Count(phrase, "[") != 1 || strings.Count(phrase, "]") < 1 {
			t.Errorf("%v: %q does not say where its negation stands", where, phrase)
		}
	}
	for k, a := range de.acts {
		verb(k, strings.Replace(a.with, "e[n]", "en", 1))
		verb(k, strings.Replace(a.alone, "e[n]", "en", 1))
		if a.passive != "" {
			verb(k, a.passive)
		}
	}
	for k, r := range de.relations {
		verb(k, r.one)
		verb(k, r.several)
	}
}

func bothTables(t *testing.T) (*tables, *germanTables) {
	t.Helper()
	en, err := loadTables()
	if err != nil {
		t.Fatal(err)
	}
	de, err := loadGerman()
	if err != nil {
		t.Fatal(err)
	}
	return en, de
}

func same[A, B any](t *testing.T, what string, en map[pair]A, de map[pair]B) {
	t.Helper()
	for k := range en {
		if _, ok := de[k]; !ok {
			t.Errorf("%s: %v is only in English", what, k)
		}
	}
	for k := range de {
		if _, ok := en[k]; !ok {
			t.Errorf("%s: %v is only in German", what, k)
		}
	}
}

// TestArticles declines names as the knowledge base gives them.
func TestArticles(t *testing.T) {
	base, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	tab, err := loadGerman()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ id, want string }{
		{"Q43", "die Türkei, die Türkei, der Türkei, der Türkei"},
		{"Q794", "der Iran, den Iran, dem Iran, des Iran"},
		{"Q30", "die USA, die USA, den USA, der USA"},
		{"Q55", "die Niederlande, die Niederlande, den Niederlanden, der Niederlande"},
		{"Q878", "die Vereinigten Arabischen Emirate, die Vereinigten Arabischen Emirate, den Vereinigten Arabischen Emiraten, der Vereinigten Arabischen Emirate"},
		{"Q929", "die Zentralafrikanische Republik, die Zentralafrikanische Republik, der Zentralafrikanischen Republik, der Zentralafrikanischen Republik"},
		{"Q184", "Belarus, Belarus, Belarus, Belarus"},
		{"Q1065", "die Vereinten Nationen, die Vereinten Nationen, den Vereinten Nationen, der Vereinten Nationen"},
		{"Q7804", "der Internationale Währungsfonds, den Internationalen Währungsfonds, dem Internationalen Währungsfonds, des Internationalen Währungsfonds"},
		{"Q37470", "der UN-Sicherheitsrat, den UN-Sicherheitsrat, dem UN-Sicherheitsrat, des UN-Sicherheitsrats"},
		{"Q485207", "die Shanghaier Organisation für Zusammenarbeit, die Shanghaier Organisation für Zusammenarbeit, der Shanghaier Organisation für Zusammenarbeit, der Shanghaier Organisation für Zusammenarbeit"},
	} {
		e := base.ByID(c.id)
		if e == nil {
			t.Errorf("%s is not known", c.id)
			continue
		}
		var forms []string
		for k := nominative; k <= genitive; k++ {
			article, name, _ := tab.declined(&record.Entity{Type: e.Type}, e.Name("de"), k)
			forms = append(forms, strings.TrimSpace(article+" "+name))
		}
		if got := strings.Join(forms, ", "); got != c.want {
			t.Errorf("%s: %s\nwant %s", c.id, got, c.want)
		}
	}
}
