// Package reading is the art: it turns an analysed report into records. Its
// stages stand in one list, in the order in which they run; each is one file
// that says which layers it needs and which it gives.
package reading

import (
	"fmt"

	"depesche/knowledge"
	"depesche/lexicon"
	"depesche/reading/confidence"
	"depesche/record"
	"depesche/report"
	"depesche/timex"
)

// Analyser makes the sentences of a report: tokens, tags and trees. Package
// language has one.
type Analyser interface {
	Analyse(r *report.Report) error
}

// layer names what a stage needs or gives.
type layer string

const (
	names     layer = "names"
	titles    layer = "titles"
	coref     layer = "coreference"
	cues      layer = "cues"
	speeches  layer = "speeches"
	claims    layer = "claims"
	records   layer = "records"
	sentences layer = "sentences"
	times     layer = "times"
	dates     layer = "narrowed times"
	measures  layer = "figures"
)

// stage is one step of the reading.
type stage struct {
	name  string
	needs []layer
	gives layer
	run   func(*doc)
}

// stages is the story of a reading, from names to records.
func stages() []stage {
	return []stage{
		{"names", []layer{sentences}, names, (*doc).findNames},
		{"titles", []layer{names}, titles, (*doc).joinTitles},
		{"coreference", []layer{names, titles}, coref, (*doc).resolve},
		{"cues", []layer{coref}, cues, (*doc).findCues},
		{"speech", []layer{coref, cues}, speeches, (*doc).findSpeech},
		{"claims", []layer{coref, speeches}, claims, (*doc).findClaims},
		{"dates", []layer{claims, times}, dates, (*doc).narrowDates},
		{"figures", []layer{coref, cues, speeches, dates}, measures, (*doc).findFigures},
		{"acts and relations", []layer{claims, cues, speeches, dates, measures}, records, (*doc).emitClaims},
		{"statements", []layer{speeches, cues, times}, records, (*doc).emitStatements},
		{"offices", []layer{titles, coref, cues, speeches}, records, (*doc).findOffices},
		{"memberships", []layer{coref, cues, speeches}, records, (*doc).findMemberships},
	}
}

// check says whether every stage gets what it needs from those before it.
func check(list []stage) error {
	have := map[layer]bool{sentences: true, times: true}
	for _, s := range list {
		for _, n := range s.needs {
			if !have[n] {
				return fmt.Errorf("stage %q needs %s, which no earlier stage gives", s.name, n)
			}
		}
		have[s.gives] = true
	}
	return nil
}

// Reader turns analysed reports into records. It is immutable and shared by
// all workers; lexicons load when the first report of their language comes.
type Reader struct {
	know   *knowledge.Base
	stages []stage
}

// New makes a reader over a knowledge base.
func New(know *knowledge.Base) (*Reader, error) {
	r := &Reader{know: know, stages: stages()}
	if err := check(r.stages); err != nil {
		return nil, err
	}
	return r, nil
}

// Worker reads one report after the other, in space of its own.
type Worker struct {
	reader *Reader
	doc    doc
}

// NewWorker makes a worker; each goroutine has its own.
func (r *Reader) NewWorker() *Worker { return &Worker{reader: r} }

// Read reads a report whose sentences are there, dates it and gives its
// records in the order of the text.
func (w *Worker) Read(r *report.Report) ([]record.Record, error) {
	if err := w.prepare(r); err != nil {
		return nil, err
	}
	for _, s := range w.reader.stages {
		s.run(&w.doc)
	}
	return inOrder(w.doc.records), nil
}

// prepare dates a report and lays it out for the stages.
func (w *Worker) prepare(r *report.Report) error {
	lex, err := lexicon.Load(r.Lang)
	if err != nil {
		return err
	}
	rules, err := timex.Load(r.Lang)
	if err != nil {
		return err
	}
	d := &w.doc
	if d.weights, err = linkWeights(); err != nil {
		return err
	}
	d.timeline = rules.Read(r)
	d.lex, d.know = lex, w.reader.know
	if r.Lang == "de" && d.participles == nil {
		if d.participles, err = newParticiples(); err != nil {
			return err
		}
	}
	if d.trust, err = confidence.Load(); err != nil {
		return err
	}
	d.reset(r)
	return nil
}
