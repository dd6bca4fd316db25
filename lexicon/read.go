package lexicon

import (
	"io/fs"
	"path"
	"strings"

	"depesche/record"
)

// readWords reads the tables of single words.
func (x *Lexicon) readWords(files fs.FS) error {
	x.Subordinators = map[string]Subordinator{}
	x.Roles = map[string]RoleNoun{}
	x.Contexts = map[string]string{}
	x.Units = map[string]Unit{}
	x.Numbers = map[string]Number{}
	x.Approx = map[string]string{}
	x.Irregular = map[string]string{}
	x.Agents, x.Patients = map[string]Agent{}, map[string]Agent{}
	for _, t := range []struct {
		name    string
		columns int
		add     func(row) error
	}{
		{"modals.tsv", 6, x.addModal},
		{"subordinators.tsv", 3, x.addSubordinator},
		{"attribution.tsv", 3, x.addCue},
		{"roles.tsv", 7, x.addRole},
		{"contexts.tsv", 2, x.addContext},
		{"units.tsv", 4, x.addUnit},
		{"numbers.tsv", 3, x.addNumber},
		{"approx.tsv", 2, x.addApprox},
		{"agents.tsv", 5, x.addAgent},
		{"patients.tsv", 5, x.addPatient},
		{"irregular.tsv", 2, x.addIrregular},
	} {
		rows, err := readTable(files, path.Join(x.Lang, t.name), t.columns)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := t.add(r); err != nil {
				return err
			}
		}
	}
	return nil
}

func (x *Lexicon) addModal(r row) error {
	m, err := modal(r)
	x.Modals = append(x.Modals, m)
	return err
}

func (x *Lexicon) addSubordinator(r row) error {
	s := Subordinator{r.pos, r.cell(0), r.cell(1)}
	if !statuses[s.Status] {
		return r.errorf("no status %q", s.Status)
	}
	x.Subordinators[s.Lemma] = s
	return nil
}

func (x *Lexicon) addCue(r row) error {
	c, err := cue(r)
	x.Cues = append(x.Cues, c)
	return err
}

func (x *Lexicon) addRole(r row) error {
	nouns, err := roleNoun(r)
	for _, n := range nouns {
		x.Roles[n.Lemma] = n
	}
	return err
}

func (x *Lexicon) addContext(r row) error {
	for l := range strings.SplitSeq(r.cell(1), ",") {
		x.Contexts[strings.TrimSpace(l)] = r.cell(0)
	}
	return nil
}

func (x *Lexicon) addUnit(r row) error {
	u, err := unit(r)
	for l := range strings.SplitSeq(r.cell(0), "|") {
		x.Units[l] = u
	}
	return err
}

func (x *Lexicon) addNumber(r row) error {
	n, err := number(r)
	for l := range strings.SplitSeq(r.cell(0), "|") {
		x.Numbers[l] = n
	}
	return err
}

func (x *Lexicon) addApprox(r row) error {
	x.Approx[r.cell(0)] = r.cell(1)
	return nil
}

func (x *Lexicon) addAgent(r row) error {
	if !isAct(r.cell(0)) || r.cell(1) != "" && !record.IsMode(r.cell(0), r.cell(1)) && r.cell(1) != "pardon" {
		return r.errorf("no act %q %q", r.cell(0), r.cell(1))
	}
	x.Agents[r.cell(0)+" "+r.cell(1)] = Agent{r.pos, r.cell(2), r.cell(3), r.cell(4)}
	return nil
}

func (x *Lexicon) addIrregular(r row) error {
	x.Irregular[r.cell(0)] = r.cell(1)
	return nil
}

func (x *Lexicon) addPatient(r row) error {
	if !isAct(r.cell(0)) {
		return r.errorf("no act %q", r.cell(0))
	}
	for by := range strings.SplitSeq(r.cell(1), ",") {
		if by = strings.TrimPrefix(by, "-"); by != "" && !sectors[by] && !record.IsMode(r.cell(0), by) {
			return r.errorf("%q is neither a mode of %s nor a sector", by, r.cell(0))
		}
		x.Patients[r.cell(0)+" "+by] = Agent{r.pos, r.cell(2), r.cell(3), r.cell(4)}
	}
	return nil
}

var sectors = map[string]bool{
	"GOV": true, "MIL": true, "JUD": true, "LEG": true, "OPP": true, "PTY": true, "REB": true, "COP": true, "SPY": true, "MED": true, "BUS": true,
	"LAB": true, "EDU": true, "REL": true, "CVL": true, "NGO": true, "IGO": true, "CRM": true, "UNK": true,
}

func measureFrame(r row, classes map[string][]string) (*Frame, error) {
	p, err := parsePattern(r.cell(0), classes)
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	f := &Frame{Pattern: p, Pos: r.pos, Type: r.cell(1), Mode: r.cell(2), Example: r.cell(3), Codes: r.cell(4)}
	if f.Type == "" {
		return nil, r.errorf("%s: no measure", p.Text)
	}
	f.roleDefaults()
	return f, nil
}

func changeFrame(r row, classes map[string][]string) (*Frame, error) {
	p, err := parsePattern(r.cell(0), classes)
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	f := &Frame{Pattern: p, Pos: r.pos, Type: r.cell(1), Example: r.cell(2)}
	if f.Type != "up" && f.Type != "down" {
		return nil, r.errorf("%s: direction %q: want up or down", p.Text, f.Type)
	}
	return f, nil
}
