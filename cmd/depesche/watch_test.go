package main

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"depesche/record"
	"depesche/report"
	"depesche/source"
)

// TestWriteReport holds what watch writes to what read takes in.
func TestWriteReport(t *testing.T) {
	want := &report.Report{ID: "urn:1", Lang: "de", Title: "Berg & <Tal>", Outlet: "Nordblatt", URL: "https://nordblatt.example/1?a=b&c=d", Text: "Eins.\n\nZwei.", Date: record.Month(2023, 3), Origin: "r.jsonl:1"}
	var b bytes.Buffer
	if err := writeReport(&b, want); err != nil {
		t.Fatal(err)
	}
	for got, err := range source.JSONL("r.jsonl", &b, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
}
