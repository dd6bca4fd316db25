package main

import (
	"fmt"
	"io"

	"depesche/eval"
	"depesche/knowledge"
	"depesche/reading"
	"depesche/record"
	"depesche/report"
)

type evalPhrasesCmd struct {
	Gold   string `arg:"" help:"A table of phrase, language, day, state and sector (testdata/phrases.tsv)."`
	Errors string `help:"File to write the phrases that were read wrong to; - is the standard output." placeholder:"FILE"`
}

// phrase reads one noun phrase on a day.
func (l *linker) phrase(text, lang string, on record.Interval) (reading.Phrase, error) {
	r := &report.Report{ID: text, Text: text, Lang: lang, Date: on}
	if err := l.words.analyse(r, false); err != nil {
		return reading.Phrase{}, err
	}
	return l.worker.Phrase(r)
}

// Run prints how often state and sector are right.
func (cmd *evalPhrasesCmd) Run(c *console) error {
	in, err := open(cmd.Gold, c.in)
	if err != nil {
		return err
	}
	defer in.Close()
	phrases, err := eval.ReadPhrases(eval.Input{Name: cmd.Gold, Reader: in})
	if err != nil {
		return withHint(err, "docs/eval.md describes the table")
	}
	l, err := newLinker(knowledge.Load)
	if err != nil {
		return err
	}
	var all eval.PhraseCounts
	counts := map[string]*eval.PhraseCounts{}
	var wrong []string
	for i := range phrases {
		p := &phrases[i]
		phrase, err := l.phrase(p.Text, p.Lang, p.On)
		if err != nil {
			return err
		}
		got := phrase.Entities
		if counts[p.Lang] == nil {
			counts[p.Lang] = new(eval.PhraseCounts)
		}
		counts[p.Lang].Score(p, got)
		if !all.Score(p, got) {
			wrong = append(wrong, fmt.Sprintf("%s:%d: %s: want %v %v, got %s\n", cmd.Gold, p.Line, p.Text, p.State, p.Sector, shown(got)))
		}
	}
	if cmd.Errors != "" {
		if err := writeTo(cmd.Errors, c.out, func(w io.Writer) error {
			for _, s := range wrong {
				if _, err := io.WriteString(w, s); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	for _, lang := range languages {
		if n := counts[lang]; n != nil {
			fmt.Fprintf(c.out, "%s: %s\n", lang, n)
		}
	}
	_, err = fmt.Fprintf(c.out, "all: %s\n", &all)
	return err
}

func shown(list []record.Entity) string {
	if len(list) == 0 {
		return "nobody"
	}
	e := &list[0]
	return fmt.Sprintf("%s %s (%s, %s %s)", e.ID, e.Name, e.Type, e.State, e.Sector)
}
