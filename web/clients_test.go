package web

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
)

// TestPython holds the Python client to the API, where there is a Python.
func TestPython(t *testing.T) {
	runClient(t, "python3", "-c", `
import os
from depesche import Register, DepescheError
r = Register(os.environ["DESK"])
n = r.totals()["entries"]
got = list(r.entries(page=7))
assert len(got) == n == len({e["id"] for e in got}), (len(got), n)
assert len(list(r.entries(limit=5))) == 5
assert r.entry(got[0]["id"])["id"] == got[0]["id"]
assert len(r.table()) == n
assert sum(c["n"] for c in r.counts()) == n
assert r.totals() == r.totals()
try:
    r.counts("nonsense:1")
    assert False
except DepescheError as e:
    assert e.status == 400 and "nonsense" in e.detail, e
`)
}

// TestR holds the R script to the API, where there is an R with jsonlite.
func TestR(t *testing.T) {
	if exec.Command("Rscript", "-e", "library(jsonlite)").Run() != nil {
		t.Skip("no R with the package jsonlite")
	}
	runClient(t, "Rscript", "-e", `
source("depesche.R")
r <- depesche(Sys.getenv("DESK"))
n <- depesche_get(r, "totals")$entries
rows <- depesche_table(r)
stopifnot(nrow(rows) == n, inherits(rows$date_from, "Date"), is.numeric(rows$reports), is.character(rows$entry), is.logical(rows$negated))
stopifnot(sum(depesche_counts(r)$n) == n, nrow(depesche_counts(r, "outlet:nobody")) == 0)
`)
}

func runClient(t *testing.T, program string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip("no " + program)
	}
	server := httptest.NewServer(desk(t))
	defer server.Close()
	cmd := exec.Command(program, args...)
	cmd.Dir = "../clients"
	cmd.Env = append(os.Environ(), "DESK="+server.URL, "PYTHONDONTWRITEBYTECODE=1", "no_proxy=*")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", program, err, out)
	}
}
