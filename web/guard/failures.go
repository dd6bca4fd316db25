package guard

import (
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A client may fail to sign in failureBurst times at once and then once in
// failureEvery; what is known of more than maxClients clients is forgotten.
const (
	failureBurst = 5
	failureEvery = 5 * time.Second
	maxClients   = 4096
)

// failures slows guessing down, client by client.
type failures struct {
	mu      sync.Mutex
	clients map[netip.Prefix]*rate.Limiter
}

// judge takes a client's attempt, right or wrong. It returns false if the
// client has failed too often lately, and then the attempt counts for nothing,
// however right.
func (f *failures) judge(client netip.Prefix, right bool, now time.Time) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	l := f.clients[client]
	if l == nil {
		if right {
			return true
		}
		if f.clients == nil || len(f.clients) >= maxClients {
			f.clients = map[netip.Prefix]*rate.Limiter{}
		}
		l = rate.NewLimiter(rate.Every(failureEvery), failureBurst)
		f.clients[client] = l
	}
	if l.TokensAt(now) < 1 {
		return false
	}
	if !right {
		l.AllowN(now, 1)
	}
	return true
}

// clientOf returns the network that a request comes from: an IPv4 address, or
// the /64 that one IPv6 subscriber has.
func clientOf(r *http.Request) netip.Prefix {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{}
	}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Prefix{}
	}
	addr = addr.Unmap().WithZone("")
	bits := 32
	if addr.Is6() {
		bits = 64
	}
	p, _ := addr.Prefix(bits)
	return p
}
