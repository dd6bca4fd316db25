package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"depesche/language/train"
)

type trainCmd struct {
	Files   []string `arg:"" name:"file" help:"Treebanks in CoNLL-U." type:"existingfile"`
	Lang    string   `required:"" help:"Code of the language, written into the model."`
	Out     string   `required:"" help:"The model file to write."`
	Test    []string `help:"Treebanks to measure on, never learned from." type:"existingfile"`
	Vectors string   `help:"Word vectors in the text format of word2vec." type:"existingfile"`
	Epochs  int      `default:"0" help:"Rounds over the files; 0 = the trainer's own choice."`
	Seed    uint64   `default:"1" help:"Seed of all chance: the same seed and files give the same model."`
}

// Run learns a model for the analysis of a language from treebanks.
func (cmd *trainCmd) Run(c *console) error {
	if cmd.Out == "-" {
		return withHint(fmt.Errorf("the model cannot go to the standard output"), "name a file: --out model.bin.gz")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return train.Train(ctx, train.Config{
		Lang: cmd.Lang, Files: cmd.Files, Test: cmd.Test, Vectors: cmd.Vectors,
		Out: cmd.Out, Epochs: cmd.Epochs, Seed: cmd.Seed,
	}, c.err)
}
