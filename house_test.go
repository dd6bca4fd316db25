// Package depesche_test holds the rules of the house that a test can see.
package depesche_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rooms are the packages in the order in which a report walks through them. A
// package, with those in folders below it, imports only what stands above it;
// without says what it must not import all the same, each ban with its reason.
var rooms = []struct {
	name    string
	without []ban
}{
	{name: "record"},
	{name: "report"},
	{name: "source"},
	{name: "language", without: []ban{{"source", "analysis takes a report, whatever format it came in"}}},
	{name: "timex", without: []ban{
		{"source", "dates are read from a report, whatever format it came in"},
		{"language", "times are read from the report's layers, whoever made them"}}},
	{name: "knowledge", without: []ban{
		{"report", "knowledge of who there is does not depend on any report"},
		{"source", "knowledge of who there is does not depend on any report"},
		{"language", "names are found without grammar"},
		{"timex", "names are found without expressions of time"}}},
	{name: "lexicon", without: []ban{
		{"report", "what words do does not depend on any report"},
		{"source", "what words do does not depend on any report"},
		{"language", "the lexicon is data and knows no tree's algorithm"},
		{"timex", "what words do does not depend on dates"},
		{"knowledge", "what words do does not depend on who does it"}}},
	{name: "reading", without: []ban{
		{"source", "records are read from a report, whatever format it came in"}}},
	{name: "eval", without: []ban{
		{"source", "records are measured, whatever format their report came in"},
		{"language", "records are measured, however they were read"},
		{"reading", "a scorer that shares code with what it measures shares its mistakes"}}},
	{name: "register", without: []ban{
		{"language", "what is kept has no language"},
		{"lexicon", "what is kept has no language"},
		{"reading", "the register keeps records, whoever wrote them"}}},
	{name: "export"},
	{name: "web", without: []ban{
		{"source", "the desk shows what is kept and reads nothing in"},
		{"language", "the desk shows what is kept, however it was read"},
		{"lexicon", "the desk shows what is kept, however it was read"},
		{"reading", "the desk shows what is kept, however it was read"}}},
	{name: "examples"},
	{name: "cmd"},
}

type ban struct{ name, reason string }

const maxLines = 500

// TestImports holds the packages to the order of the rooms.
func TestImports(t *testing.T) {
	rank := map[string]int{}
	for i, r := range rooms {
		rank[r.name] = i
	}
	eachFile(t, func(path string, file *ast.File, _ string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		from, _, _ := strings.Cut(path, "/")
		room, known := rank[from]
		if !known {
			t.Errorf("%s: folder %q is no room of the house: give it a place in this test", path, from)
			return
		}
		for _, imp := range file.Imports {
			to, ours := strings.CutPrefix(strings.Trim(imp.Path.Value, `"`), "depesche/")
			if !ours {
				if strings.Contains(to, ".") && room < rank["source"] {
					t.Errorf("%s imports %s: the contract needs nothing but the standard library", path, to)
				}
				continue
			}
			to, _, _ = strings.Cut(to, "/")
			if rank[to] > room {
				t.Errorf("%s imports %s, which stands below %s: nobody walks backwards", path, to, from)
			}
			for _, b := range rooms[room].without {
				if b.name == to {
					t.Errorf("%s imports %s: %s", path, to, b.reason)
				}
			}
		}
	})
}

// TestHabits holds the files to what every file of the house keeps.
func TestHabits(t *testing.T) {
	beside := ".." + "/shared" // what lies beside the project is no part of it
	eachFile(t, func(path string, file *ast.File, text string) {
		if strings.Contains(text, beside) {
			t.Errorf("%s mentions %s: the project stands without it", path, beside)
		}
		switch file.Name.Name {
		case "util", "utils", "helper", "helpers", "common", "misc":
			t.Errorf("%s: package %s says nothing about its job", path, file.Name.Name)
		}
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		if n := strings.Count(text, "\n"); n > maxLines {
			t.Errorf("%s has %d lines, more than %d: is it still one job?", path, n, maxLines)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "init" && f.Recv == nil {
				t.Errorf("%s has an init function: nothing may happen before it is asked for", path)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if m, ok := n.(*ast.MapType); ok && isName(m.Key, "string") && isName(m.Value, "any") {
				t.Errorf("%s uses map[string]any: give the thing a type", path)
			}
			return true
		})
	})
}

func isName(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// eachFile calls f with every Go file of the project: its path with slashes,
// its declarations and its text.
func eachFile(t *testing.T, f func(path string, file *ast.File, text string)) {
	t.Helper()
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != "." && (name == "tmp" || name == "bin" || name == "testdata" || name[0] == '.' || name[0] == '_') {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || !strings.Contains(path, string(filepath.Separator)) {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, path, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		f(filepath.ToSlash(path), file, string(text))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
