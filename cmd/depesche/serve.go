package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"depesche/knowledge"
	"depesche/register"
	"depesche/web"
	"depesche/web/guard"
)

type serveCmd struct {
	dbFlag

	Demo     bool     `help:"Show reports that come with the program, in a register of their own that is thrown away afterwards; no register of yours is touched."`
	Listen   string   `default:"127.0.0.1:7845" help:"Address to listen on. One that is not this machine's own needs a token." placeholder:"HOST:PORT"`
	Token    string   `env:"DEPESCHE_TOKEN" help:"What clients must know, at least 16 characters. Without it everybody on this machine may read, and corrections need the token that is printed." placeholder:"TOKEN"`
	Host     []string `help:"Names under which the desk is asked for, beyond those of this machine." placeholder:"NAME"`
	ReadOnly bool     `help:"Take no corrections."`
	Watches  string   `help:"File of saved watches, whose new entries are sent as signed webhooks: NAME, QUERY, URL, SECRET a line, with tabs. What was sent is kept beside it." placeholder:"FILE"`
}

// Help says more under depesche serve --help.
func (serveCmd) Help() string {
	return `Opens the register in a browser, and as an API under /api/v1.

Examples:
  depesche serve                       your register, on this machine only
  depesche serve --db my.db            another register
  depesche serve --demo                made-up reports, to look around
  DEPESCHE_TOKEN=… depesche serve --listen 0.0.0.0:7845 --host desk.example.org
                                       for others; put it behind a server that speaks HTTPS`
}

// Run serves the register until it is told to stop.
func (cmd *serveCmd) Run(c *console) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if cmd.Demo {
		return cmd.demo(ctx, c)
	}
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
	o := web.Options{Register: reg, Knowledge: know, Version: programVersion(), ReadOnly: cmd.ReadOnly}
	desk, err := web.New(o)
	if err != nil {
		return err
	}
	rules := cmd.rules(c)
	g, err := guard.New(rules)
	if err != nil {
		return withHint(err, guardHint(err))
	}
	l, err := guard.Listen(ctx, cmd.Listen, rules)
	if err != nil {
		return withHint(fmt.Errorf("cannot listen: %w", err), guardHint(err))
	}
	if cmd.Watches != "" {
		if err := cmd.watch(ctx, c, o, l.Addr()); err != nil {
			return errors.Join(err, l.Close())
		}
	}
	fmt.Fprintf(c.err, "depesche: the desk is at http://%s/ (Ctrl-C ends it)\n", l.Addr())
	if cmd.Token == "" && !cmd.ReadOnly {
		fmt.Fprintf(c.err, "depesche: corrections need the token %s\n", g.Token())
	}
	return guard.Serve(ctx, l, g.Wrap(desk))
}

// rules are what the guard before the desk holds clients to.
func (cmd *serveCmd) rules(c *console) guard.Options {
	return guard.Options{Token: cmd.Token, Hosts: cmd.Host, Long: web.Long,
		Log: slog.New(slog.NewTextHandler(c.err, nil))}
}

// guardHint says what to do where the guard does not let the desk open.
func guardHint(err error) string {
	switch {
	case errors.Is(err, guard.ErrNoToken):
		return "set DEPESCHE_TOKEN, or listen on 127.0.0.1"
	case errors.Is(err, guard.ErrShortToken):
		return "openssl rand -hex 16 makes a good one"
	}
	return "--listen names another address"
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
