package reading

import (
	"slices"
	"testing"
)

// TestSpeakers has who speaks, class by class, in sentences of our own.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"object first", "Der Berater Karl Ott sprach. Eine Verlegung des Werks nannte Ott falsch.", "reported Ott: Eine Verlegung des Werks nannte Ott falsch"},
		{"object in a relative clause", "Karl Ott kam. Es geht um eine Summe, die Karl Ott als „viel zu hoch“ bezeichnete.", "direct Karl Ott: viel zu hoch"},
		{"what a verb speaks of is no speaker", "Die Polizei ermittelt. Von Versuchen, die Bank zu berauben, wird gesprochen.", "reported Die Polizei: Von Versuchen, die Bank zu berauben, wird gesprochen"},
		{"behind a name in marks", "Karl Ott vom Verein „Nachbarn helfen“ sagte, die Lage sei ruhig.", "indirect Karl Ott vom Verein „Nachbarn: die Lage sei ruhig"},
		{"a verb goes on", "Der Minister wich der Frage lange aus, sagte aber, die Lage sei ruhig.", "indirect Der Minister: die Lage sei ruhig"},
		{"answered charge", "Das Ministerium wies den Vorwurf zurück, es habe Geld verschwendet.", "indirect den Vorwurf: es habe Geld verschwendet"},
		{"charge with an owner", "Auf den Vorwurf der Opposition, es sei Geld verschwendet worden, antwortete der Minister nicht.", "indirect den Vorwurf der Opposition: es sei Geld verschwendet worden"},
		{"charge of the subject", "Die Opposition erhob den Vorwurf, das Amt habe Geld verschwendet.", "indirect Die Opposition: das Amt habe Geld verschwendet"},
		{"whom news comes from", "Von der Polizei kam die Nachricht, der Täter sei gefasst.", "indirect der Polizei: der Täter sei gefasst"},
		{"copula", "Ein Drittel ist der Ansicht, dass die Steuer zu hoch ist.", "indirect Ein Drittel: dass die Steuer zu hoch ist"},
		{"noun without an owner", "Die Bitte, ihm zu helfen, blieb ohne Antwort.", "indirect Die Bitte: ihm zu helfen"},
		{"passive in a paper", "Im Bericht des Instituts wird festgestellt, dass die Brücke nicht sicher ist.", "indirect Im Bericht des Instituts: dass die Brücke nicht sicher ist"},
		{"paper goes on", "Im Bericht der Prüfer wird der Schaden auf den Frost zurückgeführt. Die Brücke sei nicht mehr sicher.", "continued Im Bericht der Prüfer: Die Brücke sei nicht mehr sicher"},
		{"not whoever stands before", "Der Arzt sagte, die Lage sei ernst. Zwei Kinder stammen aus Kassel. Sie seien bei Bewusstsein.", "continued Der Arzt: Sie seien bei Bewusstsein"},
		{"adjective of a state in a cue", "Die Lage sei ernst, so der norwegische Minister Jonas Støre.", "indirect der norwegische Minister Jonas Støre: Die Lage sei ernst"},
		{"wie with a name in marks", "Wie die „Aktion Kassel hilft“ am Montag mitteilte, sind die Lager seit Wochen leer.", "indirect die „Aktion Kassel: sind die Lager seit Wochen leer"},
		{"quoted by an agency", "„Das wird teuer“, zitiert die „Abendpost“ den Minister.", "direct die „Abendpost: Das wird teuer"},
		{"charge in a subordinate clause", "Die Bauern haben gegen das Gesetz protestiert, da sie fürchten, der Staat werde ihnen das Land nehmen.", "indirect sie: der Staat werde ihnen das Land nehmen"},
		{"parenthesis at the end", "Die Ursache sei noch unklar, verlautbarte Karl Ott in Kassel.", "indirect Karl Ott in Kassel: Die Ursache sei noch unklar"},
		{"account before nach", "Dem Vernehmen nach tritt der Minister im Mai zurück.", "indirect Dem Vernehmen: tritt der Minister im Mai zurück"},
		{"pronoun as subject", "Ott kam. Das Gesetz nannte er einen „großen Fehler“.", "direct er: großen Fehler"},
		{"modal verb around marks", "Der Sprecher kam. Auch der Richter Karl Ott will „noch einmal in Ruhe und gründlich prüfen“, ob das Urteil hält.", "direct der Richter Karl Ott: noch einmal in Ruhe und gründlich prüfen"},
		{"who tells hearsay comes after", "Ein Mann wurde verhaftet. Er soll eine Bank überfallen haben. Das berichtet die Polizei.", "hearsay die Polizei: Er soll eine Bank überfallen haben"},
		{"charge taken up", "Karl Ott wies diesen Vorwurf zurück, sein Verein habe alles bezahlt.", "indirect Karl Ott: sein Verein habe alles bezahlt"},
		{"appeal without an owner", "In dem Appell wird die Stadt aufgerufen, die Schule zu retten.", "indirect dem Appell: die Schule zu retten"},
		{"what is reported reports nothing", "Der Arzt sagte, die Frauen seien erschöpft, weil sie seit Tagen keine Pause gehabt hätten.", "indirect Der Arzt: die Frauen seien erschöpft, weil sie seit Tagen keine Pause gehabt hätten"},
		{"subject of the clause with wie", "Wie die Abendpost in ihrer Ausgabe vom Montag berichtete, leidet Karl Ott seit Jahren an Krebs.", "indirect die Abendpost: leidet Karl Ott seit Jahren an Krebs"},
		{"paper in a clause with wie", "Wie sich aus der Auswertung der Bilder ergab, hatte der Pilot zu spät gebremst.", "indirect der Auswertung der Bilder: hatte der Pilot zu spät gebremst"},
		{"colon before, speaker behind", "Auch der Verein war froh über den Punkt: „Wir sind mit diesem Spiel sehr zufrieden“, meinte Trainer Karl Ott.", "direct Trainer Karl Ott: Wir sind mit diesem Spiel sehr zufrieden"},
		{"plans by which", "Es gibt Pläne der Regierung, laut denen die Schule geschlossen werden soll.", "indirect denen: die Schule geschlossen werden soll"},
		{"noun taken for a clause", "Der frühere Minister, Karl Ott (SPD), warnte die CDU vor einem „billigen Wahlkampf“.", "direct Der frühere Minister, Karl Ott (SPD: billigen Wahlkampf"},
		{"colon without a name", "Karl Ott schrieb: „Die Lage ist ernst.“ Und: „Wir müssen jetzt alle helfen.“", "direct Karl Ott: Wir müssen jetzt alle helfen."},
		{"adjective with an infinitive", "Die Regierung ist dennoch zuversichtlich, im Mai Mitglied der Union zu werden.", "indirect Die Regierung: im Mai Mitglied der Union zu werden"},
		{"passive without an agent", "Die Behörde erhöhte die Gebühren. Als Grund wurde angegeben, dass die Kosten gestiegen seien.", "indirect Die Behörde: dass die Kosten gestiegen seien"},
		{"plural speaks", "Der Mann wurde festgenommen, andere Zeugen berichten, dass er weggebracht wurde.", "indirect andere Zeugen: dass er weggebracht wurde"},
		{"wie at the end", "In den Ländern im Norden ist die Miliz seit Jahren aktiv, wie Fachleute betonen.", "indirect Fachleute: In den Ländern im Norden ist die Miliz seit Jahren aktiv"},
		{"demands raised", "Gegen den Verein wurden Forderungen erhoben, er müsse für Ordnung sorgen.", "indirect Forderungen: er müsse für Ordnung sorgen"},
		{"quoted from a paper", "Der Sender zitiert aus der Zeitung „Morgenpost“, das Amt habe versagt.", "indirect der Zeitung „Morgenpost: das Amt habe versagt"},
		{"share of people", "Im Norden teilen 22 Prozent die Meinung nicht. 22 Prozent teilen die Meinung, die Steuer sei zu hoch.", "indirect 22 Prozent: die Steuer sei zu hoch"},
		{"result", "Der Arzt kam. Ergebnis einer Untersuchung war, dass die Brücke nicht sicher ist.", "indirect Ergebnis einer Untersuchung: dass die Brücke nicht sicher ist"},
		{"letter in which", "Der Autor zeigte einen Brief des Amtes, in dem er darüber informiert wird, dass sein Haus gesperrt ist.", "indirect einen Brief des Amtes: dass sein Haus gesperrt ist"},
		{"whose words there are", "Von Karl Ott liegt nur die kurze Äußerung vor, er werde sich erst im Mai entscheiden.", "indirect Karl Ott: er werde sich erst im Mai entscheiden"},
		{"view in a relative clause", "Das Gericht hörte zwei Zeugen, die der Überzeugung waren, der Fahrer habe geschlafen.", "indirect die: der Fahrer habe geschlafen"},
	} {
		if got := quotedIn(t, "de", c.text); !slices.Contains(got, c.want) {
			t.Errorf("%s: want %q, got %q", c.name, c.want, got)
		}
	}
}

