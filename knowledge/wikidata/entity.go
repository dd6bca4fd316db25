// Package wikidata reads a JSON dump of Wikidata, line by line, and turns what
// it says of people in office, organisations, places and memberships into
// tables of the knowledge base.
package wikidata

import (
	"encoding/json"
	"fmt"
	"strings"

	"depesche/record"
)

// entity is the part of an item of the dump that is used; see
// https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
type entity struct {
	ID      string             `json:"id"`
	Type    string             `json:"type"`
	Labels  terms              `json:"labels"`
	Aliases lists              `json:"aliases"`
	Claims  map[string][]claim `json:"claims"`
}

type term struct {
	Value string `json:"value"`
}

// terms are labels by language. An empty PHP map is written as [].
type terms map[string]term

// UnmarshalJSON takes the empty list for an empty map.
func (t *terms) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		return nil
	}
	return json.Unmarshal(b, (*map[string]term)(t))
}

// lists are aliases by language.
type lists map[string][]term

// UnmarshalJSON takes the empty list for an empty map.
func (t *lists) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		return nil
	}
	return json.Unmarshal(b, (*map[string][]term)(t))
}

type claim struct {
	Rank       string            `json:"rank"`
	MainSnak   snak              `json:"mainsnak"`
	Qualifiers map[string][]snak `json:"qualifiers"`
}

type snak struct {
	SnakType  string `json:"snaktype"`
	DataValue struct {
		Type  string          `json:"type"`
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// item is the id that a statement points to, "" if it points to none.
func (s *snak) item() string {
	if s.SnakType != "value" || s.DataValue.Type != "wikibase-entityid" {
		return ""
	}
	var v struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(s.DataValue.Value, &v) != nil || !isID(v.ID) {
		return ""
	}
	return v.ID
}

// date is a day, month or year in EDTF, "" if there is none so precise.
func (s *snak) date() string {
	if s.SnakType != "value" || s.DataValue.Type != "time" {
		return ""
	}
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
	}
	if json.Unmarshal(s.DataValue.Value, &v) != nil || len(v.Time) < 11 || v.Time[0] != '+' {
		return ""
	}
	length := map[int]int{9: 4, 10: 7, 11: 10}[v.Precision]
	out := v.Time[1 : 1+length]
	if length == 0 {
		return ""
	}
	if _, err := record.ParseEDTF(out); err != nil {
		return ""
	}
	return out
}

// coordinates are latitude and longitude as the tables write them.
func (s *snak) coordinates() string {
	var v struct {
		Latitude  *float64 `json:"latitude"`
		Longitude *float64 `json:"longitude"`
	}
	if s.DataValue.Type != "globecoordinate" || json.Unmarshal(s.DataValue.Value, &v) != nil || v.Latitude == nil || v.Longitude == nil {
		return ""
	}
	return fmt.Sprintf("%.2f %.2f", *v.Latitude, *v.Longitude)
}

// quantity is a whole number, 0 if there is none.
func (s *snak) quantity() int {
	var v struct {
		Amount string `json:"amount"`
	}
	if s.DataValue.Type != "quantity" || json.Unmarshal(s.DataValue.Value, &v) != nil {
		return 0
	}
	n := 0
	for _, c := range strings.TrimPrefix(v.Amount, "+") {
		if c < '0' || c > '9' || n > 1<<40 {
			break
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// isID says whether a string is the id of an item.
func isID(s string) bool {
	if len(s) < 2 || len(s) > 12 || s[0] != 'Q' {
		return false
	}
	for _, c := range []byte(s[1:]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// of are the statements of a property that hold: not the deprecated ones.
func (e *entity) of(property string) []claim {
	var out []claim
	for _, c := range e.Claims[property] {
		if c.Rank != "deprecated" {
			out = append(out, c)
		}
	}
	return out
}

// items are the ids that a property points to.
func (e *entity) items(property string) []string {
	var out []string
	for _, c := range e.of(property) {
		if id := c.MainSnak.item(); id != "" {
			out = append(out, id)
		}
	}
	return out
}

// first is the first id that a property points to, "" if there is none.
func (e *entity) first(property string) string {
	if ids := e.items(property); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// qualifier is the first qualifier of a statement, nil if there is none.
func (c *claim) qualifier(property string) *snak {
	if q := c.Qualifiers[property]; len(q) > 0 {
		return &q[0]
	}
	return &snak{}
}
