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

	Listen  string `default:"127.0.0.1:7845" help:"Address to listen on." placeholder:"HOST:PORT"`
	Watches string `help:"File of saved watches, whose new entries are sent as signed webhooks: NAME, QUERY, URL, SECRET a line, with tabs. What was sent is kept beside it." placeholder:"FILE"`
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
	o := web.Options{Register: reg, Knowledge: know, Version: programVersion()}
	desk, err := web.New(o)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", cmd.Listen)
	if err != nil {
		return withHint(fmt.Errorf("cannot listen: %w", err), "--listen names another address")
	}
	if cmd.Watches != "" {
		if err := cmd.watch(ctx, c, o, l.Addr()); err != nil {
			return err
		}
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

// watchEvery is how often saved watches are looked after.
const watchEvery = time.Minute

// watch sends what is new in saved watches as long as the context lasts.
func (cmd *serveCmd) watch(ctx context.Context, c *console, o web.Options, at net.Addr) error {
	sender, err := web.Watches(o, cmd.Watches, cmd.Watches+".sent", "http://"+at.String())
	if err != nil {
		return withHint(err, "a line is NAME, QUERY, URL, SECRET with tabs between; docs/api.md has an example")
	}
	go sender.Run(ctx, watchEvery, func(err error) { c.fail(err) })
	return nil
}
