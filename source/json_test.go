package source

import (
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	for _, c := range []struct {
		in   string
		ids  string
		errs []string
	}{
		{`[{"id":"a","text":"Eins."}, {"text":"Zwei."}]`, "a r:2", nil},
		{"\ufeff{\n \"id\": \"a\",\n \"text\": \"Eins.\"\n}\n{\n \"text\": \"Zwei.\"}", "a r:2", nil},
		{`[{"id":"a","text":"Eins."}, 5, {"text":""}, {"id":"d","text":"Vier."}]`, "a d", []string{"r.json:2: malformed: not an object", "r.json:3: empty"}},
		{`[{"id":"a","text":"Eins."}, {"text":"Zw`, "a", []string{"r.json:2: malformed JSON: cut off"}},
		{`[{"id":"a","text":"Eins."}`, "a", []string{"r.json:2: malformed JSON: cut off"}},
		{`[{"id":"a","text":"Eins."} nonsense`, "a", []string{"r.json:2: malformed JSON"}},
		{`[]`, "", nil}, {``, "", nil}, {`[`, "", []string{"r.json:1: malformed JSON"}},
		{`[{"text":"` + strings.Repeat("x", MaxLine+100_000) + `"}]`, "", []string{"r.json:1: too large: an object"}},
		{strings.Repeat("[", 1_000_000), "", []string{"r.json:1: malformed JSON"}},
	} {
		var ids, errs []string
		for r, err := range JSON("r.json", strings.NewReader(c.in), Options{}) {
			if err != nil {
				errs = append(errs, err.Error())
				continue
			}
			ids = append(ids, r.ID)
		}
		if got := strings.Join(ids, " "); got != c.ids || len(errs) != len(c.errs) {
			t.Errorf("%.60q: %s, errors %q", c.in, got, errs)
			continue
		}
		for i := range errs {
			if !strings.HasPrefix(errs[i], c.errs[i]) {
				t.Errorf("%.60q: %q, want %q", c.in, errs[i], c.errs[i])
			}
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`[{"text":"a"},{}]`))
	f.Add([]byte("{\"text\":\n\"a\"}{}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for r, err := range JSON("f.json", strings.NewReader(string(b)), Options{}) {
			if (r == nil) == (err == nil) {
				t.Fatal(r, err)
			}
		}
	})
}
