package main

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"depesche/language/segment"
	"depesche/report"
)

// rawPlaces are the places of every so many paragraphs of the files *.txt in a folder,
// cut at their stops: none of them is an end.
func rawPlaces(s *segment.Segmenter, folder string, every int) ([]place, error) {
	var all []place
	err := paragraphs(folder, every, func(p string) { all = rawParagraph(s, all, p) })
	return all, err
}

// paragraphs gives every so many paragraphs of the files *.txt in a folder.
func paragraphs(folder string, every int, show func(p string)) error {
	n := 0
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".txt" {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			p := strings.TrimSpace(in.Text())
			if len(p) < 100 || !strings.HasSuffix(p, ".") {
				continue
			}
			if n++; n%every == 0 {
				show(p)
			}
		}
		return in.Err()
	})
}

func rawParagraph(s *segment.Segmenter, all []place, paragraph string) []place {
	r := report.Report{Text: paragraph}
	s.Segment(&r)
	var starts []int
	for i := range r.Sentences {
		starts = append(starts, int(r.Sentences[i].Start))
	}
	s.Places(paragraph, starts, func(at int, f []int32) {
		all = append(all, place{append([]int32(nil), f...), false})
	})
	return all
}
