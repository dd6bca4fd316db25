package reading

import (
	"slices"
	"testing"
)

// TestGermanActs holds German sentences to the acts that they tell.
func TestGermanActs(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		// "das" takes up what was said before, in front of a past tense that looks like an adjective
		{"Portugal und Angola wollen mehr handeln. Das vereinbarten Präsident Lourenço und der portugiesische Regierungschef Costa am Montag in Luanda.", "AGREE AGO+PRT>"},
		{"Russland soll seine Truppen aus Georgien abziehen. Das verlangten Polen und Litauen.", "REQUEST POL+LTU>RUS"},
		// a noun for a state, and its name
		{"Das Nachbarland Kenia warnte Äthiopien.", "THREATEN KEN>ETH"},
		{"Der EU-Staat Ungarn warnte die Ukraine.", "THREATEN HUN>UKR"},
		{"Putin besuchte das Nachbarland Kasachstan.", "CONSULT RUS>KAZ"},
		{"Lawrow war im April in Rom. Von dem Besuch in Italien erhoffte er sich nichts.", "CONSULT RUS>ITA"},
		{"Die Rede Orbáns wurde in Prag mit Empörung aufgenommen.", "ACCUSE CZE>HUN"},
		{"Erdogan empfing Ebrahim Raisi in Ankara. Beide Politiker unterzeichneten zehn Abkommen.", "SUPPORT TUR+IRN>"},
		// an attack and its victims are one act
		{"Bei einem Anschlag der Taliban in Kabul wurden 19 Menschen getötet.", "ASSAULT AFG>AFG"},
		{"Nordkorea tat die Kritik Japans als absurd ab.", "REJECT PRK>JPN"},
		{"Das Nato-Bündnis warnte Russland.", "THREATEN Nato>RUS"},
		{"Die Armee des Sudan und die RSF-Miliz trafen sich. Die Uno rief beide Seiten zu Gesprächen auf.", "REQUEST Vereinte Nationen>SDN+SDN"},
		{"Griechenland und die Türkei suchten gemeinsam nach Vermissten. Im Streit um Erdgas hatten sie sich zuletzt angenähert.", "AGREE GRC+TUR>"},
		{"Iran hat nach Angaben der IAEA den Zugang von Inspektoren eingeschränkt.", "COERCE IRN>IRN"},
		{"Bulgarien hatte den Prozess mit seinem Veto lange blockiert.", "REJECT BGR>"},
		{"Kanzlerin Merkel wird am Montag in Skopje erwartet.", "CONSULT DEU>MKD"},
		{"Nehammer kam in Budapest mit seinem ungarischen Amtskollegen Viktor Orbán und Serbiens Präsidenten Aleksandar Vučić zusammen. Die drei Länder kritisierten die EU-Kommission.", "ACCUSE AUT+HUN+SRB>EU-Kommission"},
		// the host of a visit to a city
		{"Der senegalesische Präsident Macky Sall kommt im Mai zu einem Gegenbesuch nach Warschau.", "CONSULT SEN>POL"},
		{"Der polnische Präsident kommt im Mai zu einem Besuch nach Warschau.", "CONSULT POL>"},
		// a condition without a conjunction, a verb of saying behind what is said
		{"Israel verletze das Völkerrecht, kritisierte die norwegische Regierung.", "ACCUSE NOR>ISR"},
		// whose the act is: of who is asked for it, of who promises it
		{"Der rumänische Präsident forderte den polnischen Premier zum Rücktritt auf.", "RETREAT POL>"},
		{"Ghana sagte Togo zu, das Land zu unterstützen.", "SUPPORT GHA>"},
		// where it was
		{"Nach dem Anschlag von Nairobi wurde gewarnt.", "ASSAULT >KEN"},
		{"Die kenianische Regierung verhängte wegen der Gewalt gegen Demonstranten in Togo eine Ausgangssperre.", "ASSAULT >TGO"},
		// who was there
		{"Der kenianische Präsident William Ruto ist am Montag in Ruanda zu Besuch.", "CONSULT KEN>RWA"},
		{"Der polnische Präsident sagte nach einem Treffen mit dem kenianischen Außenminister ab.", "CONSULT KEN+POL>"},
		{"Der kenianischen Armee gelang es, die Rebellen in Togo zu vertreiben.", "COERCE KEN>TGO"},
		{"Die Polizei in Kenia verhaftete einen der Anführer der Rebellen.", "COERCE KEN>KEN"},
		{"Sowohl Kenia als auch Ghana kritisierten Togo.", "ACCUSE KEN+GHA>TGO"},
	} {
		if got := actsOf(t, "de", c.text); !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %v, want %s", c.text, got, c.want)
		}
	}
}
