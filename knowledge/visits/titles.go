package visits

import "strings"

// titles are those of the list with the roles of our tables; the longest that
// a visitor begins with counts. Each is looked for in the titles of the terms
// too: "President" is also the President of the Government.
var titles = []struct {
	words string
	roles []string
}{
	{"President of the Government", government}, {"President of the Council", government},
	{"President-elect", nil}, {"Prime Minister-designate", nil}, {"Prime Minister-elect", nil},
	{"President", state}, {"Interim President", state}, {"Acting President", state}, {"Transitional President", state},
	{"Chairman of the Presidency", state}, {"Chairman of the Council of Ministers", government}, {"Chairman", state},
	{"Chairperson of the Presidency", state}, {"Head of State", state}, {"General", state}, {"Supreme Leader", state},
	{"Prime Minister", government}, {"Interim Prime Minister", government}, {"Acting Prime Minister", government},
	{"Premier", government}, {"Chancellor", government}, {"Taoiseach", government}, {"State Counselor", government},
	{"Chief Executive", government}, {"Chief Adviser", government}, {"Head of Government", government}, {"Prime", government},
	{"King", crown}, {"Queen", crown}, {"Emperor", crown}, {"Amir", crown}, {"Emir", crown}, {"Sultan", crown},
	{"Grand Duke", crown}, {"Grand Duchess", crown}, {"Prince", crown}, {"Pope", crown},
	{"Crown Prince", nil}, {"Crown Princess", nil}, {"Deputy Prime Minister", nil}, {"Vice President", nil}, {"Vice Premier", nil},
	{"Foreign Minister", []string{"foreign_minister"}}, {"Minister of Foreign Affairs", []string{"foreign_minister"}},
	{"Defense Minister", []string{"defence_minister"}},
}

var (
	state      = []string{"head_of_state", "monarch"}
	government = []string{"head_of_government"}
	crown      = []string{"head_of_state", "monarch"}
)

// split takes the title off a visitor and gives the roles that it names. Of two
// visitors ("King Juan Carlos I and Queen Sofia") the first counts.
func split(visitor string) (title string, roles []string, name string) {
	visitor, _, _ = strings.Cut(visitor, " and ")
	for _, t := range titles {
		if rest, ok := strings.CutPrefix(visitor, t.words+" "); ok && len(t.words) > len(title) {
			title, roles, name = t.words, t.roles, rest
		}
	}
	if title == "" {
		return "", append(state, government...), visitor
	}
	return title, roles, name
}
