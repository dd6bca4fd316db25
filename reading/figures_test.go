package reading

import (
	"fmt"
	"strings"
	"testing"

	"depesche/record"
	"depesche/report"
)

// figuresIn reads a report of 10 March 2023 and gives its figures in short.
func figuresIn(t *testing.T, lang, text string) []string {
	t.Helper()
	words, w := workers(t, lang)
	day := record.DayOf(2023, 3, 10)
	rep := &report.Report{ID: "test", Lang: lang, Text: text, Date: record.Interval{From: day, To: day}}
	if err := words.Analyse(rep); err != nil {
		t.Fatal(err)
	}
	rs, err := w.Read(rep)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range rs {
		if rs[i].Kind == record.KindFigure {
			out = append(out, short(&rs[i]))
		}
	}
	return out
}

// short writes a figure as "trade 5e+09 USD up 33 percent CHN BLR actual".
func short(r *record.Record) string {
	var b strings.Builder
	b.WriteString(r.Measure)
	quantity := func(q *record.Quantity) {
		fmt.Fprintf(&b, " %v", q.Min)
		if q.Max != q.Min {
			fmt.Fprintf(&b, "-%v", q.Max)
		}
		if q.Unit == "money" {
			b.WriteString(" " + q.Currency)
		} else {
			b.WriteString(" " + q.Unit)
		}
	}
	if r.Value != nil {
		quantity(r.Value)
	}
	if r.Change != nil {
		b.WriteString(" " + r.Change.Direction)
		quantity(r.Change)
	}
	if r.Approximate {
		b.WriteString(" about")
	}
	return b.String()
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Der Handel zwischen Indien und Iran stieg im vergangenen Jahr um 20 Prozent auf drei Milliarden Dollar.", "trade 3e+09 USD up 20 percent"},
		{"de", "Der Handel mit Ghana ging um ein Drittel auf 190 Millionen Euro zurück.", "trade 1.9e+08 EUR down 33.3333333 percent"},
		{"de", "Die Exporte Kenias stiegen um die Hälfte auf 30 Milliarden Dollar.", "exports 3e+10 USD up 50 percent"},
		{"de", "Die Exporte betrugen 30 Milliarden Euro, um 5 Prozent mehr als im Jahr davor.", "exports 3e+10 EUR up 5 percent"},
		{"de", "Die Inflation sank im Februar von neun auf sieben Prozent.", "inflation 7 percent down 2 percentage_point"},
		{"de", "Bei dem Angriff wurden mindestens 14 Menschen getötet und 30 verletzt.", "killed 14 people about; injured 30 people"},
		{"de", "Rund 20.000 Demonstranten zogen durch Warschau.", "protesters 20000 people about"},
		{"de", "Der Kredit über drei Milliarden Euro wurde bewilligt.", "aid 3e+09 EUR"},
		{"de", "Die Hilfe beträgt 5 Milliarden Euro (5,4 Milliarden Dollar).", "aid 5e+09 EUR"},
		{"de", "Die Partei kam auf 23,4 Prozent der Stimmen.", "votes 23.4 percent"},
		{"de", "Der 68-Jährige verwies auf Artikel 5 und die Resolution 1325.", ""},
		{"de", "Der Minister stellte sich zwei Fragen.", ""},
		{"de", "Es starben mehr als 20 Malier und mehr als 70 Ghanaer.", "killed 20 people about; killed 70 people about"},
		{"de", "Es kamen nicht mehr als 50 bis 70 Menschen.", "other 50-70 people about"},
		{"de", "Der Krieg treibt Millionen Menschen in die Flucht.", "displaced 2e+06-9.999999e+06 people about"},
		{"de", "Das Land liegt auf Platz 149 von 180 Staaten.", ""},
		{"de", "48 Prozent stimmten dafür, 41 dagegen.", "votes 48 percent; votes 41 percent"},
		{"en", "The battle claimed the lives of 500 Indian soldiers.", "killed 500 people"},
		{"en", "The disease killed 50 people and infected more than 1,400 in Tunisia.", "killed 50 people; other 1400 people about"},
		{"en", "India spent 14 lakh rupees.", "budget 1.4e+06 INR"},
		{"de", "Die Regierungspartei kam auf 42 Prozent, die Opposition auf 37 Prozent der Stimmen.", "votes 42 percent; votes 37 percent"},
		{"de", "Der Haushalt sieht Ausgaben von 450 Milliarden Euro vor, davon 52 Milliarden für die Armee.", "budget 4.5e+11 EUR; budget 5.2e+10 EUR"},
		{"de", "Die Inflation lag im Februar bei 55,2 Prozent nach 57,7 Prozent im Januar.", "inflation 55.2 percent down 2.5 percentage_point"},
		{"en", "Inflation was 55.2 percent in February, down from 57.7 percent in January.", "inflation 55.2 percent down 2.5 percentage_point"},
		{"en", "At least 24 people were killed and more than 60 wounded in a bombing.", "killed 24 people about; injured 60 people about"},
		{"en", "The USA is sending Ukraine 31 Abrams tanks.", "other 31 Abrams tanks"},
		{"en", "The firm published its 2018 results.", ""},
		{"en", "Trade between Iran and Iraq rose by 12 percent to $9bn last year.", "trade 9e+09 USD up 12 percent"},
		{"en", "At least 12 people were killed and 30 others injured in an attack in Kabul.", "killed 12 people about; injured 30 people"},
		{"en", "Inflation fell from 9 to 7 percent in February.", "inflation 7 percent down 2 percentage_point"},
		{"en", "Germany pledged 300 million euros to Ukraine.", "aid 3e+08 EUR"},
		{"en", "The 68-year-old said Resolution 1325 was adopted in 2000.", ""},
		{"en", "Six members met at the G7 summit and discussed COVID-19.", ""},
	} {
		if got := strings.Join(figuresIn(t, c.lang, c.text), "; "); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestDerive(t *testing.T) {
	money := func(lo, hi float64) *record.Quantity {
		return &record.Quantity{Min: lo, Max: hi, Unit: "money", Currency: "USD"}
	}
	percent := func(x float64, unit, direction string) *record.Quantity {
		return &record.Quantity{Min: x, Max: x, Unit: unit, Direction: direction}
	}
	year := record.Year(2022)
	for _, c := range []struct {
		value, change *record.Quantity
		min, max      float64
	}{
		{money(5e9, 5e9), percent(33, "percent", "up"), 3759398496, 3759398497},
		{money(80, 80), percent(20, "percent", "down"), 100, 100},
		{percent(7, "percent", ""), percent(2, "percentage_point", "down"), 9, 9},
	} {
		r := record.Record{Value: c.value, Change: c.change, Period: record.Date{From: year.From, To: year.To}}
		d := derive(&r)
		if d == nil || d.Value.Min != c.min || d.Value.Max != c.max {
			t.Errorf("%+v %+v: got %+v, want %v to %v", c.value, c.change, d, c.min, c.max)
			continue
		}
		if want := record.Year(2021); d.Period.Interval() != want {
			t.Errorf("period %v, want %v", d.Period.Interval(), want)
		}
	}
	if d := derive(&record.Record{Value: money(5, 5), Change: percent(100, "percent", "down")}); d != nil {
		t.Errorf("a fall by everything has no earlier level, got %+v", d)
	}
}
