package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"depesche": main})
}

// TestScripts runs testdata/script: one script is one user's story.
func TestScripts(t *testing.T) {
	needLemmas(t)
	testscript.Run(t, testscript.Params{Dir: "testdata/script", UpdateScripts: *update})
}
