package api

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"depesche/register"
	"depesche/web/trial"
	"depesche/web/view"
)

func send(h http.Handler, address, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestCorrections(t *testing.T) {
	reg := trial.Register(t, trial.Reading(t, "Post", "2024-03-01", "State KEN attacked State SOM.", trial.Event("ASSAULT", "KEN", "SOM", "2024-03-01", "attacked")))
	d := trial.Desk(t)
	d.Register, d.Writer = reg, reg
	h := New(d, "test")
	var list view.List
	if err := json.Unmarshal(get(h, Prefix+"/entries").Body.Bytes(), &list); err != nil || len(list.Entries) != 1 {
		t.Fatalf("%d entries, %v", len(list.Entries), err)
	}
	id, report := list.Entries[0].ID.String(), list.Entries[0].Record.Evidence[0].Document
	w := send(h, Prefix+"/corrections", `{"action":"edit","records":["`+id+`"],"fields":{"type":"AID"},"author":"a","reason":"b"}`)
	var made register.Correction
	if err := json.Unmarshal(w.Body.Bytes(), &made); w.Code != http.StatusCreated || err != nil {
		t.Fatalf("%d %s %v", w.Code, w.Body, err)
	}
	var doc view.Document
	if err := json.Unmarshal(get(h, Prefix+"/reports/"+report).Body.Bytes(), &doc); err != nil || len(doc.Records) != 1 || doc.Records[0].Record.Type != "AID" || doc.Records[0].Was == nil || doc.Records[0].Was.Type != "ASSAULT" {
		t.Errorf("report %+v, %v", doc.Records, err)
	}
	if w := send(h, Prefix+"/corrections/"+made.ID.String()+"/undo", `{"author":"a","reason":"b"}`); w.Code != http.StatusCreated {
		t.Errorf("undo: %d %s", w.Code, w.Body)
	}
	var log view.Changes
	if err := json.Unmarshal(get(h, Prefix+"/corrections").Body.Bytes(), &log); err != nil || len(log.Corrections) != 2 || !log.Corrections[1].Undone {
		t.Errorf("log %+v, %v", log, err)
	}
	for _, c := range []struct {
		path, body string
		code       int
	}{
		{"/corrections", `{"action":"edit","records":["` + id + `"],"fields":{"type":"NONE"},"author":"a","reason":"b"}`, 422},
		{"/corrections", `{"action":"reject","records":["` + id + `"],"author":"","reason":"b"}`, 422},
		{"/corrections", `{"action":"reject","records":["0000000000000001"],"author":"a","reason":"b"}`, 404},
		{"/corrections", `{"action":"reject"`, 400},
		{"/corrections/0000000000000001/undo", `{"author":"a","reason":"b"}`, 404},
		{"/corrections/x/undo", `{"author":"a","reason":"b"}`, 404},
	} {
		if w := send(h, Prefix+c.path, c.body); w.Code != c.code {
			t.Errorf("%s %s: %d, want %d: %s", c.path, c.body, w.Code, c.code, w.Body)
		}
	}
	d.Writer = nil
	if w := send(h, Prefix+"/corrections", `{"action":"reject","records":["`+id+`"],"author":"a","reason":"b"}`); w.Code != http.StatusForbidden {
		t.Errorf("a desk that takes no corrections: %d", w.Code)
	}
}
