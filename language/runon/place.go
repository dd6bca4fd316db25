package runon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/language/segment"
	"depesche/report"
)

// visit calls see with every place of the sentence, up to the first for which it is false:
// the number of the word behind, and whether a colon stands before it. The words before
// and behind hold a finite verb each.
func (f *Finder) visit(words []report.Word, doubts []segment.Doubt, see func(i int, colon bool) bool) {
	if !f.read(words) {
		return
	}
	f.doubts = doubts
	total := f.before[len(words)].finite
	depth, open := 0, false
	for i := 1; i < len(words); i++ {
		depth, open = enclosed(words[i-1].Form, depth, open)
		if depth > 0 || open || words[i].Part > 1 || !words[i-1].Spaced {
			continue
		}
		d, known := f.doubt(words[i].Start)
		if d.Never {
			continue
		}
		if n := f.before[i].finite; n == 0 || n == total {
			continue
		}
		if !known && !capital(words[i].Form) || !d.Colon && (!closes(&words[i-1]) || f.shared(i)) {
			continue
		}
		if !see(i, d.Colon) {
			return
		}
	}
}

// enclosed follows brackets and quotation marks.
func enclosed(form string, depth int, open bool) (int, bool) {
	switch form {
	case "(", "[":
		return depth + 1, open
	case ")", "]":
		return max(0, depth-1), open
	case "„", "``":
		return depth, true
	case "“", "”", "''":
		return depth, false
	case "\"", "»", "«":
		return depth, !open
	}
	return depth, open
}

// doubt is what the segmenter thought of the place before the offset, which grows from
// call to call.
func (f *Finder) doubt(at int32) (segment.Doubt, bool) {
	for len(f.doubts) > 0 && f.doubts[0].At < at {
		f.doubts = f.doubts[1:]
	}
	if len(f.doubts) > 0 && f.doubts[0].At == at {
		return f.doubts[0], true
	}
	return segment.Doubt{}, false
}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// closes says whether a sentence may end with the word and no stop: a word, a number, a unit,
// or what closes a quotation or bracket.
func closes(w *report.Word) bool {
	if w.UPOS != report.PUNCT && w.UPOS != report.SYM {
		return !strings.HasSuffix(w.Form, ".")
	}
	switch w.Form {
	case ")", "]", "“", "”", "''", "»", "\"", "%", "€", "$":
		return true
	}
	return false
}

// shared says whether the first finite verb behind the place follows a conjunction, so that
// it shares its subject with one before.
func (f *Finder) shared(i int) bool {
	for k := i; k < len(f.words); k++ {
		if isFinite(&f.words[k]) {
			return k > 0 && f.words[k-1].UPOS == report.CCONJ
		}
	}
	return false
}

// read counts what stands before each place; it is false if the sentence has less than
// two finite verbs.
func (f *Finder) read(words []report.Word) bool {
	f.words = words
	f.before = append(f.before[:0], counts{})
	n := counts{}
	for i := range words {
		w := &words[i]
		if isFinite(w) {
			n.finite++
			if f.isMain(i) {
				n.main++
			}
		}
		if w.Rel == report.Nsubj || w.Rel == report.NsubjPass {
			n.subjects++
		}
		f.before = append(f.before, n)
	}
	if n.finite < 2 {
		return false
	}
	f.span()
	return true
}

func isFinite(w *report.Word) bool {
	return (w.UPOS == report.VERB || w.UPOS == report.AUX) && w.Feats.Is(report.VerbForm, "Fin")
}

// isMain says whether the finite verb i is that of a main clause: nothing introduces it.
func (f *Finder) isMain(i int) bool {
	w := &f.words[i]
	if w.Head >= 0 && (w.Rel == report.Aux || w.Rel == report.AuxPass || w.Rel == report.Cop) {
		i = int(w.Head)
		w = &f.words[i]
	}
	switch w.Rel {
	case report.Advcl, report.AdvclRelcl, report.Acl, report.AclRelcl, report.Csubj, report.CsubjPass:
		return false
	}
	for k := max(0, i-20); k < i; k++ {
		if int(f.words[k].Head) == i && f.words[k].Rel == report.Mark && f.words[k].UPOS == report.SCONJ {
			return false
		}
	}
	return true
}

// span counts the arcs over each place.
func (f *Finder) span() {
	n := len(f.words) + 1
	f.over = append(f.over[:0], make([]arcs, n)...)
	for i := range f.words {
		w := &f.words[i]
		h := int(w.Head)
		if h < 0 || w.UPOS == report.PUNCT {
			continue
		}
		a, z := min(i, h)+1, max(i, h)+1
		f.over[a].add(w.Rel, i, 1)
		f.over[z].add(w.Rel, i, -1)
	}
	for i := 1; i < n; i++ {
		x, before := &f.over[i], f.over[i-1]
		x.all, x.function, x.core, x.sum = x.all+before.all, x.function+before.function, x.core+before.core, x.sum+before.sum
	}
}

// add counts the arc to word i n times.
func (a *arcs) add(r report.Rel, i int, n int32) {
	a.all += n
	a.sum += n * int32(i)
	switch r {
	case report.Aux, report.AuxPass, report.Cop, report.CompoundPrt, report.Det, report.DetPoss, report.Case, report.Mark:
		a.function += n
	case report.Nsubj, report.NsubjPass, report.Obj, report.Iobj, report.OblArg, report.Expl, report.ExplPv, report.Xcomp:
		a.core += n
	}
}

// parts says whether the colon before word i parts two main clauses: each
// side has one's verb. The first does not end in its verb, as what announces speech does
// ("sagte:", "habe geantwortet:"), unless that is passive or tells a state.
func (f *Finder) parts(i int) bool {
	if i < 2 || f.announces(i-2) || f.before[i].main == 0 {
		return false
	}
	for k := i; k < len(f.words); k++ {
		switch f.words[k].Form {
		case ":", ";":
			return false
		}
		if f.before[k+1].main > f.before[i].main {
			return true
		}
	}
	return false
}

// announces says whether word i is a conjunction, or a verb behind which somebody's words
// may follow: any but a participle beside "sein" or "werden".
func (f *Finder) announces(i int) bool {
	w := &f.words[i]
	if w.Rel == report.CompoundPrt {
		return false
	}
	switch w.UPOS {
	case report.CCONJ, report.SCONJ:
		return true
	case report.VERB, report.AUX:
	default:
		return false
	}
	if !w.Feats.Is(report.VerbForm, "Part") {
		return true
	}
	for k := range f.words[:i] {
		x := &f.words[k]
		if int(x.Head) == i && (x.Rel == report.Aux || x.Rel == report.AuxPass || x.Rel == report.Cop) {
			return x.Lemma == "haben"
		}
	}
	return w.UPOS == report.VERB
}
