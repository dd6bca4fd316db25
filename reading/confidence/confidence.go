// Package confidence says how often records like a given one are right. A
// record has features that can be read off it (its kind, its rule, who is
// named); each has a weight in weights.tsv, fitted to gold by logistic
// regression (depesche eval calibration --fit).
package confidence

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"depesche/record"
)

//go:embed weights.tsv
var table string

// Weights are the log-odds that each feature adds. They are immutable.
type Weights map[string]float64

// Load gives the built-in weights; they are read once.
var Load = sync.OnceValues(func() (Weights, error) { return Parse(table) })

// Parse reads a table of features and weights, one a line.
func Parse(text string) (Weights, error) {
	w := Weights{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, ok := strings.Cut(line, "\t")
		x, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, fmt.Errorf("weights.tsv:%d: want a feature, a tab and a number", n)
		}
		w[name] = x
	}
	return w, nil
}

// Of is the share of records like this one that are right, between 0 and 1, to
// two places.
func (w Weights) Of(r *record.Record) float64 {
	x := 0.0
	for _, f := range Features(r) {
		x += w[f]
	}
	return math.Round(100*logistic(x)) / 100
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Features are what is known of a record that tells how often its like is right.
func Features(r *record.Record) []string {
	kind := string(r.Kind)
	out := []string{kind}
	add := func(parts ...string) { out = append(out, kind+" "+strings.Join(parts, " ")) }
	switch r.Kind {
	case record.KindEvent:
		add("type", r.Type)
		add("word", wordKind(r.By))
		add("conditions", conditions(r.By))
		add("actor", side(r.Actor))
		add("recipient", side(r.Recipient))
		if len(r.Says) > 0 {
			add("vouched for")
		}
	case record.KindStatement:
		add("form", r.Form)
		add("rule", wordKind(r.By))
		add("speaker", side(r.Speaker))
	case record.KindFigure:
		add("of", side(r.Of))
		if r.Measure == "other" {
			add("measure other")
		}
	case record.KindRelation:
		add("predicate", r.Predicate)
		add("subject", side(r.Subject))
		add("object", side(r.Object))
	}
	if r.Status != record.Actual {
		add("status not actual")
	}
	if r.Negated {
		add("negated")
	}
	return out
}

// wordKind is the kind of word that a line stands for, or "rule" where none
// does.
func wordKind(by string) string {
	pattern, _, _ := strings.Cut(by, " (")
	head, _, _ := strings.Cut(pattern, "[")
	if k := strings.LastIndexByte(head, '/'); k > 0 && k == len(head)-2 {
		return head[k+1:]
	}
	return "rule"
}

// conditions is how many conditions a line has: none, one, more.
func conditions(by string) string {
	pattern, _, _ := strings.Cut(by, " (")
	_, conds, ok := strings.Cut(pattern, "[")
	switch {
	case !ok:
		return "none"
	case strings.Contains(conds, ","):
		return "more"
	}
	return "one"
}

// side is what is known of the parties of one side: the least of what is known
// of any.
func side(es []record.Entity) string {
	if len(es) == 0 {
		return "none"
	}
	s := "known"
	for i := range es {
		switch {
		case es[i].Implied:
			return "implied"
		case strings.HasPrefix(es[i].ID, "x:"):
			s = "local"
		}
	}
	return s
}
