package reading

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"depesche/record"
)

// relationsIn gives the relations of a report of 10 March 2023 in short.
func relationsIn(t *testing.T, lang, text string) []string {
	t.Helper()
	var out []string
	for _, r := range readIn(t, lang, text) {
		if r.Kind != record.KindRelation {
			continue
		}
		s := fmt.Sprintf("%s %s %s > %s %s", r.Predicate, r.As, r.Subject[0].Name, r.Object[0].Name, r.Status)
		if r.Negated {
			s += " not"
		}
		if r.Date.From != 0 || r.Date.To != 0 {
			s += fmt.Sprintf(" %v/%v", r.Date.From, r.Date.To)
		}
		out = append(out, strings.Join(strings.Fields(s), " "))
	}
	return out
}

// Whoever a clause gives an office or takes it from has or had it, from or until
// then; what is still to come is planned.
func TestToldOffices(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Elena Marks, who resigned as prime minister of Moldova last month, left the party.", "holds_office head_of_government Elena Marks > Moldova actual not /2023-02-28"},
		{"en", "Jane Weller will become foreign minister of Peru in May.", "holds_office foreign_minister Jane Weller > Peru planned 2023-05-01/"},
		{"en", "The president of Chad fired Omar Deby as defence minister on 3 March.", "holds_office defence_minister Omar Deby > Chad actual not /2023-03-03"},
		{"en", "Parliament elected Jane Weller president of Peru on 6 March.", "holds_office head_of_state Jane Weller > Peru actual 2023-03-06/"},
		{"de", "Karl Weber trat am 6. März als Verteidigungsminister von Peru zurück.", "holds_office defence_minister Karl Weber > Peru actual not /2023-03-06"},
		{"de", "Karl Weber soll neuer Außenminister von Peru werden.", "holds_office foreign_minister Karl Weber > Peru planned"},
		{"de", "Anna Weber ist neue Chefin der Weltbank.", "holds_office other Anna Weber > Weltbank actual"},
		{"de", "Neuer Außenminister von Peru wird Karl Weber.", "holds_office foreign_minister Karl Weber > Peru actual"},
		{"de", "Präsidentin der Weltbank ist Anna Weber.", "holds_office other Anna Weber > Weltbank actual"},
		{"de", "Die Slowakei übernimmt am 1. Juli die EU-Ratspräsidentschaft.", "holds_office other Slowakei > Europäische Union planned 2023-07-01/2023-07-01"},
	} {
		if got := relationsIn(t, c.lang, c.text); !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// A title that the report gives nobody makes no office, nor does a league.
func TestNoOffice(t *testing.T) {
	for _, c := range [][2]string{
		{"en", "The Premier League season in England ended on Sunday."},
		{"en", "Captain Tom Harding scored two goals in London."},
		{"en", "Chief executive Tom Harding said the firm in Australia was growing."},
		{"en", "Tom Harding wants to become president of Fiji."},
		{"en", "Jane Weller was prevented from acting as prime minister of Moldova."},
	} {
		if got := relationsIn(t, c[0], c[1]); len(got) > 0 {
			t.Errorf("%s: %q", c[1], got)
		}
	}
}

// The word for a party before a politician's title, or its initials behind the name,
// say where he belongs.
func TestPartyWords(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Republican Senator John Harding of South Dakota, USA, rejected the bill.", "member_of member John Harding > Republican Party actual"},
		{"de", "Rumäniens Premier Karl Weber (PSD) trat zurück.", "member_of member Karl Weber > PSD Rumänien actual"},
		{"de", "Die demokratische Senatorin Jane Weller kritisierte in Washington den Plan der USA.", "member_of member Jane Weller > Demokraten actual"},
	} {
		if got := relationsIn(t, c.lang, c.text); !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
	for _, r := range relationsIn(t, "en", "CDU secretary general Karl Weber criticised Berlin.") {
		if strings.HasPrefix(r, "member_of") {
			t.Errorf("an office of a party makes no member: %q", r)
		}
	}
}
