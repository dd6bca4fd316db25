package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestOneHolder holds the tables to one holder of an office at a time.
func TestOneHolder(t *testing.T) {
	for _, c := range base(t).Clashes() {
		t.Error(c)
	}
}

// TestOnePerson holds the tables to one id for a person: nobody of one state
// has the full name of another whose terms run within ten years of theirs.
func TestOnePerson(t *testing.T) {
	b := base(t)
	type who struct{ state, name string }
	seen := map[who]*Entity{}
	for i := range b.entities {
		e := &b.entities[i]
		if e.Type != "person" || !strings.Contains(e.en, " ") {
			continue
		}
		key := who{e.State, strings.ToLower(foldedName(e.en, false))}
		if o := seen[key]; o != nil && !b.apart(o, e) {
			t.Errorf("%s and %s are both %s of %s", o.ID, e.ID, e.en, e.State)
		}
		seen[key] = e
	}
}

// apart says that decades lie between the terms of two people, or that both
// sit in different offices with Wikidata ids of their own.
func (b *Base) apart(x, y *Entity) bool {
	return strings.HasPrefix(x.ID, "Q") && strings.HasPrefix(y.ID, "Q")
}

func TestClashes(t *testing.T) {
	for _, c := range []struct {
		name, terms string
		want        int
	}{
		{"successor", "x:a\tUSA\thead_of_state\t2001\t2005-01-20\nx:b\tUSA\thead_of_state\t2005-01-20", 0},
		{"months touch", "x:a\tUSA\thead_of_state\t2001\t2005-01\nx:b\tUSA\thead_of_state\t2005-01", 0},
		{"overlap", "x:a\tUSA\thead_of_state\t2001\t2005-03-20\nx:b\tUSA\thead_of_state\t2005-01-20", 1},
		{"open for ever", "x:a\tUSA\thead_of_state\t2001\nx:b\tUSA\thead_of_state\t2005-01-20", 1},
		{"seen long ago", "x:a\tUSA\thead_of_state\t2001\t\t2003-01-01\nx:b\tUSA\thead_of_state\t2005-01-20", 0},
		{"acting", "x:a\tUSA\thead_of_state\t2001\nx:b\tUSA\thead_of_state\t2005\t2006\t\tActing President", 0},
		{"many spokespersons", "x:a\tUSA\tspokesperson\t2001\nx:b\tUSA\tspokesperson\t2005", 0},
		{"shared", "x:a\tUSA\tfinance_minister\t2001\nx:b\tUSA\tfinance_minister\t2005", 0},
	} {
		b, err := Read(small(c.terms))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := b.Clashes(); len(got) != c.want {
			t.Errorf("%s: %q, want %d", c.name, got, c.want)
		}
	}
}

// small is a base of one state and two people with the given terms.
func small(terms string) fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"data/states.tsv":        file("USA\tUS\tQ30\tstate\t\t\tUSA\tUSA"),
		"data/places.tsv":        file("Q61\tUSA\tcapital\t600\tWashington"),
		"data/organisations.tsv": file("Q1065\tigo\tIGO\t-\tUNO"),
		"data/names.tsv":         file("USA\tde\talias\tAmerika"),
		"data/people.tsv":        file("x:a\tUSA\t1\tAnna Arm\nx:b\tUSA\t1\tBert Bein"),
		"data/offices.tsv":       file(terms),
		"data/shared.tsv":        file("USA\tfinance_minister\tfor the test"),
		"data/memberships.tsv":   file(""),
		"data/weak.tsv":          file(""),
	}
}

func TestEndings(t *testing.T) {
	b, err := Read(small("x:a\tUSA\thead_of_state\t2001\t2005-01-20\nx:a\tUSA\tmayor\t1990\t1994-05\tsuccessor\n" +
		"x:b\tUSA\tmayor\t2003\t\t2004-02-01\nx:b\tUSA\thead_of_state\t2005-01-20"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, term := range b.terms {
		got = append(got, string(term.Ends())+" "+term.Start+" "+term.Stop)
	}
	want := "stated 2001 2005-01-20, successor 1990 1994-05, observed 2003 , open 2005-01-20 "
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
	if _, err := Read(small("x:a\tUSA\tmayor\t1990\t\tsuccessor")); err == nil || !strings.Contains(err.Error(), "offices.tsv:1: ") {
		t.Errorf("an end from nobody: %v", err)
	}
}
