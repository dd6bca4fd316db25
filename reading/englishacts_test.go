package reading

import (
	"slices"
	"testing"
)

// TestEnglishConstructions holds acts whose parties the parser hides, each with what
// must be among the acts of the text.
func TestEnglishConstructions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"North Korea test-fired two missiles on Sunday.", "MOBILIZE PRK>"},
		{"Azerbaijan accused Armenia of shelling villages near the border.", "ASSAULT ARM>"},
		{"Turkey demanded that Sweden extradite members of the group.", "REQUEST TUR>SWE"},
		{"Kenyan supporters were beaten and arrested by police.", "ASSAULT KEN>KEN"},
		{"The Security Council will hold a meeting on Friday.", "CONSULT security council>"},
		{"Moscow warned Tokyo of consequences if it supplied weapons to Kyiv.", "AID JPN>UKR"},
		{"Serbia's president, Jovan Petrov, condemned Croatia.", "ACCUSE SRB>HRV"},
		{"Niger's junta ordered the French ambassador to leave and revoked a treaty with Paris.", "SANCTION NER>FRA"},
		{"Ethiopian troops backed by militias recaptured the town from Tigrayan rebels, the UN said.", "COERCE ETH>ETH"},
		{"Peru's Congress criticised Chile.", "ACCUSE PER>CHL"},
		{"Greece and Turkey quarrelled. The UN is pressing both governments to talk.", "REQUEST United Nations>GRC+TUR"},
		{"Kenya and Uganda signed a treaty. Rwanda welcomed the treaty.", "SUPPORT RWA>KEN+UGA"},
		{"Greek farmers, angered by rising prices, blocked motorways near Athens.", "PROTEST GRC>"},
		{"The Palestinian group Hamas attacked Israel. The group's spokesman condemned Egypt.", "ACCUSE PSE>EGY"},
		{"Cuba held dissidents. Spain and Chile offered them passports.", "AGREE ESP+CHL>CUB"},
		{"Syria said it was ready to resume talks with Israel.", "AGREE SYR>ISR"},
		{"Thai and Cambodian troops held joint exercises.", "COOPERATE THA+KHM>"},
		{"Kurdish guerrillas kidnapped two tourists in eastern Turkey.", "ASSAULT TUR>TUR"},
		{"Croatia insisted that Serbia leave the town.", "REQUEST HRV>SRB"},
		{"Human Rights Watch filed a complaint against Chad's former president Hissene Habre.", "ACCUSE Human Rights Watch>TCD"},
		{"UN Secretary-General Antonio Guterres criticised Israel.", "ACCUSE António Guterres>ISR"},
		{"Israel said it would free 200 Palestinian prisoners.", "RETREAT ISR>PSE"},
		{"Israeli troops shot a Palestinian. The army criticised Egypt.", "ACCUSE ISR>EGY"},
		{"Iran called the raids a war crime.", "ACCUSE IRN>"},
		{"The Commonwealth suspended Nigeria.", "SANCTION Commonwealth of Nations>NGA"},
		{"Spain recognised Palestine. Israel condemned the move.", "ACCUSE ISR>ESP"},
	} {
		if got := actsIn(t, c.text); !slices.ContainsFunc(got, func(s string) bool { return len(s) >= len(c.want) && s[:len(c.want)] == c.want }) {
			t.Errorf("%q: want %s, got %v", c.text, c.want, got)
		}
	}
}

// TestEnglishNoAct holds acts that a text does not tell.
func TestEnglishNoAct(t *testing.T) {
	for _, c := range []struct{ text, not string }{
		{"Japan's police and students who oppose the law met.", "REJECT JPN+JPN>"},
		{"Iran fired two missiles on Sunday.", "ASSAULT IRN>"},
		{"China dismissed the criticism by Japan as interference in its affairs.", "COERCE JPN>CHN"},
		{"France refused to recall its envoy.", "REJECT FRA>FRA"},
		{"Britain recalled its envoy from Harare in protest at the vote.", "PROTEST GBR>GBR"},
	} {
		if got := actsIn(t, c.text); slices.Contains(got, c.not) {
			t.Errorf("%q: %s must not be told, got %v", c.text, c.not, got)
		}
	}
}
