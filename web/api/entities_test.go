package api

import (
	"encoding/json"
	"net/http"
	"net/url"
	"testing"
)

// answered decodes an answer that must be good.
func answered(t *testing.T, h http.Handler, address string, into any) {
	t.Helper()
	w := get(h, address)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d: %s", address, w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
}

func TestEntities(t *testing.T) {
	h := served(t, 120)
	var found struct {
		Entities []struct{ Key string }
	}
	answered(t, h, Prefix+"/entities?name="+url.QueryEscape("Vereinigte Staaten"), &found)
	if len(found.Entities) != 1 || found.Entities[0].Key != "USA" {
		t.Errorf("%+v", found)
	}
	var e struct {
		Key     string
		Entries int
		Acts    struct {
			Entries []struct{ ID string }
			Next    int64
		}
		With    []struct{ Key string }
		Told    []any
		Holders []struct{ Start string }
	}
	answered(t, h, Prefix+"/entities/USA?limit=3", &e)
	if e.Key != "USA" || e.Entries < 5 || len(e.Acts.Entries) != 3 || e.Acts.Next == 0 || len(e.With) == 0 || e.Told == nil || len(e.Holders) == 0 {
		t.Errorf("%+v", e)
	}
	if w := get(h, Prefix+"/entities/x:nobody"); w.Code != http.StatusNotFound {
		t.Errorf("%d for nobody", w.Code)
	}
	if w := get(h, Prefix+"/entities?name="); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("%d for no name", w.Code)
	}
}

func TestPlans(t *testing.T) {
	h := served(t, 120)
	var p struct {
		Status []struct {
			Status string
			N      int
		}
		Due []struct {
			Entry struct {
				Plan struct{ Status string }
			}
			DaysLate int
		}
		Months []any
	}
	answered(t, h, Prefix+"/plans?status=overdue&party=USA", &p)
	if len(p.Due) == 0 || len(p.Status) != 5 || len(p.Months) == 0 {
		t.Fatalf("%+v", p)
	}
	for _, d := range p.Due {
		if d.Entry.Plan.Status != "overdue" || d.DaysLate <= 0 {
			t.Errorf("%+v", d)
		}
	}
	if w := get(h, Prefix+"/plans?due=soon"); w.Code != http.StatusBadRequest {
		t.Errorf("%d for a day that is none", w.Code)
	}
}

func TestMapAndNetwork(t *testing.T) {
	h := served(t, 120)
	var m struct {
		Total  int
		Places []struct {
			Key string
			N   int
		}
		Period struct{ Months []any }
	}
	answered(t, h, Prefix+"/map?since=2016&until=2018", &m)
	if m.Total == 0 || len(m.Places) == 0 || len(m.Period.Months) == 0 {
		t.Errorf("%+v", m)
	}
	var n struct {
		Parties []struct {
			Key     string
			X, Y, R float64
		}
		Ties []struct {
			A, B string
			N    int
		}
		Left int
	}
	answered(t, h, Prefix+"/network?most=10", &n)
	if len(n.Parties) != 10 || len(n.Ties) == 0 || n.Left == 0 || n.Parties[0].R == 0 {
		t.Errorf("%+v", n)
	}
	if w := get(h, Prefix+"/network?most=1000"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("%d for too many", w.Code)
	}
	if w := get(h, Prefix+"/map?since=soon"); w.Code != http.StatusBadRequest {
		t.Errorf("%d for a month that is none", w.Code)
	}
}
