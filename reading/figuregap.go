package reading

import (
	"slices"

	"depesche/lexicon"
	"depesche/record"
	"depesche/report"
)

// gapOwner is who an amount belongs to where its clause leaves out the verb of the
// one before: "won 42 percent, the opposition 37 percent", "kam auf 42 Prozent, die
// Opposition auf 37".
func (d *doc) gapOwner(f *figure) []party {
	a := f.main()
	if f.behind == nil || f.behind.main().unit != a.unit || a.counts() {
		return nil
	}
	t := &d.trees[f.sent]
	k := a.first - 1
	if k > 0 && t.words[k].UPOS == report.ADP {
		k--
	}
	x := d.mentionAt(f.sent, max(k, 0))
	if k < 0 || x == nil || x.last != k || len(x.ents) != 1 || x.first <= f.behind.last {
		return nil
	}
	first := x.first
	for first > 0 && (t.words[first-1].UPOS == report.DET || t.words[first-1].UPOS == report.ADJ) {
		first--
	}
	if first == 0 || t.words[first-1].Form != "," && t.words[first-1].UPOS != report.CCONJ && t.words[first-1].Form != ";" {
		return nil
	}
	return []party{{ent: x.ents[0], m: x}}
}

// counts says whether an amount counts a noun or nothing at all.
func (a *amount) counts() bool { return a.unit.Unit == "" || a.noun >= 0 }

// sharedVotes makes votes of a share beside one that is of votes: "kam auf 42
// Prozent, die Opposition auf 37 Prozent der Stimmen".
func sharedVotes(here []figure) {
	votes := slices.IndexFunc(here, func(f figure) bool { return f.main().isShare() && f.measure.name() == "votes" })
	if votes < 0 {
		return
	}
	for i := range here {
		if f := &here[i]; f.main().isShare() && (f.measure.frame == shareFrame || f.measure.frame == nil) && f.change == nil {
			f.measure.frame, f.measure.word = here[votes].measure.frame, -1
		}
	}
}

// partWords stand before the number of those who are some of the ones before.
var partWords = map[string]bool{"davon": true, "darunter": true, "hiervon": true, "including": true}

// some says whether a number without a noun counts some of the people before it:
// "davon 1,5 Millionen nach Polen", "1.5 million of them".
func (d *doc) some(f *figure) bool {
	t := &d.trees[f.sent]
	a := f.main()
	if f.behind == nil || !f.measure.inherited || a.first == 0 {
		return false
	}
	if partWords[lower(t.words[a.first-1].Form)] {
		return true
	}
	k := a.last + 1
	return k+1 < len(t.words) && t.words[k].Form == "of" && (t.words[k+1].Form == "them" || t.words[k+1].Form == "whom")
}

// earlierBehind takes the earlier level set behind the later: "was 55.2 percent, down
// from 57.7 percent", "lag bei 55,2 Prozent nach 57,7 Prozent im Januar".
func (d *doc) earlierBehind(f *figure, a, b *amount) bool {
	if f.level != a || f.change != nil || f.from != nil || !a.isShare() && !a.isMoney() || a.unit != b.unit || b.first < 2 {
		return false
	}
	t := &d.trees[f.sent]
	before := lower(t.words[b.first-2].Form)
	switch {
	case b.prep == "from" && (before == "up" || before == "down"):
	case (b.prep == "nach" || b.prep == "after") && b.first-a.last == 2:
	default:
		return false
	}
	for i := a.last + 1; i < b.first; i++ {
		if isVerb(&t.words[i]) {
			return false
		}
	}
	f.from = b
	return true
}

// reported says whether the clause of a word is the content of the one that another
// word stands in: "45,000 had died, officials said on Friday".
func (t *tree) reported(w, other int) bool {
	for h := w; h >= 0 && !t.under(other, h); h = t.head(h) {
		if r := base(t.rel(h)); r == report.Ccomp || r == report.Parataxis {
			return true
		}
	}
	return false
}

// claimants are those who give a number by a verb of counting: "die Polizei sprach von
// 20.000", "police put the figure at 20,000".
func (d *doc) claimants(f *figure) []record.Attribution {
	t := &d.trees[f.sent]
	v := d.verbOver(f.sent, f.main().at)
	if v < 0 || !d.isClass(&t.words[v], "@counting-claim") || d.frameAt(f.sent, v) != nil {
		return nil
	}
	var sl slots
	sl.fill(d, f.sent, v)
	a := f.main()
	if s := sl.get(lexicon.Subj); sl.passive || s >= a.first && s <= a.last {
		return nil // "half of those asked reported …"
	}
	who := slices.DeleteFunc(sl.entities(lexicon.SlotExpr{{lexicon.Subj}}, nil), func(p party) bool { return p.ent.rec.Type == record.TypeOther || p.ent.rec.Type == record.TypePlace })
	return d.vouchers(who, t.words[v].Form)
}
