package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"syscall"
	"time"
)

// ErrAddress says that an address is not one of the public internet.
var ErrAddress = fmt.Errorf("not a public address")

// special are the ranges of addresses that are no public hosts, beside those
// that netip knows (IANA special-purpose registries). In IPv6 only 2000::/3 is
// public at all.
var special = parse("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")

func parse(prefixes ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(prefixes))
	for i, p := range prefixes {
		out[i] = netip.MustParsePrefix(p)
	}
	return out
}

var unicast6 = netip.MustParsePrefix("2000::/3")

// public says whether the address is a host of the public internet.
func public(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.Zone() != "" || a.Is6() && !unicast6.Contains(a) {
		return false
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// Dial connects to hosts of the public internet only. The address is looked at
// when the connection is made, after its name was resolved, so that a name that
// changes its address gains nothing.
func Dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: 15 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		host, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("%w: %s", ErrAddress, address)
		}
		if !public(host.Addr()) {
			return fmt.Errorf("%w: %s", ErrAddress, host.Addr())
		}
		return nil
	}}
	return d.DialContext(ctx, network, address)
}
