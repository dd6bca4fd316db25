package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"depesche/knowledge"
	"depesche/register"
	"depesche/web"
)

type serveCmd struct {
	dbFlag

	Listen string `default:"127.0.0.1:7845" help:"Address to listen on." placeholder:"HOST:PORT"`
}

// Help says more under depesche serve --help.
func (serveCmd) Help() string {
	return `Opens the register in a browser, and as an API under /api/v1.

Examples:
  depesche serve                       your register, on this machine only
  depesche serve --db my.db            another register`
}

// Run serves the register until it is told to stop.
func (cmd *serveCmd) Run(c *console) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	return cmd.serve(ctx, c, reg)
}

func (cmd *serveCmd) serve(ctx context.Context, c *console, reg *register.Register) error {
	know, err := knowledge.Load()
	if err != nil {
		return err
	}
	desk, err := web.New(web.Options{Register: reg, Knowledge: know, Version: programVersion()})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", cmd.Listen)
	if err != nil {
		return withHint(fmt.Errorf("cannot listen: %w", err), "--listen names another address")
	}
	fmt.Fprintf(c.err, "depesche: the desk is at http://%s/ (Ctrl-C ends it)\n", l.Addr())
	s := &http.Server{Handler: desk, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = s.Close()
	}()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
