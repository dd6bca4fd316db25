package reading

import (
	"strings"

	"depesche/language/morph"
	"depesche/report"
)

// participles finds the verb behind a German adjective that is its participle:
// "die von der EU verhängten Sanktionen" has a verb in it. It keeps what it has
// found, so a worker has its own.
type participles struct {
	dict *morph.Dict
	seen map[string]string
}

func newParticiples() (*participles, error) {
	d, err := morph.Load("de")
	if err != nil {
		return nil, err
	}
	return &participles{dict: d, seen: map[string]string{}}, nil
}

// verb is the infinitive whose participle the adjective's lemma is, "" if it is
// none.
func (p *participles) verb(lemma string) string {
	if v, ok := p.seen[lemma]; ok {
		return v
	}
	v := p.find(lemma)
	if len(p.seen) < maxParticiples {
		p.seen[lemma] = v
	}
	return v
}

const maxParticiples = 20000

func (p *participles) find(lemma string) string {
	if v, ok := strings.CutSuffix(lemma, "nd"); ok && p.dict.Known(v+"n", report.VERB) {
		return v + "n"
	}
	if !strings.HasSuffix(lemma, "t") && !strings.HasSuffix(lemma, "n") || !p.dict.Known(lemma, report.VERB) {
		return ""
	}
	v := p.dict.Lemma(lemma, report.VERB, report.Feats(0).With(report.VerbForm, "Part"))
	if v == lemma || !strings.HasSuffix(v, "n") {
		return ""
	}
	return v
}

// verbInside is the verb of an attributive or predicative adjective, "" if it
// has none.
func (d *doc) verbInside(w *report.Word) string {
	if d.participles == nil || d.lex.Lang != "de" || w.UPOS != report.ADJ {
		return ""
	}
	if k := strings.LastIndexByte(w.Lemma, '-'); k > 0 {
		return d.participles.verb(w.Lemma[k+1:]) // "US-geführt"
	}
	return d.participles.verb(w.Lemma)
}
