package main

import (
	"fmt"
	"io"
	"os"

	"depesche/eval"
	"depesche/reading/confidence"
	"depesche/record"
)

type evalRecordsCmd struct {
	goldFiles
	Errors string `help:"File to write what is wrong, missed or extra to; - is the standard output." placeholder:"FILE"`
}

type evalCalibrationCmd struct {
	goldFiles
	Fit string `help:"File to write weights to that are fitted to the gold (reading/confidence/weights.tsv), and print what they are worth on documents left out; - is the standard output." placeholder:"FILE"`
}

// goldFiles are reports with gold, and what was read from them.
type goldFiles struct {
	Docs    string `arg:"" help:"Reports with their sentences, as JSON lines (docs/eval.md)."`
	Gold    string `arg:"" help:"The records that a perfect reader would write, in the short form."`
	Records string `arg:"" help:"The records to measure: depesche read --format json DOCS."`
}

// set reads the three files.
func (f *goldFiles) set(c *console) (*eval.Set, error) {
	var in [3]eval.Input
	for i, name := range [3]string{f.Docs, f.Gold, f.Records} {
		file, err := open(name, c.in)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in[i] = eval.Input{Name: name, Reader: file}
	}
	return eval.ReadSet(in[0], in[1], in[2])
}

// Run prints precision, recall and F1 of records.
func (cmd *evalRecordsCmd) Run(c *console) error {
	set, err := cmd.set(c)
	if err != nil {
		return err
	}
	if cmd.Errors != "" {
		if err := writeTo(cmd.Errors, c.out, set.WriteErrors); err != nil {
			return err
		}
	}
	_, err = fmt.Fprint(c.out, set.Score())
	return err
}

// Run prints how often records of a confidence are right.
func (cmd *evalCalibrationCmd) Run(c *console) error {
	set, err := cmd.set(c)
	if err != nil {
		return err
	}
	if cmd.Fit != "" {
		return cmd.fit(c, set)
	}
	_, err = fmt.Fprint(c.out, set.Calibrate())
	return err
}

// fit writes weights and prints the reliability of confidences that were fitted
// without the document they are of.
func (cmd *evalCalibrationCmd) fit(c *console, set *eval.Set) error {
	var samples []confidence.Sample
	set.Each(func(document string, r *record.Record, right bool) {
		samples = append(samples, confidence.Sample{Document: document, Features: confidence.Features(r), Right: right})
	})
	weights := confidence.Fit(samples)
	if err := writeTo(cmd.Fit, c.out, func(w io.Writer) error {
		_, err := io.WriteString(w, weights.String())
		return err
	}); err != nil {
		return err
	}
	var left eval.Calibration
	for i, x := range confidence.LeftOut(samples) {
		left.Add(x, samples[i].Right)
	}
	_, err := fmt.Fprintf(c.out, "documents left out of the fit:\n%s", &left)
	return err
}

type evalSentencesCmd struct {
	Gold    string `arg:"" help:"Sentences with one act each, as JSON lines (docs/eval.md)."`
	Records string `arg:"" help:"The records to measure: depesche read --format json GOLD."`
}

// Run prints how often the act of a sentence was found.
func (cmd *evalSentencesCmd) Run(c *console) error {
	gold, err := open(cmd.Gold, c.in)
	if err != nil {
		return err
	}
	defer gold.Close()
	records, err := open(cmd.Records, c.in)
	if err != nil {
		return err
	}
	defer records.Close()
	scores, err := eval.ScoreSentences(eval.Input{Name: cmd.Gold, Reader: gold}, eval.Input{Name: cmd.Records, Reader: records})
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(c.out, scores)
	return err
}

// writeTo writes a file; "-" is the standard output.
func writeTo(name string, stdout io.Writer, write func(io.Writer) error) error {
	if name == "-" {
		return write(stdout)
	}
	f, err := os.Create(name)
	if err != nil {
		return fileError(name, err)
	}
	if err := write(f); err != nil {
		_ = f.Close()
		return fileError(name, err)
	}
	return f.Close()
}
