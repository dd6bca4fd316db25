package knowledge

import (
	"io/fs"
	"strings"
)

// Agent is the PLOVER sector of a noun for people by what they do, in lower
// case, as a user's tables have it; "" if they do not.
func (b *Base) Agent(lang, noun string) string { return b.agents[agent{lang, noun}] }

type agent struct{ lang, noun string }

// readAgents reads agents*.tsv: language forms sector. There may be none.
func (l *loader) readAgents() error {
	l.agents = map[agent]string{}
	if names, err := fs.Glob(l.files, "data/agents*.tsv"); err != nil || len(names) == 0 {
		return err
	}
	return eachRow(l.files, "agents*.tsv", 3, func(r row) error {
		xs := l.languages(r.cell(0))
		if len(xs) == 0 {
			return r.errorf("language %q: want de, en or *", r.cell(0))
		}
		if len(r.cell(2)) != 3 || strings.ToUpper(r.cell(2)) != r.cell(2) {
			return r.errorf("sector %q: want three capitals", r.cell(2))
		}
		for form := range strings.SplitSeq(r.cell(1), "|") {
			for _, x := range xs {
				l.agents[agent{x.lang, strings.ToLower(form)}] = r.cell(2)
			}
		}
		return nil
	})
}
