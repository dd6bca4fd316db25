package feed

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"depesche/register"
)

// sent remembers what was sent, in a file with a line an entry: the name of the
// watch, a tab, the entry's id. It only grows; a line that was broken off by a
// crash is passed over, and then its entry is sent once more.
type sent struct {
	path string
	ids  map[string]map[register.ID]bool // by watch
}

func openSent(path string) (*sent, error) {
	s := &sent{path, map[string]map[register.ID]bool{}}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		name, text, ok := strings.Cut(lines.Text(), "\t")
		id, err := register.ParseID(text)
		if ok && (err == nil || text == "") {
			s.note(name, id)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// note remembers an entry; the id 0 only that there is the watch.
func (s *sent) note(watch string, id register.ID) {
	if s.ids[watch] == nil {
		s.ids[watch] = map[register.ID]bool{}
	}
	if id != 0 {
		s.ids[watch][id] = true
	}
}

// knows says whether the watch was served before.
func (s *sent) knows(watch string) bool { return s.ids[watch] != nil }

// has says whether an entry was sent, under the id it has or the one of a
// record that has become part of it.
func (s *sent) has(watch string, e register.ID, members []register.Member) bool {
	if s.ids[watch][e] {
		return true
	}
	for i := range members {
		if s.ids[watch][members[i].ID] {
			return true
		}
	}
	return false
}

// add remembers entries, in the file too.
func (s *sent) add(watch string, ids ...register.ID) error {
	f, err := os.OpenFile(s.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	var b strings.Builder
	if !s.knows(watch) {
		b.WriteString(watch + "\t\n")
		s.note(watch, 0)
	}
	for _, id := range ids {
		b.WriteString(watch + "\t" + id.String() + "\n")
		s.note(watch, id)
	}
	_, err = f.WriteString(b.String())
	return errors.Join(err, f.Close())
}
