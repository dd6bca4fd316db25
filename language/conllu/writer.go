package conllu

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"depesche/report"
)

// Write writes one report as a document. White space inside sentences becomes
// single spaces, since a line break cannot stand in CoNLL-U.
func Write(w io.Writer, r *report.Report) error {
	out := bufio.NewWriter(w)
	writeHead(out, r)
	for i := range r.Sentences {
		writeSentence(out, r, i)
	}
	return out.Flush()
}

func writeHead(out *bufio.Writer, r *report.Report) {
	out.WriteString("# newdoc")
	if r.ID != "" {
		out.WriteString(" id = " + oneLine(r.ID))
	}
	out.WriteByte('\n')
	for _, c := range [...][2]string{{"lang", r.Lang}, {"date", r.Date.EDTF()}, {"place", r.Place}, {"title", r.Title}, {"outlet", r.Outlet}} {
		if c[1] != "" {
			out.WriteString("# " + c[0] + " = " + oneLine(c[1]) + "\n")
		}
	}
}

func writeSentence(out *bufio.Writer, r *report.Report, i int) {
	s := &r.Sentences[i]
	if i > 0 && strings.Count(r.Text[r.Sentences[i-1].End:s.Start], "\n") > 1 {
		out.WriteString("# newpar\n")
	}
	out.WriteString("# sent_id = ")
	if r.ID != "" {
		out.WriteString(oneLine(r.ID) + "-")
	}
	out.WriteString("s" + strconv.Itoa(i+1) + "\n# text = " + oneLine(r.Cut(s.Span)) + "\n")
	for j := range s.Words {
		w := &s.Words[j]
		if w.Part == 1 {
			writeContraction(out, r, s, j)
		}
		writeWord(out, w, j)
	}
	out.WriteByte('\n')
}

func writeContraction(out *bufio.Writer, r *report.Report, s *report.Sentence, j int) {
	w := &s.Words[j]
	writeInt(out, j+1)
	out.WriteByte('-')
	writeInt(out, j+int(w.Parts))
	out.WriteByte('\t')
	out.WriteString(field(r.Cut(w.Span)))
	out.WriteString("\t_\t_\t_\t_\t_\t_\t_\t")
	if w.Spaced {
		out.WriteString("_\n")
	} else {
		out.WriteString("SpaceAfter=No\n")
	}
}

func writeWord(out *bufio.Writer, w *report.Word, j int) {
	writeInt(out, j+1)
	out.WriteByte('\t')
	out.WriteString(field(w.Form))
	out.WriteByte('\t')
	out.WriteString(field(w.Lemma))
	out.WriteByte('\t')
	out.WriteString(w.UPOS.String())
	out.WriteString("\t_\t")
	out.WriteString(w.Feats.String())
	out.WriteByte('\t')
	if w.Head < 0 && w.Rel == report.NoRel {
		out.WriteByte('_')
	} else {
		writeInt(out, int(w.Head)+1)
	}
	out.WriteByte('\t')
	out.WriteString(w.Rel.String())
	out.WriteString("\t_\t")
	writeMisc(out, w)
	out.WriteByte('\n')
}

func writeMisc(out *bufio.Writer, w *report.Word) {
	tight := !w.Spaced && w.Part == 0
	if w.Name != report.NameNone {
		out.WriteString("NER=" + nameTags[w.Name])
		if tight {
			out.WriteByte('|')
		}
	}
	if tight {
		out.WriteString("SpaceAfter=No")
	} else if w.Name == report.NameNone {
		out.WriteByte('_')
	}
}

func writeInt(out *bufio.Writer, n int) {
	out.Write(strconv.AppendInt(out.AvailableBuffer(), int64(n), 10))
}

// field is the text as a column.
func field(x string) string {
	if x = oneLine(x); x == "" {
		return "_"
	}
	return x
}

// oneLine makes white space single spaces if there is any but those.
func oneLine(x string) string {
	if !strings.ContainsAny(x, "\t\n\v\f\r\u0085") && !strings.Contains(x, "  ") {
		return x
	}
	return strings.Join(strings.Fields(x), " ")
}
