// Package guard says who may ask the desk, for what and how much: it stands
// before every handler of the web and lets a request through only when it asks
// for this host by a clean address, comes from the desk's own pages or from no
// page at all, is signed in where that is needed, and is small. It knows nothing
// of what is served.
package guard

import (
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// minToken is the least length of a token, in bytes: 16 random letters and
// digits cannot be guessed through a server that slows guessing down.
const minToken = 16

// What an Options leaves at zero.
const (
	defaultMaxBody       = 1 << 20
	defaultTimeout       = 20 * time.Second
	defaultMaxConcurrent = 128
)

// Options say how strict a Guard is. The zero value is a desk for this machine
// alone.
type Options struct {
	// Token is what a client must know, at least 16 bytes. Without one, reading
	// is free and a token for writing is made up (Guard.Token).
	Token string
	// Hosts are names beyond those of loopback under which the desk may be asked
	// for, without ports.
	Hosts []string
	// MaxBody is the most bytes of a request's body; 0 means 1 MB.
	MaxBody int64
	// Timeout is how long one request may take, by its context; 0 means 20 s.
	Timeout time.Duration
	// MaxConcurrent is how many requests are handled at a time; more are told to
	// come back. 0 means 128.
	MaxConcurrent int
	// Long says which requests stream long answers. They may take ten minutes, and
	// a few at a time share the budget. Nil means none.
	Long func(*http.Request) bool
	// Log takes what went wrong inside; nil drops it.
	Log *slog.Logger
}

// Guard stands before handlers. It is safe for use by many goroutines.
type Guard struct {
	o        Options
	hosts    map[string]bool
	texts    texts
	open     bool // reading needs no token
	token    [32]byte
	given    string
	sessions sessions
	failures failures
	origin   *http.CrossOriginProtection
	slots    chan struct{}
	budget   *Budget
}

// New returns a guard, or an error that says which option cannot be.
func New(o Options) (*Guard, error) {
	if o.Token != "" && len(o.Token) < minToken {
		return nil, fmt.Errorf("guard: %w", ErrShortToken)
	}
	o.MaxBody = orDefault(o.MaxBody, defaultMaxBody)
	o.Timeout = orDefault(o.Timeout, defaultTimeout)
	o.MaxConcurrent = orDefault(o.MaxConcurrent, defaultMaxConcurrent)
	if o.Long == nil {
		o.Long = func(*http.Request) bool { return false }
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	g := &Guard{o: o, hosts: map[string]bool{}, open: o.Token == "", given: o.Token,
		origin: http.NewCrossOriginProtection(), slots: make(chan struct{}, o.MaxConcurrent),
		budget: NewBudget(budgetCapacity, budgetPatience)}
	if g.open {
		g.given = randomText()
	}
	g.token = digest(g.given)
	g.sessions.secret = randomSecret()
	for _, h := range o.Hosts {
		name := hostName(h)
		if name == "" || strings.ContainsAny(name, "/*@ ") {
			return nil, fmt.Errorf("guard: host %q is not a name", h)
		}
		g.hosts[name] = true
	}
	var err error
	if g.texts, err = readTexts(); err != nil {
		return nil, err
	}
	return g, nil
}

// Token returns what a client signs in with: that of the Options or, if they
// have none, one made for this process, which then only writing needs.
func (g *Guard) Token() string { return g.given }

// Budget returns the budget that expensive handlers share.
func (g *Guard) Budget() *Budget { return g.budget }

// Wrap returns next behind all checks. The cheap ones come first; what needs
// memory or time comes after the client is known.
func (g *Guard) Wrap(next http.Handler) http.Handler {
	h := g.limit(next)
	h = g.access(h)
	h = g.sameSite(h)
	h = g.shape(h)
	h = g.rescue(h)
	return withHeaders(h)
}

func orDefault[T int | int64 | time.Duration](v, d T) T {
	if v <= 0 {
		return d
	}
	return v
}
