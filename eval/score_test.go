package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func in(name, text string) Input { return Input{name, strings.NewReader(text)} }

// twoSentences is "Oslo rügt Rom. Oslo und Rom tagen." with what a perfect
// reader would write.
const (
	docs = `{"id":"d","text":"Oslo rügt Rom. Oslo und Rom tagen.","sentences":[[0,15],[16,35]]}`
	gold = `{"id":"d","records":[
{"kind":"event","s":0,"type":"ACCUSE","actor":["NOR"],"recipient":["ITA:GOV"],"anchor":"rügt"},
{"kind":"event","s":1,"type":["CONSULT","AGREE"],"actor":["NOR"],"recipient":["ITA"],"anchor":"tagen","date":{"to":"2023-03-01"}},
{"kind":"figure","s":1,"measure":"trade","value":[1000000,2000000],"optional":true},
{"kind":"relation","s":1,"predicate":"member_of","as":"member","subject":":IGO:NATO","object":"NOR","says":["ITA"]}]}`
)

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "") }

func scoreOf(t *testing.T, records string) *Scores {
	t.Helper()
	s, err := ReadSet(in("docs", docs), in("gold", oneLine(gold)), in("records", records))
	if err != nil {
		t.Fatal(err)
	}
	return s.Score()
}

func TestScore(t *testing.T) {
	ev := `"evidence":[{"document":"d","start":0,"end":14}]`
	second := `"evidence":[{"document":"d","start":16,"end":35}]`
	nor, ita := `{"id":"Q20","state":"NOR"}`, `{"id":"Q38","state":"ITA"}`
	tests := []struct {
		name, records string
		want          Counts // of all kinds
	}{
		{"nothing", "", Counts{Gold: 3}},
		{"whole", `{"kind":"event","type":"ACCUSE","status":"actual",` + ev + `,"actor":[` + nor + `],"recipient":[` + ita + `]}`,
			Counts{3, 1, [4]int{0, 1, 1, 1}}},
		{"wrong status", `{"kind":"event","type":"ACCUSE","status":"planned",` + ev + `,"actor":[` + nor + `],"recipient":[` + ita + `]}`,
			Counts{3, 1, [4]int{0, 1, 1, 0}}},
		{"sides exchanged", `{"kind":"event","type":"ACCUSE","status":"actual",` + ev + `,"actor":[` + ita + `],"recipient":[` + nor + `]}`,
			Counts{3, 1, [4]int{0, 1, 0, 0}}},
		{"sides of a mutual act do not matter", `{"kind":"event","type":"CONSULT","status":"actual",` + second + `,"actor":[` + ita + `,` + nor + `]}`,
			Counts{3, 1, [4]int{0, 1, 1, 1}}},
		{"other sentence", `{"kind":"event","type":"ACCUSE","status":"actual",` + second + `}`, Counts{Gold: 3, Got: 1}},
		{"optional gold takes a record", `{"kind":"figure","measure":"trade","status":"actual",` + second + `}`, Counts{Gold: 3}},
		{"extension types do not count", `{"kind":"event","type":"X-VOTE","status":"actual",` + ev + `}`, Counts{Gold: 3}},
		{"a name and its initials", `{"kind":"relation","predicate":"member_of","as":"member","status":"actual",` + second +
			`,"subject":[{"id":"x","name":"North Atlantic Treaty Organization"}],"object":[` + nor + `]}`, Counts{3, 1, [4]int{0, 1, 1, 1}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, scoreOf(t, tt.records).All()); d != "" {
				t.Error("-want +got\n" + d)
			}
		})
	}
}

// TestBest holds the matching to the best sum: the first gold leaves its record
// to the second where that gives more.
func TestBest(t *testing.T) {
	got := assign([][]float64{{5, 4}, {5, 1}}, 2)
	if d := cmp.Diff([]int{1, 0}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]int{-1, 0, -1}, assign([][]float64{{0}, {2}, {1}}, 1)); d != "" {
		t.Error(d)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for want, files := range map[string][3]string{
		"gold:1: document \"e\" is not in docs": {docs, `{"id":"e","records":[]}`, ""},
		"records:2: ":                           {docs, oneLine(gold), "\n{"},
		"gold:1: no kind \"act\" of record":     {docs, `{"id":"d","records":[{"kind":"act"}]}`, ""},
	} {
		_, err := ReadSet(in("docs", files[0]), in("gold", files[1]), in("records", files[2]))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestCalibration(t *testing.T) {
	s, err := ReadSet(in("docs", docs), in("gold", oneLine(gold)), in("records",
		`{"kind":"event","type":"ACCUSE","status":"actual","confidence":0.75,"evidence":[{"document":"d","start":0,"end":14}],"actor":[{"id":"1","state":"NOR"}],"recipient":[{"id":"2","state":"ITA"}]}
{"kind":"event","type":"AID","status":"actual","confidence":0.75,"evidence":[{"document":"d","start":0,"end":14}]}`))
	if err != nil {
		t.Fatal(err)
	}
	c := s.Calibrate()
	if b := c.Bins[7]; b.N != 2 || b.Right != 1 || c.Error() != 0.25 {
		t.Errorf("%+v, error %v", b, c.Error())
	}
}

func TestSentences(t *testing.T) {
	s, err := ScoreSentences(
		in("gold", `{"id":"a","text":"Oslo accused Rome.","events":[{"source":[{"code":"NORGOV"}],"target":[{"code":"ITA"},{"code":"IGO"}],"plover":"REJECT","plover2":"ACCUSE"}]}
{"id":"b","text":"Rome won the match.","events":[]}
{"id":"c","text":"Oslo met Rome.","events":[{"source":[],"target":[],"plover":"CONSULT"}]}`),
		in("records", `{"kind":"event","type":"ACCUSE","evidence":[{"document":"a"}],"actor":[{"id":"1","state":"NOR"}],"recipient":[{"id":"2","state":"ITA"}]}
{"kind":"event","type":"ASSAULT","evidence":[{"document":"b"}]}
{"kind":"event","type":"CONSULT","negated":true,"evidence":[{"document":"c"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := &SentenceScores{Sentences: 2, Silent: 1, Coded: 1, Right: 1, Hit: 1, Both: 1, Sources: 1, SourceHit: 1, Targets: 1, TargetHit: 1,
		Empty: 1, Wrong: 1, Confused: []Confusion{{"CONSULT", "", 1}}}
	if d := cmp.Diff(want, s); d != "" {
		t.Error("-want +got\n" + d)
	}
}
