package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"depesche/knowledge"
	"depesche/language"
	"depesche/language/data"
	"depesche/lexicon"
	"depesche/timex"
)

// fingerprint says what a report was read by: the program's version, and a
// digest of each of the tables and models. A report whose reader has another
// one is read anew.
var fingerprint = sync.OnceValues(func() (string, error) {
	print := programVersion()
	for _, part := range []struct {
		name  string
		files []fs.FS
	}{
		{"lexicon", []fs.FS{lexicon.Files()}},
		{"knowledge", []fs.FS{knowledge.Files()}},
		{"models", []fs.FS{language.Files(), data.Files}},
		{"timex", []fs.FS{timex.Files()}},
	} {
		sum, err := digestOf(part.files)
		if err != nil {
			return "", fmt.Errorf("%s: %w", part.name, err)
		}
		print += " " + part.name + " " + sum
	}
	return print, nil
})

// fingerprint is that of the program with the user's own tables.
func (f *knowledgeFlag) fingerprint() (string, error) {
	print, err := fingerprint()
	if err != nil || f.Knowledge == "" {
		return print, err
	}
	sum, err := digestOf([]fs.FS{os.DirFS(f.Knowledge)})
	if err != nil {
		return "", fmt.Errorf("%s: %w", f.Knowledge, err)
	}
	return print + " tables " + sum, nil
}

// digestOf is the start of a digest of all files, names and bytes.
func digestOf(all []fs.FS) (string, error) {
	h := sha256.New()
	for _, files := range all {
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			f, err := files.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			fmt.Fprintf(h, "%s\x00", path)
			_, err = io.Copy(h, f)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6]), nil
}
