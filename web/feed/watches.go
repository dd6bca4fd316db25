package feed

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"net/url"
	"strings"

	"depesche/register"
	"depesche/register/query"
)

// Watch is a saved query whose new entries are sent to an address.
type Watch struct {
	Name   string
	Query  string
	Filter register.Filter
	URL    string
	Secret []byte
}

// Limits of a file of watches.
const (
	maxWatches    = 200
	maxWatchLine  = 8 << 10
	leastSecret   = 24 // bytes, as Standard Webhooks asks
	secretPrefix  = "whsec_"
	watchCells    = 4
	watchesFormat = "want NAME, QUERY, URL, SECRET, separated by tabs"
)

// ReadWatches reads a file of watches: a line a watch, with tabs between name,
// query, address (http or https) and secret ("whsec_" and 24 to 64 bytes in
// base64, the form of Standard Webhooks). Lines that begin with # are notes.
// Errors name the file and the line.
//
// The operator writes this file; no request can add an address to it.
func ReadWatches(r io.Reader, file string, names query.Names) ([]Watch, error) {
	var all []Watch
	seen := map[string]bool{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxWatchLine)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		w, err := watchOf(line, names)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		case seen[w.Name]:
			return nil, fmt.Errorf("%s:%d: watch %q is there twice", file, n, w.Name)
		case len(all) == maxWatches:
			return nil, fmt.Errorf("%s:%d: more than %d watches", file, n, maxWatches)
		}
		seen[w.Name] = true
		all = append(all, w)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: %w", file, errNoWatch)
	}
	return all, nil
}

func watchOf(line string, names query.Names) (Watch, error) {
	cells := strings.Split(line, "\t")
	if len(cells) != watchCells {
		return Watch{}, fmt.Errorf("%d cells, %s", len(cells), watchesFormat)
	}
	w := Watch{Name: strings.TrimSpace(cells[0]), Query: strings.TrimSpace(cells[1]), URL: strings.TrimSpace(cells[2])}
	if w.Name == "" {
		return w, fmt.Errorf("the name is missing, %s", watchesFormat)
	}
	var err error
	if w.Filter, err = query.Parse(w.Query, names); err != nil {
		return w, err
	}
	u, err := url.Parse(w.URL)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return w, fmt.Errorf("%q is no address of http or https", w.URL)
	}
	if w.Secret, err = secretOf(strings.TrimSpace(cells[3])); err != nil {
		return w, err
	}
	return w, nil
}

func secretOf(s string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(s, secretPrefix))
	if err != nil {
		return nil, fmt.Errorf("the secret is no base64 behind %s", secretPrefix)
	}
	if len(b) < leastSecret {
		return nil, fmt.Errorf("the secret has %d bytes, want %d or more", len(b), leastSecret)
	}
	return b, nil
}
