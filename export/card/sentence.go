package card

import (
	"depesche/record"
	"depesche/report"
)

// Sentence says a record in plain English, on one line: who does what to whom.
func Sentence(r *record.Record, n Names) (string, error) {
	t, err := loadTables()
	if err != nil {
		return "", err
	}
	c := &card{t: t, r: &report.Report{}, o: Options{Names: n}, width: 80}
	text := ""
	for _, p := range capital(c.phrase([]*record.Record{r})) {
		text += p.text
	}
	return text, nil
}

// When writes a date as a card does: "Wed 8 May 2019", "Mar 2023".
func When(d record.Date) string { return humanDate(d, false) }
