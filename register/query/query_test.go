package query

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/register"
)

func names(name string) []string {
	return map[string][]string{"Belarus": {"BLR"}, "Xi Jinping": {"Q15031"}, "Kennedy": {"Q1", "Q2"}}[name]
}

func TestParse(t *testing.T) {
	day := record.DayOf
	for text, want := range map[string]register.Filter{
		"": {},
		`actor:BLR recipient:CHN type:consult since:2023-01 status:planned "Stützpunkt"`: {
			Actor: []string{"BLR"}, Recipient: []string{"CHN"}, Type: []string{"CONSULT"}, Status: []record.Status{record.Planned},
			On: record.Interval{From: day(2023, 1, 1)}, Text: []string{"stutzpunkt"}},
		`actor:Belarus,"Xi Jinping",Frieda`:      {Actor: []string{"BLR", "Q15031", "frieda"}},
		`dyad:BLR,"Xi Jinping" measure:Trade`:    {Dyad: []string{"BLR", "Q15031"}, Type: []string{"trade"}},
		`since:2022 until:2023-06`:               {On: record.Interval{From: day(2022, 1, 1), To: day(2023, 6, 30)}},
		`as-of:2023-03 due:2023 plan:late,open`:  {AsOf: day(2023, 3, 31), Due: record.Year(2023), Plan: []register.PlanStatus{"late", "open"}},
		`Straße "neue Brücke" text:Damm`:         {Text: []string{"strasse", "neue brucke", "damm"}},
		`KIND:Event,figure type:x-law,member_of`: {Kind: []record.Kind{"event", "figure"}, Type: []string{"X-LAW", "member_of"}},
	} {
		got, err := Parse(text, names)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: (-want +got)\n%s", text, d)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string][2]string{
		`acter:BLR`:                              {`character 1: there is no key "acter"`, "is it actor: ?"},
		`Österreich typ:CONSULT`:                 {`character 12: there is no key "typ"`, "is it type: ?"},
		`foo12345:x`:                             {`there is no key "foo12345"`, "the keys are"},
		`actor:`:                                 {`actor: a value is missing`, "actor:BLR"},
		`actor:BLR,`:                             {`actor: a value is missing`, "actor:BLR"},
		`"offen`:                                 {`character 1: a quotation mark is missing`, "close it"},
		`status:gone`:                            {`"gone" is none of actual, planned`, "status:planned"},
		`since:soon`:                             {`date "soon": want YYYY`, "since:2023-01"},
		`dyad:BLR`:                               {`1 values, want two`, "dyad:BLR,CHN"},
		`dyad:BLR,Kennedy`:                       {`"Kennedy" may be any of Q1, Q2`, "dyad:"},
		`actor:A actor:B`:                        {`given twice`, "actor:BLR"},
		`"…"`:                                    {`has no word`, ""},
		`a , b`:                                  {`character 3: a comma`, ""},
		strings.Repeat("a ", 41):                 {"more than 40 terms", ""},
		strings.Repeat("a", 2001):                {"longer than 2000 bytes", ""},
		"type:" + strings.Repeat("a,", 20) + "a": {"more than 20 values", ""},
		"\xff":                                   {"not UTF-8", ""},
	} {
		_, err := Parse(text, names)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Error(), want[0]) || !strings.Contains(e.Hint, want[1]) {
			t.Errorf("%.40q: %v (%+v), want %q", text, err, e, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`actor:BLR "x"`, `dyad:a,b due:2023/..`, `text:"" :`, `a:b:c`, `"`, `,`, `kind:event,`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, err := Parse(s, nil)
		var e *Error
		if err != nil && (!errors.As(err, &e) || e.At < 0 || e.At > len(s)) {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

// TestCapitals tells states' codes from names that look like one.
func TestCapitals(t *testing.T) {
	names := func(name string) []string {
		return map[string][]string{"KEN": {"KEN"}, "SCO": {"Q485207"}, "IMF": {"Q7804"}}[name]
	}
	for word, want := range map[string][]string{"KEN": {"KEN"}, "SCO": {"SCO", "Q485207"}, "XYZ": {"XYZ"}, "Q485207": {"Q485207"}, "Kenya": {"kenya"}} {
		if got := Entities([]string{word}, names); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", word, got, want)
		}
	}
}
