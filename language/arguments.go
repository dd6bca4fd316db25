package language

import "depesche/report"

// A verb has one subject and one object. Where the network sees several, or one
// that case or number forbid, the best division of the two roles is looked for
// among the words that it thinks of.

// What a form that contradicts the role costs, against the network's scores.
const (
	caseCost   = 4
	numberCost = 2
)

// maxArguments is the number of candidates of one head that are weighed.
const maxArguments = 8

// argument is a word that the network takes for a subject or object.
type argument struct {
	word                   int
	subject, object, other float32
	subjectRel, otherRel   report.Rel
}

// roleOf is 1 for a subject, 2 for an object, else 0.
func roleOf(r report.Rel) int {
	switch r {
	case report.Nsubj, report.NsubjPass, report.Csubj, report.CsubjPass:
		return 1
	case report.Obj:
		return 2
	}
	return 0
}

// arguments divides subjects and objects. heads count from 1.
func (w *Worker) arguments(words []report.Word, heads []int32) {
	if w.a.cases {
		w.agreer.phrases(words, heads)
	}
	for i := range words {
		if roleOf(words[i].Rel) > 0 && firstRole(words, heads, i) {
			w.divide(words, heads, int(heads[i])-1)
		}
	}
}

// firstRole says whether no word before i is a subject or object of the same head.
func firstRole(words []report.Word, heads []int32, i int) bool {
	for j := range i {
		if heads[j] == heads[i] && roleOf(words[j].Rel) > 0 {
			return false
		}
	}
	return true
}

// divide finds the best subject and object of one head.
func (w *Worker) divide(words []report.Word, heads []int32, head int) {
	var list [maxArguments]argument
	n := 0
	for i := range words {
		if int(heads[i]) == head+1 && roleOf(words[i].Rel) > 0 && n < maxArguments {
			list[n] = w.argument(words, heads, i, head)
			n++
		}
	}
	best, subject, object := float32(-1e30), -1, -1
	for s := -1; s < n; s++ {
		for o := -1; o < n; o++ {
			if s >= 0 && s == o {
				continue
			}
			sum := float32(0)
			for k := range n {
				switch k {
				case s:
					sum += list[k].subject
				case o:
					sum += list[k].object
				default:
					sum += list[k].other
				}
			}
			if sum > best {
				best, subject, object = sum, s, o
			}
		}
	}
	for k := range n {
		i := list[k].word
		switch k {
		case subject:
			words[i].Rel = list[k].subjectRel
			if w.a.cases {
				w.agreer.settle(words, heads, i, nominative, "Nom")
			}
		case object:
			words[i].Rel = report.Obj
			if w.a.cases {
				w.agreer.settle(words, heads, i, accusative, "Acc")
			}
		default:
			words[i].Rel = list[k].otherRel
		}
	}
}

// argument weighs the roles of one word.
func (w *Worker) argument(words []report.Word, heads []int32, i, head int) argument {
	m := w.a.model
	a := argument{word: i, subject: -1e9, object: -1e9, other: -1e9, otherRel: report.Dep, subjectRel: report.Nsubj}
	for k, s := range m.RelatedScores(&w.state, w.first+i)[:len(m.Rels)] {
		switch r := m.Rels[k]; roleOf(r) {
		case 1:
			if s > a.subject {
				a.subject, a.subjectRel = s, r
			}
		case 2:
			a.object = s
		default:
			if s > a.other {
				a.other, a.otherRel = s, r
			}
		}
	}
	if !w.a.cases || words[i].UPOS == report.VERB {
		return a
	}
	may := w.agreer.of[i]
	if may&accusative == 0 {
		a.object -= caseCost
	}
	switch {
	case may&nominative == 0:
		a.subject -= caseCost
	case may&nominative&number(words, heads, head) == 0 && !joined(words, heads, i):
		a.subject -= numberCost
	}
	return a
}
