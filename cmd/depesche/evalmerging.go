package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"depesche/eval"
	"depesche/knowledge"
	"depesche/register"
	dbopen "depesche/register/open"
	"depesche/report"
	"depesche/source/intake"
)

type evalMergingCmd struct {
	Folder string `arg:"" default:"testdata/merging" help:"Folder with reports.jsonl, gold.jsonl and origins.jsonl (testdata/merging/README.md)."`
	Errors string `help:"File to write the pairs that are wrong or missed to; - is the standard output." placeholder:"FILE"`
}

// Run reads the reports into a register of their own and prints how well it
// merged them.
func (cmd *evalMergingCmd) Run(c *console) error {
	score, origins, err := cmd.score(context.Background())
	if err != nil {
		return err
	}
	if cmd.Errors != "" {
		if err := writeTo(cmd.Errors, c.out, score.WriteErrors); err != nil {
			return err
		}
	}
	if _, err := score.WriteTo(c.out); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "copies               %d of %d pairs found, %d wrong\n", origins[0], origins[2], origins[1]-origins[0])
	return err
}

// score merges the reports; origins are the pairs of copies that are right,
// found, and gold.
func (cmd *evalMergingCmd) score(ctx context.Context) (score eval.MergingScore, origins [3]int, err error) {
	folder, err := os.MkdirTemp("", "depesche-merging-")
	if err != nil {
		return score, origins, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	reg, err := dbopen.DB(ctx, filepath.Join(folder, "r.db"))
	if err != nil {
		return score, origins, err
	}
	defer reg.Close()
	if err := fill(ctx, reg, filepath.Join(cmd.Folder, "reports.jsonl")); err != nil {
		return score, origins, err
	}
	gold, err := readHappenings(filepath.Join(cmd.Folder, "gold.jsonl"))
	if err != nil {
		return score, origins, err
	}
	told, origin, err := toldIn(ctx, reg)
	if err != nil {
		return score, origins, err
	}
	copies, err := readCopies(filepath.Join(cmd.Folder, "origins.jsonl"))
	if err != nil {
		return score, origins, err
	}
	origins[0], origins[1], origins[2] = eval.ScoreOrigins(copies, origin)
	return eval.ScoreMerging(gold, told), origins, nil
}

// fill reads a file of reports into a register.
func fill(ctx context.Context, reg *register.Register, file string) error {
	in := &ingestion{ctx: ctx, reg: reg, reader: "eval", stages: newStages(), progress: silent()}
	from := &intake.Reader{}
	items := func(yield func(item) bool) {
		from.Reports(ctx, file)(func(r *report.Report, err error) bool { return yield(item{r, err}) })
	}
	if err := in.run(items, workers(0)); err != nil {
		return err
	}
	if in.total.failed > 0 {
		return fmt.Errorf("%s: %d reports could not be read", file, in.total.failed)
	}
	return nil
}

func readHappenings(file string) ([]eval.Happening, error) {
	know, err := knowledge.Load()
	if err != nil {
		return nil, err
	}
	in, err := open(file, nil)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return eval.ReadHappenings(eval.Input{Name: file, Reader: in}, func(name string) string {
		if know.ByCode(name) == nil {
			if found := named(know, []string{name}); len(found) > 0 {
				return found[0].ID
			}
		}
		return name
	})
}

func readCopies(file string) ([][]string, error) {
	in, err := open(file, nil)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out [][]string
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		var group []string
		if err := json.Unmarshal(lines.Bytes(), &group); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, group)
	}
	return out, lines.Err()
}

// toldIn are all records of a register with their entries, and the origin of
// each report by its name.
func toldIn(ctx context.Context, reg *register.Register) ([]eval.Told, map[string]string, error) {
	var told []eval.Told
	origin := map[string]string{}
	for r, err := range reg.Reports(ctx) {
		if err != nil {
			return nil, nil, err
		}
		origin[r.Name] = r.Origin.String()
		members, err := reg.Records(ctx, r.ID)
		if err != nil {
			return nil, nil, err
		}
		for i := range members {
			m := &members[i]
			told = append(told, eval.Told{Report: r.Name, Entry: m.Entry.String(), Record: &m.Record, Type: register.TypeOf(&m.Record)})
		}
	}
	return told, origin, nil
}
