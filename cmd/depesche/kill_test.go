package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"depesche/register/postgres/pgtest"
)

// TestKill kills ingests with SIGKILL at random moments, both stores, lets
// another finish, and wants the export of an undisturbed run, byte for byte.
// By default a few kills on a small input; for the full measure:
//
//	DEPESCHE_KILLS=20 go test ./cmd/depesche -run Kill -v -timeout 30m
func TestKill(t *testing.T) {
	needLemmas(t)
	kills, copies := 3, 1
	if n, err := strconv.Atoi(os.Getenv("DEPESCHE_KILLS")); err == nil {
		kills, copies = n, 8
	}
	input := manyReports(t, copies)
	plain := filepath.Join(t.TempDir(), "plain.db")
	begun := time.Now()
	if err := depesche(t, nil, "ingest", "--db", plain, input); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(begun)
	want := exported(t, plain)
	if n := bytes.Count(want, []byte("\n")); n < 100*copies {
		t.Fatalf("the export has only %d lines", n)
	}
	t.Run("sqlite", func(t *testing.T) {
		killed(t, func(t *testing.T) string { return filepath.Join(t.TempDir(), "killed.db") }, input, kills, whole, want)
	})
	t.Run("postgres", func(t *testing.T) {
		server := pgtest.Start(t)
		killed(t, func(t *testing.T) string { return server.Database(t) }, input, kills, whole, want)
	})
}

// killed kills one ingest of each of several registers at a random moment, lets
// a second one finish, and compares.
func killed(t *testing.T, register func(*testing.T) string, input string, kills int, whole time.Duration, want []byte) {
	chance := rand.New(rand.NewPCG(1, uint64(kills)))
	n := 0
	for try := 0; n < kills && try < 6*kills; try++ {
		db := register(t)
		begun := time.Now()
		after := time.Duration(float64(whole) * (0.05 + chance.Float64()*0.9))
		cmd := started(t, "ingest", "--db", db, input)
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		timer.Stop()
		if err == nil { // it came through before it was to be killed
			whole = min(whole, time.Since(begun))
			continue
		}
		n++
		t.Logf("kill %d after %v: %v", n, after.Round(time.Millisecond), err)
		if err := depesche(t, nil, "ingest", "--db", db, input); err != nil {
			t.Fatal(err)
		}
		if got := exported(t, db); !bytes.Equal(got, want) {
			t.Errorf("kill %d: the export differs: %d bytes, want %d", n, len(got), len(want))
		}
	}
	if n < kills {
		t.Errorf("only %d of %d ingests could be killed, the others came through before", n, kills)
	}
}

// manyReports writes the reports of the merging set, several times with other
// days, to a file.
func manyReports(t *testing.T, copies int) string {
	t.Helper()
	b, err := os.ReadFile("../../testdata/merging/reports.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for i := range copies {
		for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			var r struct {
				ID     string `json:"id"`
				Lang   string `json:"lang"`
				Date   string `json:"date"`
				Outlet string `json:"outlet"`
				Title  string `json:"title"`
				Text   string `json:"text"`
			}
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			r.ID += "-" + strconv.Itoa(i)
			r.Date = strconv.Itoa(2024-i) + r.Date[4:]
			if err := enc.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
	}
	file := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// started runs the program, this test binary under its name, with arguments.
func started(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Args[0] = "depesche" // see TestMain
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

func depesche(t *testing.T, out *bytes.Buffer, args ...string) error {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Args[0] = "depesche"
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if out != nil {
		cmd.Stdout = out
	}
	err := cmd.Run()
	if err != nil {
		t.Logf("depesche %s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	return err
}

func exported(t *testing.T, db string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := depesche(t, &out, "export", "--db", db); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWork shares an ingest between two workers of which one is killed, and a
// third that comes later; nothing is lost and nothing doubled.
func TestWork(t *testing.T) {
	needLemmas(t)
	server := pgtest.Start(t)
	input := manyReports(t, 2)
	plain := filepath.Join(t.TempDir(), "plain.db")
	if err := depesche(t, nil, "ingest", "--db", plain, input); err != nil {
		t.Fatal(err)
	}
	db := server.Database(t)
	if err := depesche(t, nil, "ingest", "--share", "--db", db, input); err != nil {
		t.Fatal(err)
	}
	doomed := started(t, "work", "--db", db, "--workers", "2")
	time.Sleep(1500 * time.Millisecond)
	other := started(t, "work", "--db", db, "--workers", "1")
	time.Sleep(300 * time.Millisecond)
	_ = doomed.Process.Kill()
	t.Logf("the first worker: %v", doomed.Wait())
	if err := other.Wait(); err != nil {
		t.Fatal(err)
	}
	if err := depesche(t, nil, "work", "--db", db); err != nil {
		t.Fatal(err)
	}
	if want, got := exported(t, plain), exported(t, db); !bytes.Equal(want, got) {
		t.Errorf("the export differs: %d bytes, want %d", len(got), len(want))
	}
}
