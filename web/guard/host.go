package guard

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// mayBeAskedFor says whether a request's Host is one of the desk's own. A
// foreign page can make its own name point to this machine (DNS rebinding), but
// then the browser sends that name. Addresses cannot be rebound: one is right if
// it is a loopback address or the very address that was connected to.
func (g *Guard) mayBeAskedFor(r *http.Request) bool {
	name := hostName(r.Host)
	if name == "localhost" || g.hosts[name] {
		return true
	}
	addr, err := netip.ParseAddr(name)
	if err != nil {
		return false
	}
	if addr.IsLoopback() {
		return true
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return local != nil && local.AddrPort().Addr().Unmap() == addr.Unmap()
}

// hostName returns the name of a Host header: lower case, without port, brackets
// and final dot.
func hostName(host string) string {
	if h, port, err := net.SplitHostPort(host); err == nil {
		if strings.Trim(port, "0123456789") != "" {
			return ""
		}
		host = h
	} else if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}
