package learn

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// numbering gives things numbers in the order of their coming.
type numbering[T comparable] struct {
	of   map[T]int
	list []T
}

func (n *numbering[T]) number(x T) int {
	if i, ok := n.of[x]; ok {
		return i
	}
	if n.of == nil {
		n.of = map[T]int{}
	}
	i := len(n.list)
	n.of[x] = i
	n.list = append(n.list, x)
	return i
}

// dictionary is what is written.
type dictionary struct {
	entries    entries
	common     map[string]bool
	rules      map[string]edit
	exceptions map[string]string
}

// encode writes the format of package morph.
func (d *dictionary) encode() ([]byte, error) {
	var edits numbering[edit]
	var tags numbering[reading]
	var classes numbering[string]
	auto := newAutomaton()
	for _, form := range d.entries.sorted() {
		var c []byte
		flag := uint64(0)
		if d.common[form] {
			flag = 1
		}
		c = binary.AppendUvarint(c, flag)
		c = binary.AppendUvarint(c, uint64(len(d.entries[form])))
		for _, r := range d.entries[form] {
			e := edits.number(r.edit)
			r.edit = edit{}
			c = binary.AppendUvarint(c, uint64(tags.number(r)))
			c = binary.AppendUvarint(c, uint64(e))
		}
		auto.add(form, classes.number(string(c)))
	}
	ruleKeys := slices.Sorted(maps.Keys(d.rules))
	for _, k := range ruleKeys {
		edits.number(d.rules[k])
	}
	var out bytes.Buffer
	out.WriteString("DPM2")
	num := func(n int) { out.Write(binary.AppendUvarint(nil, uint64(n))) }
	str := func(s string) { num(len(s)); out.WriteString(s) }
	num(len(edits.list))
	for _, e := range edits.list {
		num(e.at)
		str(e.infix)
		num(e.cut)
		str(e.append)
	}
	num(len(tags.list))
	for _, t := range tags.list {
		num(int(t.upos))
		out.Write(binary.AppendUvarint(nil, uint64(t.feats)))
		num(int(t.name))
	}
	num(len(classes.list))
	for _, c := range classes.list {
		out.WriteString(c)
	}
	w := auto.walk()
	if len(w.labels) >= 1<<23 || len(classes.list) >= 1<<23 {
		return nil, fmt.Errorf("%d arcs and %d classes are too many", len(w.labels), len(classes.list))
	}
	out.Write(w.encode())
	num(len(ruleKeys))
	for _, k := range ruleKeys {
		str(k)
		num(edits.number(d.rules[k]))
	}
	num(len(d.exceptions))
	for _, k := range slices.Sorted(maps.Keys(d.exceptions)) {
		str(k)
		str(d.exceptions[k])
	}
	return compress(out.Bytes())
}

func compress(b []byte) ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	err = z.Close()
	return out.Bytes(), err
}
