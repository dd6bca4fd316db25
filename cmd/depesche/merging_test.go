package main

import (
	"bytes"
	"context"
	"testing"
)

// TestMerging holds the merging of our own set to what is asked of it. The set
// was read while the weights were set, so other text will score lower.
func TestMerging(t *testing.T) {
	needLemmas(t)
	cmd := evalMergingCmd{Folder: "../../testdata/merging"}
	score, origins, err := cmd.score(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if score.Precision() < 0.95 || score.Recall() < 0.85 || score.Records < 80 {
		var b bytes.Buffer
		_, _ = score.WriteTo(&b)
		_ = score.WriteErrors(&b)
		t.Errorf("want precision 0.95 and recall 0.85 over at least 80 records:\n%s", &b)
	}
	if origins[0] < origins[2] || origins[1] > origins[2]+2 {
		t.Errorf("copies: %d of %d pairs, %d wrong", origins[0], origins[2], origins[1]-origins[0])
	}
}
