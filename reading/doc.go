package reading

import (
	"depesche/knowledge"
	"depesche/lexicon"
	"depesche/reading/confidence"
	"depesche/record"
	"depesche/report"
	"depesche/timex"
)

// doc is a report on its way through the stages, with all that they have
// found so far. It belongs to one worker and is used again for the next report.
type doc struct {
	rep         *report.Report
	lex         *lexicon.Lexicon
	timeline    *timex.Timeline
	know        *knowledge.Base
	participles *participles // of German
	trust       confidence.Weights

	trees     []tree
	mentions  []*mention
	at        [][]int32 // sentence, word -> index of its mention + 1
	entities  []*entity
	byID      map[string]*entity
	home      string // the state that the report is mostly about, as far as seen
	claims    []claim
	speeches  []speech
	heard     []speech // every word of saying, with a speaker or without
	marks     []marked // stretches in quotation marks
	cues      [][]cueHit
	quoted    [][]bool // sentence, word -> inside quotation marks
	openQuote bool     // the sentence read last ends inside a quotation

	weights   *weights
	surveyed  bool                       // states and inFull are there
	states    map[string]int             // ISO code -> how often the report may name the state
	inFull    map[*knowledge.Entity]bool // people named by first name and surname
	homeState string                     // of the dateline
	explain   bool                       // entities say why they were linked

	records []record.Record
	found   []knowledge.Match // scratch of lookup
}

func (d *doc) reset(r *report.Report) {
	d.rep = r
	d.mentions = d.mentions[:0]
	d.entities = nil
	d.byID = map[string]*entity{}
	d.home = ""
	d.claims = d.claims[:0]
	d.speeches = d.speeches[:0]
	d.cues = d.cues[:0]
	d.heard = d.heard[:0]
	d.records = nil
	d.surveyed = false
	if d.states == nil {
		d.states, d.inFull = map[string]int{}, map[*knowledge.Entity]bool{}
	}
	n := len(r.Sentences)
	for len(d.trees) < n {
		d.trees = append(d.trees, tree{})
		d.at = append(d.at, nil)
		d.quoted = append(d.quoted, nil)
	}
	d.trees, d.at, d.quoted = d.trees[:n], d.at[:n], d.quoted[:n]
	for i := range r.Sentences {
		k := len(r.Sentences[i].Words)
		d.at[i] = append(d.at[i][:0], make([]int32, k)...)
		d.quoted[i] = append(d.quoted[i][:0], make([]bool, k)...)
		d.trees[i].plant(&r.Sentences[i])
		if r.Lang == "en" {
			d.mend(i)
		} else if d.lex.Lang == "de" {
			d.mendGerman(i)
		}
	}
	d.survey()
}

// mentionAt is the mention that a word belongs to, or nil.
func (d *doc) mentionAt(sent, word int) *mention {
	if k := d.at[sent][word]; k > 0 {
		return d.mentions[k-1]
	}
	return nil
}

// add registers a mention for all its words.
func (d *doc) add(m mention) *mention {
	d.mentions = append(d.mentions, &m)
	k := int32(len(d.mentions))
	for w := m.first; w <= m.last; w++ {
		d.at[m.sent][w] = k
	}
	d.at[m.sent][m.head] = k
	return d.mentions[k-1]
}

// entity finds or makes the report's entity with the record's id.
func (d *doc) entity(rec record.Entity) *entity {
	if e, ok := d.byID[rec.ID]; ok {
		return e
	}
	e := &entity{rec: rec}
	d.byID[rec.ID] = e
	d.entities = append(d.entities, e)
	return e
}
