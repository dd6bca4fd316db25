package reading

import (
	"cmp"
	"slices"

	"depesche/record"
)

var kindOrder = map[record.Kind]int{record.KindEvent: 0, record.KindStatement: 1, record.KindFigure: 2, record.KindRelation: 3}

// inOrder sorts records by their place in the text, then by kind and id.
func inOrder(rs []record.Record) []record.Record {
	slices.SortStableFunc(rs, func(a, b record.Record) int {
		return cmp.Or(cmp.Compare(a.Evidence[0].Sentence, b.Evidence[0].Sentence), cmp.Compare(a.Evidence[0].Start, b.Evidence[0].Start),
			cmp.Compare(kindOrder[a.Kind], kindOrder[b.Kind]), cmp.Compare(a.ID, b.ID))
	})
	return rs
}
