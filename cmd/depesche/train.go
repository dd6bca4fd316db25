package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"depesche/language/train"
)

type trainCmd struct {
	Files   []string `arg:"" optional:"" name:"file" help:"Treebanks in CoNLL-U; sentences without heads teach the tags only." type:"existingfile"`
	Lang    string   `required:"" help:"Code of the language, written into the model."`
	Out     string   `required:"" help:"The file to write."`
	Task    string   `enum:"model,vectors,start,label" default:"model" help:"What to make: model; vectors: word vectors of --raw; start: what a model begins with, from --raw and --vectors; label: trees of --raw that the models of --judge agree on, for --silver."`
	Judge   []string `help:"Models that label together." type:"existingfile" placeholder:"FILE"`
	Test    []string `help:"Treebanks to measure on, never learned from." type:"existingfile" placeholder:"FILE"`
	Silver  []string `help:"Trees that --task label wrote; left out of the last rounds." type:"existingfile" placeholder:"FILE"`
	Tagged  []string `help:"Words and UniMorph tags in the formats of the SIGMORPHON shared tasks of 2018 and 2019." type:"existingfile" placeholder:"FILE"`
	Raw     []string `help:"Text, one sentence a line, its words between spaces." type:"existingfile" placeholder:"FILE"`
	Vectors string   `help:"Word vectors in the text format of word2vec." type:"existingfile" placeholder:"FILE"`
	Start   string   `help:"What --task start wrote." type:"existingfile" placeholder:"FILE"`
	Base    string   `help:"A model of the same widths to go on from." type:"existingfile" placeholder:"FILE"`
	Card    string   `help:"A page in Markdown to write that describes the model." placeholder:"FILE"`
	Epochs  int      `default:"0" help:"Rounds over the files; 0 = 15."`
	Batch   int      `default:"0" help:"Sentences a step; 0 = 6."`
	Buckets int      `default:"0" help:"Rows for hashed features; 0 = 16384."`
	Rate    float64  `default:"0" help:"Learning rate at the start; 0 = 0.002."`
	Seed    uint64   `default:"1" help:"Seed of all chance: the same seed and files give the same model."`
}

// Help says more under depesche train --help.
func (trainCmd) Help() string {
	return `One line a round goes to the standard error. depesche parse --model uses the model, whatever its language.`
}

// Run learns a model for the analysis of a language from treebanks, or what comes
// before it.
func (cmd *trainCmd) Run(c *console) error {
	if cmd.Out == "-" {
		return withHint(errors.New("the model cannot go to the standard output"), "name a file: --out model.bin.gz")
	}
	if err := cmd.check(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return cmd.learn()(ctx, train.Config{
		Lang: cmd.Lang, Files: cmd.Files, Test: cmd.Test, Silver: cmd.Silver, Tagged: cmd.Tagged, Raw: cmd.Raw,
		Vectors: cmd.Vectors, Start: cmd.Start, From: cmd.Base, Judges: cmd.Judge, Out: cmd.Out, Card: cmd.Card,
		Epochs: cmd.Epochs, Batch: cmd.Batch, Buckets: cmd.Buckets, Rate: cmd.Rate, Seed: cmd.Seed,
	}, c.err)
}

// check says what the task lacks.
func (cmd *trainCmd) check() error {
	switch {
	case cmd.Task != "model" && len(cmd.Raw) == 0:
		return withHint(fmt.Errorf("--task %s learns from raw text, and there is none", cmd.Task), "name it with --raw, one sentence a line, words between spaces")
	case cmd.Task == "start" && cmd.Vectors == "":
		return withHint(errors.New("--task start needs word vectors"), "make them with --task vectors and name them with --vectors")
	case cmd.Task == "label" && len(cmd.Judge) == 0:
		return withHint(errors.New("--task label needs models"), "name them with --judge, best two or more that were trained apart")
	case cmd.Task != "vectors" && cmd.Task != "label" && len(cmd.Files) == 0:
		return withHint(errors.New("there is no treebank to learn from"), "name files in CoNLL-U")
	}
	return nil
}

// learn is what does the task.
func (cmd *trainCmd) learn() func(context.Context, train.Config, io.Writer) error {
	switch cmd.Task {
	case "vectors":
		return train.LearnVectors
	case "start":
		return train.Pretrain
	case "label":
		return train.LabelFiles
	}
	return train.Train
}
