package reading

import (
	"strings"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// cueHit is a cue such as "laut X" found in a sentence.
type cueHit struct {
	first, last int // words of cue and source
	at          int // head of the source
	who         []party
}

// findCues finds the phrases that say who vouches.
func (d *doc) findCues() {
	for s := range d.trees {
		d.cues = append(d.cues, nil)
		for i := range d.lex.Cues {
			d.matchCue(s, &d.lex.Cues[i])
		}
		if d.lex.Lang == "de" {
			d.sourceCues(s)
		}
	}
}

// matchCue tries one cue at every place of a sentence.
func (d *doc) matchCue(s int, c *lexicon.Cue) {
	t := &d.trees[s]
	if len(c.Before) == 0 && len(c.After) == 0 {
		return
	}
	for i := range t.words {
		if len(c.Before) > 0 {
			if !wordsAt(t, i, c.Before) {
				continue
			}
			d.cueWithSource(s, i, i+len(c.Before), c)
			continue
		}
		if wordsAt(t, i, c.After) && i > 0 {
			d.cueBehind(s, i, c)
		}
	}
}

// sourceCues finds sources that are named by what they gave: "nach
// Polizeiangaben", "ersten Untersuchungen zufolge". With an article the noun is
// an event: "nach der Untersuchung".
func (d *doc) sourceCues(s int) {
	t := &d.trees[s]
	for i := range t.words {
		f := lower(t.words[i].Form)
		if h := t.head(i); f == "zufolge" && h >= 0 && h < i || f == "laut" && h > i+3 {
			d.phraseCue(s, i, h)
			continue
		}
		if f != "nach" && f != "laut" && f != "gemäß" || f == "nach" && d.accountBefore(s, i) {
			continue
		}
		k := i + 1
		if k < len(t.words) && t.words[k].UPOS == report.DET {
			k++
		}
		article := k > i+1
		for k < len(t.words) && (t.words[k].UPOS == report.ADJ || lower(t.words[k].Lemma) == "eigen") {
			k++
		}
		if k+1 < len(t.words) && isNominal(&t.words[k]) && !d.isAccount(&t.words[k]) && d.isAccount(&t.words[k+1]) && strings.HasSuffix(t.words[k].Form, "s") {
			d.addCue(s, i, k+1, k, d.nounParty(s, k)) // "nach Grupps Meinung"
			continue
		}
		if k >= len(t.words) || !isNominal(&t.words[k]) || article && !d.isAccount(&t.words[k]) || !article && !d.isSource(&t.words[k]) && !d.isAccount(&t.words[k]) {
			continue
		}
		if m := d.compoundOwner(s, k); m != nil {
			d.addCue(s, i, k, k, []party{{ent: m.owner, m: m, via: true}}) // "nach Pentagon-Angaben"
			continue
		}
		if own := d.ownSource(s, i, k); own != nil {
			d.addCue(s, i, k, k, own)
			continue
		}
		if k+1 < len(t.words) && !article {
			if n := &t.words[k+1]; n.UPOS == report.DET || n.UPOS == report.PROPN || lower(n.Form) == "von" || lower(n.Form) == "über" {
				if d.isAccount(&t.words[k]) && lower(n.Form) != "über" {
					_, last := d.nounPhrase(s, k)
					d.addCue(s, i, last, k, d.nounParty(s, k))
				}
				continue // whose they are is said, or they are an event
			}
		}
		if m := d.mentionAt(s, k); m == nil || len(m.ents) == 0 {
			last := k
			if article {
				_, last = d.nounPhrase(s, k)
			}
			d.addCue(s, i, last, k, d.nounParty(s, k))
		}
	}
}

// phraseCue takes the whole noun phrase that "zufolge" or "laut" governs: "laut
// einer am Dienstag veröffentlichten Mitteilung".
func (d *doc) phraseCue(s, prep, noun int) {
	t := &d.trees[s]
	if prep > noun { // "ersten Angaben vom Montag zufolge"
		for h := t.head(noun); h >= 0 && h < noun && isNominal(&t.words[h]) && !d.isSource(&t.words[noun]); h = t.head(h) {
			noun = h
		}
	}
	if x := &t.words[noun]; t.rel(prep) != report.Case || x.UPOS != report.NOUN || prep > noun && !d.isSource(x) && !d.isAccount(x) {
		return
	}
	first, _ := t.extent(noun)
	last := prep
	if prep < noun {
		_, last = d.nounPhrase(s, noun)
		first = prep
	}
	for w := first; w <= last; w++ {
		if isVerb(&t.words[w]) && t.words[w].Feats.Is(report.VerbForm, "Fin") {
			return
		}
	}
	d.addCue(s, first, last, noun, d.nounParty(s, noun))
}

// accountBefore takes an account right before "nach" that nothing follows which
// could depend on it: "dem Vernehmen nach", "seiner Ansicht nach".
func (d *doc) accountBefore(s, i int) bool {
	t := &d.trees[s]
	if i < 2 || i+1 >= len(t.words) || !d.isAccount(&t.words[i-1]) || t.words[i-2].UPOS != report.DET {
		return false
	}
	if n := &t.words[i+1]; !isVerb(n) && n.UPOS != report.PUNCT && n.UPOS != report.ADV {
		return false
	}
	d.addCue(s, i-2, i, i-1, d.nounParty(s, i-1))
	return true
}

// ownSource is whose "nach eigenen Angaben" are: the subject's of the sentence.
func (d *doc) ownSource(s, i, k int) []party {
	t := &d.trees[s]
	own := false
	for w := i + 1; w < k; w++ {
		own = own || strings.HasPrefix(lower(t.words[w].Form), "eigene")
	}
	if !own {
		return nil
	}
	h := t.head(k)
	for h >= 0 && !isVerb(&t.words[h]) {
		h = t.head(h)
	}
	if h < 0 {
		return nil
	}
	var f slots
	f.fill(d, s, h)
	return f.slotEntities(lexicon.Subj, nil, nil)
}

// isSource says whether a noun, or the head of a compound, vouches by itself.
func (d *doc) isSource(w *report.Word) bool {
	return d.headed(w, "@source-noun")
}

func wordsAt(t *tree, i int, words []string) bool {
	if i+len(words) > len(t.words) {
		return false
	}
	for k, w := range words {
		if !strings.EqualFold(t.words[i+k].Form, w) {
			return false
		}
	}
	return true
}

// cueWithSource looks for the source right after the first words of a cue, and
// for the cue's last words behind it.
func (d *doc) cueWithSource(s, first, from int, c *lexicon.Cue) {
	t := &d.trees[s]
	if bare := len(c.Before) == 1 && lower(c.Before[0]) == "so"; bare && (first == 0 || t.words[first-1].UPOS != report.PUNCT || from < len(t.words) && sotype[lower(t.words[from].Form)]) {
		return // "so genannte", "so einen Text": no source
	}
	if d.lex.Lang == "de" && from < len(t.words) && relativeForms[lower(t.words[from].Form)] && relative(&t.words[from]) && first > 0 && t.words[first-1].Form == "," {
		return // "Pläne, laut denen …": the source stands before
	}
	for w := from; w < len(t.words) && w < from+7; w++ {
		x := &t.words[w]
		m := d.mentionAt(s, w)
		if m == nil || len(m.ents) == 0 {
			if x.UPOS == report.PUNCT && w == from && quoteMarks[x.Form] {
				continue // "laut »BBC«"
			}
			if x.UPOS == report.PUNCT || x.UPOS == report.NUM || x.UPOS == report.ADV || isVerb(x) || x.UPOS == report.ADP && lower(x.Form) != "von" && lower(x.Form) != "of" {
				return
			}
			if (x.UPOS == report.NOUN || x.UPOS == report.PROPN) && len(c.After) == 0 {
				d.addCue(s, first, w, w, d.nounParty(s, w))
				return
			}
			continue
		}
		end := max(m.last, w)
		if h := t.head(m.head); m.kind == byAdj && h > w && h < w+7 && base(t.rel(m.head)) == report.Amod && d.mentionAt(s, h) != nil && len(d.mentionAt(s, h).ents) > 0 {
			continue // "so der norwegische Minister Støre": not Norway
		}
		if len(c.After) > 0 {
			k := end + 1
			for k < len(t.words) && k < end+4 && !wordsAt(t, k, c.After) && t.words[k].UPOS != report.PUNCT && !isVerb(&t.words[k]) {
				k++
			}
			if !wordsAt(t, k, c.After) {
				return
			}
			end = k + len(c.After) - 1
		}
		d.addCue(s, first, end, m.head, d.partiesAt(s, m.head, nil, nil))
		return
	}
}

var relativeForms = map[string]bool{"denen": true, "dem": true, "der": true, "welchem": true, "welcher": true, "welchen": true}

var sotype = map[string]bool{"mancher": true, "manche": true, "manches": true, "einen": true, "einem": true, "dass": true}

var quoteMarks = map[string]bool{"„": true, "»": true, "«": true, "\"": true, "“": true, "”": true}

// cueBehind takes the source right before the cue: "chinesischen Angaben
// zufolge", "Merkel zufolge".
func (d *doc) cueBehind(s, i int, c *lexicon.Cue) {
	t := &d.trees[s]
	for w := i - 1; w >= 0 && w >= i-6; w-- {
		m := d.mentionAt(s, w)
		if m != nil && len(m.ents) > 0 {
			d.addCue(s, m.first, i+len(c.After)-1, m.head, d.partiesAt(s, m.head, nil, nil))
			return
		}
		if w == i-1 && len(c.Before) == 0 && (d.isSource(&t.words[w]) || d.isAccount(&t.words[w])) {
			d.addCue(s, w, i+len(c.After)-1, w, d.nounParty(s, w)) // "Medienberichten zufolge"
			return
		}
		if t.words[w].UPOS == report.PUNCT || isVerb(&t.words[w]) {
			return
		}
	}
}

// nounParty makes a party of a common noun ("laut Experten").
func (d *doc) nounParty(s, w int) []party {
	if ps := d.partiesOfWord(s, w, 0, nil, nil); len(ps) > 0 {
		return ps
	}
	name := d.trees[s].words[w].Lemma
	e := d.entity(record.Entity{ID: d.localID(name), Type: record.TypeOther, Name: name})
	if d.isClass(&d.trees[s].words[w], "@press-noun") {
		e.rec.Sector, e.rec.State = "MED", d.home
	}
	return []party{{ent: e, m: &mention{sent: s, head: w, first: w, last: w}}}
}

func (d *doc) addCue(s, first, last, at int, who []party) {
	if len(who) == 0 {
		return
	}
	for i, old := range d.cues[s] {
		if old.first <= last && first <= old.last {
			if last-first > old.last-old.first {
				d.cues[s][i] = cueHit{first, last, at, who}
			}
			return
		}
	}
	d.cues[s] = append(d.cues[s], cueHit{first, last, at, who})
}

// attributionOf says who vouches for what stands at a word, outermost first.
func (d *doc) attributionOf(s, w int) []record.Attribution {
	var out []record.Attribution
	t := &d.trees[s]
	for _, c := range d.cues[s] {
		if w >= c.first && w <= c.last || !d.cueCovers(t, &c, w) {
			continue
		}
		out = append(out, d.vouchers(c.who, d.words(s, c.first, c.last))...)
	}
	if view := d.viewerOf(s, w); view != nil {
		return append(out, view...)
	}
	if sp := d.speakerOver(s, w); sp != nil {
		st := &d.trees[sp.sent]
		for _, e := range d.entitiesOf(sp.who) {
			if !attributed(out, &e) {
				out = append(out, record.Attribution{Who: &e, Cue: st.words[sp.word].Form})
			}
		}
	}
	return out
}

// vouchers are parties that vouch by some words.
func (d *doc) vouchers(ps []party, cue string) []record.Attribution {
	var out []record.Attribution
	for _, e := range d.entitiesOf(ps) {
		out = append(out, record.Attribution{Who: &e, Cue: cue})
	}
	return out
}

func attributed(list []record.Attribution, e *record.Entity) bool {
	for _, a := range list {
		if a.Who != nil && a.Who.ID == e.ID {
			return true
		}
	}
	return false
}

// cueCovers says whether a cue speaks for a word: for all of its sentence,
// unless it stands in a subordinate clause that the word is not part of.
func (d *doc) cueCovers(t *tree, c *cueHit, w int) bool {
	if c.first > 0 && t.words[c.first-1].Form == "," && ends(t, c.last+1) {
		return true // ", according to the police."
	}
	clause := -1
	t.climb(c.at, func(anc, via int) bool {
		switch base(t.rel(via)) {
		case report.Acl, report.Advcl:
			clause = via
			return false
		}
		return true
	})
	return clause < 0 || t.under(w, clause)
}

// inCue says whether a word stands in a phrase that says who vouches.
func (d *doc) inCue(s, w int) bool {
	if s >= len(d.cues) {
		return false
	}
	for i := range d.cues[s] {
		if c := &d.cues[s][i]; c.first <= w && w <= c.last {
			return true
		}
	}
	return false
}

// ends says whether nothing but punctuation stands from a word on.
func ends(t *tree, from int) bool {
	for w := from; w < len(t.words); w++ {
		if t.words[w].UPOS != report.PUNCT {
			return false
		}
	}
	return true
}

// words is the text from one word of a sentence to another.
func (d *doc) words(s, first, last int) string {
	ws := d.trees[s].words
	return strings.TrimSpace(d.rep.Text[ws[first].Start:ws[last].End])
}