// TestSpeakerNames has the pronouns that stand for a speaker with whom they mean.
func TestSpeakerNames(t *testing.T) {
	for _, c := range []struct{ name, text, quote, also string }{
		{"relative pronoun", "Es kam ein Vorschlag aus Ägypten, das anregte, eine Konferenz abzuhalten.", "eine Konferenz abzuhalten", "das"},
		{"demonstrative", "Im Gespräch mit dem Anwalt Karl Ott sagte dieser, der Mann sei krank.", "der Mann sei krank", "Karl Ott"},
		{"es", "Das Gericht begründete das Urteil. Es stellte fest, dass der Vertrag nicht gilt.", "dass der Vertrag nicht gilt", "Gericht"},
		{"possessive", "Karl Ott sprach. Seiner Ansicht nach ist das Gesetz falsch.", "ist das Gesetz falsch", "Seiner Ansicht"},
		{"title", "Außenminister Karl Ott kam nach Bonn. Der Außenminister sagte, die Lage sei ruhig.", "die Lage sei ruhig", "Karl Ott"},
		{"man", "Das Ministerium kündigte Hilfe an. Man betonte, dass Geld da sei.", "dass Geld da sei", "Das Ministerium"},
	} {
		names := speakerNames(t, c.text, c.quote)
		if !slices.Contains(names, c.also) {
			t.Errorf("%s: want %q among %q", c.name, c.also, names)
		}
	}
}
