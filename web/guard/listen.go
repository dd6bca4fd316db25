package guard

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/net/netutil"
)

// Limits of the server. An answer has longer than a request's context, so that
// a slow client gets what was made in time.
const (
	headerTimeout   = 5 * time.Second
	readTimeout     = 30 * time.Second
	writeTimeout    = 2 * time.Minute
	idleTimeout     = time.Minute
	shutdownTimeout = 10 * time.Second
	maxHeader       = 32 << 10
	maxConnections  = 1024
)

// ErrNoToken says that listening beyond this machine needs a token.
var ErrNoToken = errors.New("listening beyond this machine needs a token")

// ErrShortToken says that a token is too short to be safe.
var ErrShortToken = fmt.Errorf("a token needs at least %d characters", minToken)

// Listen opens addr, "host:port", for at most 1024 connections at a time. An
// address that is not a loopback one is refused with ErrNoToken or ErrShortToken
// unless the options have a good token.
func Listen(ctx context.Context, addr string, o Options) (net.Listener, error) {
	if o.Token != "" && len(o.Token) < minToken {
		return nil, fmt.Errorf("%s: %w", addr, ErrShortToken)
	}
	tcp, err := resolve(addr)
	if err != nil {
		return nil, err
	}
	if !tcp.IP.IsLoopback() && o.Token == "" {
		return nil, fmt.Errorf("%s: %w", addr, ErrNoToken)
	}
	var c net.ListenConfig
	l, err := c.Listen(ctx, "tcp", tcp.String())
	if err != nil {
		return nil, err
	}
	return netutil.LimitListener(l, maxConnections), nil
}

// resolve returns the one address that is meant; localhost is looked up nowhere.
func resolve(addr string) (*net.TCPAddr, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("address %q: %w", addr, err)
	}
	if host == "localhost" {
		addr = net.JoinHostPort("127.0.0.1", port)
	}
	tcp, err := net.ResolveTCPAddr("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("address %q: %w", addr, err)
	}
	return tcp, nil
}

// Serve answers on l with h until ctx ends, and then lets requests in progress
// finish for ten seconds. It closes l.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{
		Handler:                      h,
		ReadHeaderTimeout:            headerTimeout,
		ReadTimeout:                  readTimeout,
		WriteTimeout:                 writeTimeout,
		IdleTimeout:                  idleTimeout,
		DisableGeneralOptionsHandler: true,
		MaxHeaderBytes:               maxHeader,
		BaseContext:                  func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	err := s.Shutdown(grace)
	if err != nil {
		err = errors.Join(err, s.Close())
	}
	if served := <-failed; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}
