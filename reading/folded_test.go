package reading

import (
	"slices"
	"testing"
)

// TestFolded holds that what an act of speech only says again is no second act,
// and that what is due on a day or names somebody more is one.
func TestFolded(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Iran threatened to attack Norway.", []string{"THREATEN IRN>NOR"}},
		{"Iran threatened to attack Norway in June.", []string{"ASSAULT IRN>NOR", "THREATEN IRN>NOR"}},
		{"Ghana agreed to withdraw its troops from Togo.", []string{"AGREE GHA>TGO"}},
		{"Kenyan students went on a hunger strike to demand the resignation of President William Ruto.", []string{"PROTEST KEN>KEN"}},
		{"Norway urged Iran to release the Danish sailors.", []string{"REQUEST NOR>IRN", "RETREAT IRN>DNK"}},
	} {
		got := actsIn(t, c.text)
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

// TestBlame holds that who condemns an act condemns who did it, and that who is only
// said to speak of it did not do it.
func TestBlame(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The attack on Norway was condemned by Iran.", []string{"ACCUSE IRN>", "ASSAULT >NOR"}},
		{"Jordan condemned the attack by Sudan on Chad.", []string{"ACCUSE JOR>SDN", "ASSAULT SDN>TCD"}},
		{"The strikes on Chad were carried out by Sudan.", []string{"ASSAULT SDN>TCD"}},
	} {
		got := actsIn(t, c.text)
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

// TestMendedObjects holds objects and subjects that the parser makes modifiers.
func TestMendedObjects(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Japan on Monday gave the Ivory Coast 3.2 million dollars of aid for farmers.", "AID JPN>CIV"},
		{"Norway offered Sudan talks.", "AGREE NOR>SDN"},
		{"Egyptian and Kenyan warships on Monday launched eight days of war games in the Red Sea.", "COOPERATE EGY+KEN>"},
		{"The Chadian student was granted asylum by Norway.", "AID NOR>TCD"},
		{"The Chadian president resigned after the army seized power.", "COERCE TCD>"},
		{"The court found the Kenyan minister guilty.", "SANCTION KEN>KEN"},
		{"Ghana and Togo have maintained a policy of turning away boats of migrants.", "COERCE GHA+TGO>GHA"},
		{"Hundreds of Chadian refugees were rescued off the coast of Libya by the Italian navy.", "AID ITA>TCD"},
		{"President Bush has threatened further action against Russia.", "THREATEN USA>RUS"},
	} {
		if got := actsIn(t, c.text); !slices.Contains(got, c.want) {
			t.Errorf("%q: want %s, got %v", c.text, c.want, got)
		}
	}
}

// TestNobodysActs holds what nobody codes: talk of people of whom only a name is
// known, wars as a background, phrases beyond the verb.
func TestNobodysActs(t *testing.T) {
	codesNothing(t,
		"Jane Doolittle thanked Harold Winters for the flowers.",
		"Families fled the civil war in Sudan years ago.",
		"Italy held firm as Norway attacked in the second half.",
		"The probe sent back pictures of Saturn.",
		"Chelsea are in talks with the Belgian about a new contract.",
	)
}
