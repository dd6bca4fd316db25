package reading

import (
	"slices"
	"testing"
)

// TestGermanNews holds what agency style does to sentences to the acts that they
// tell.
func TestGermanNews(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		// one "werden" for two participles
		{"In Kenia wurden 40 Aktivisten festgenommen und verhört.", "ACCUSE KEN>KEN"},
		{"Die Gewerkschaft in Ghana kündigte Gespräche an, lehnte aber eine Reform ab.", "REJECT GHA>GHA"},
		// "der" behind a feminine noun is a dative
		{"Die Regierung von Ruanda, der der Kongo Verrat vorwirft, schwieg.", "ACCUSE COD>RWA"},
		// the accused does what he is accused of
		{"Ruanda beschuldigte den Kongo der Unterstützung der Rebellen in Uganda.", "SUPPORT COD>UGA"},
		// "von" behind where something lies is no agent; a passive's subject does not what befalls it
		{"In der türkischen Stadt Kilis wurden drei Soldaten durch Beschuss aus Syrien verletzt.", "ASSAULT SYR>TUR"},
		// who strikes on the occasion of a raid
		{"Bei einem Überfall auf ein Dorf in Mali haben Kämpfer der Boko Haram drei Bauern getötet.", "ASSAULT NGA>MLI"},
		// whom "der Papst", "beide" and "die Konfliktparteien" take up
		{"Papst Franziskus reiste nach Kuba. Der Papst lobte die Regierung in Havanna.", "SUPPORT VAT>CUB"},
		{"Merkel und Macron berieten in Berlin. Beide kritisierten Russland.", "ACCUSE DEU+FRA>RUS"},
		{"Die Regierung und die Rebellen in Mali verhandeln. Die Konfliktparteien unterzeichneten ein Abkommen.", "SUPPORT MLI+MLI>"},
		// a past tense that looks like an adjective
		{"In Kolumbien ermordeten Paramilitärs drei Bauern.", "ASSAULT COL>COL"},
		// a person by his age, a club's president, a court and its seat
		{"Der kenianische Präsident William Ruto schwieg lange. Am Montag kritisierte der 58-Jährige Polen.", "ACCUSE KEN>POL"},
		{"Das Amtsgericht Nairobi verurteilte einen Syrer zu zwei Jahren Haft.", "SANCTION KEN>SYR"},
		// a day is no subject; what is attacked is not who attacks
		{"Montagfrüh griff die Armee die Rebellen in Mali an.", "ASSAULT MLI>MLI"},
		{"Nach den Anschlägen von Nairobi und Accra wurde in Wien gewarnt.", "ASSAULT >KEN+GHA"},
		// whose government it is
		{"Russland ist ein Verbündeter der syrischen Regierung und unterstützt das Regime.", "SUPPORT RUS>SYR"},
		{"Von den elf festgenommenen Studenten wurden in Kenia fünf freigelassen.", "RETREAT KEN>KEN"},
		// who is overthrown is no apposition of who does it, and both verbs have him
		{"In Guinea haben Soldaten Präsident Alpha Condé gestürzt und festgesetzt.", "COERCE GIN>GIN"},
		{"Die Gewerkschaft machte die Regierung in Kenia für den Tod der beiden verantwortlich.", "ACCUSE KEN>KEN"},
		// who calls for something in general does not do it
		{"Die Uno rief in Mali dazu auf, die Geiseln freizulassen.", "RETREAT MLI>Geisel"},
		// whose people they are
		{"Venezuelas Regierung und die Opposition verhandeln in Norwegen.", "CONSULT VEN+VEN>"},
		{"Der tunesische Präsident empfing eine Delegation des US-Kongresses. Die Abgeordneten kritisierten Libyen.", "ACCUSE USA>LBY"},
		// what is asked for stands first; whose it is
		{"Eine Feuerpause in Mali forderte die Uno.", "REQUEST Vereinte Nationen>MLI"},
		{"Der kenianische Präsident, dessen Ablösung die Opposition in Kenia fordert, schwieg.", "REQUEST KEN>KEN"},
		{"Der polnische Präsident lehnt Gespräche mit der Türkei ab.", "CONSULT TUR+POL>"},
		{"Ghana und Togo forderten eine Feuerpause in Mali; die beiden Länder vermitteln seit Jahren.", "CONSULT GHA+TGO>"},
	} {
		if got := actsOf(t, "de", c.text); !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %v, want %s", c.text, got, c.want)
		}
	}
}
