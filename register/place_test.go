package register

import (
	"encoding/json"
	"testing"

	"depesche/record"
)

// TestRecode holds that an event's codes follow from what an edit sets.
func TestRecode(t *testing.T) {
	was := record.Record{Kind: record.KindEvent, Status: record.Actual, Type: "ASSAULT", Mode: "drone", Plover: "ASSAULT", Cameo: "1952", Score: -9.5}
	for _, c := range []struct {
		fields, plover, cameo string
		score                 float64
	}{
		{`{"type":"CONSULT","mode":"visit"}`, "CONSULT", "042", 4},
		{`{"mode":null}`, "ASSAULT", "18", -9},
		{`{"type":"CONSULT","mode":null,"status":"planned"}`, "AGREE", "03", 2.5},
		{`{"type":"CONSULT","mode":null,"cameo":"043"}`, "CONSULT", "043", 2.5},
		{`{"negated":true}`, "ASSAULT", "1952", -9.5},
	} {
		r, err := edit(&was, json.RawMessage(c.fields))
		if err != nil || r.Plover != c.plover || r.Cameo != c.cameo || r.Score != c.score {
			t.Errorf("%s: %s %s %v, %v", c.fields, r.Plover, r.Cameo, r.Score, err)
		}
	}
}
