package fetch

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"

	"depesche/source"
)

// The limits of robots.txt: bytes that are read of it (RFC 9309 asks for 500
// KB), how long it is kept, and the longest pause that it may ask for.
const (
	maxRobots  = 512 << 10
	keepRobots = 24 * time.Hour
	maxDelay   = time.Minute
)

// host is what is remembered of a host: its pace, and what it allows.
type host struct {
	pace *rate.Limiter

	mu     sync.Mutex // held while robots.txt is got, so that it is got once
	rules  *robotstxt.Group
	expire time.Time
}

// turn waits until the host may be asked; ask says to look into robots.txt.
func (c *Client) turn(ctx context.Context, u *url.URL, ask bool) error {
	h := c.host(u)
	if ask {
		ok, err := c.allowed(ctx, h, u)
		if err != nil {
			return err
		}
		if !ok {
			return ErrRobots
		}
	}
	return h.pace.Wait(ctx)
}

func (c *Client) host(u *url.URL) *host {
	key := u.Scheme + "://" + strings.ToLower(u.Host)
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[key]
	if h == nil {
		if len(c.hosts) >= maxHosts {
			clear(c.hosts)
		}
		h = &host{pace: rate.NewLimiter(rate.Every(c.o.Interval), 1)}
		c.hosts[key] = h
	}
	return h
}

// allowed says whether robots.txt allows the address. No robots.txt allows
// everything, one that the server fails to give nothing.
func (c *Client) allowed(ctx context.Context, h *host, u *url.URL) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.rules == nil || time.Now().After(h.expire) {
		robots, err := c.robots(ctx, u)
		if err != nil {
			return false, err
		}
		agent, _, _ := strings.Cut(c.o.Agent, "/")
		h.rules, h.expire = robots.FindGroup(agent), time.Now().Add(keepRobots)
		if d := min(h.rules.CrawlDelay, maxDelay); d > c.o.Interval {
			h.pace.SetLimit(rate.Every(d))
		}
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return h.rules.Test(path), nil
}

func (c *Client) robots(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	at := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	a, err := c.follow(ctx, at.String(), Validators{}, false)
	var status *StatusError
	var rules []byte
	switch {
	case errors.As(err, &status) && status.Code >= 500:
		rules = []byte("User-agent: *\nDisallow: /\n")
	case errors.As(err, &status), errors.Is(err, ErrRedirect), errors.Is(err, ErrURL), errors.Is(err, source.ErrTooLarge): // there are no rules
	case err != nil:
		return nil, err
	default:
		rules = a.Body[:min(len(a.Body), maxRobots)]
	}
	r, err := robotstxt.FromBytes(rules)
	if err != nil { // what cannot be parsed forbids nothing
		return robotstxt.FromBytes(nil)
	}
	return r, nil
}
