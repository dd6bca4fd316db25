package guard

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/net/netutil"
)

func TestListen(t *testing.T) {
	for _, c := range []struct {
		addr, token string
		want        error
	}{
		{"127.0.0.1:0", "", nil},
		{"localhost:0", "", nil},
		{":0", "", ErrNoToken},
		{"0.0.0.0:0", "", ErrNoToken},
		{"[::]:0", "", ErrNoToken},
		{"192.0.2.1:0", "", ErrNoToken},
		{"0.0.0.0:0", "short", ErrShortToken},
		{"127.0.0.1:0", "short", ErrShortToken},
		{"0.0.0.0:0", testToken, nil},
	} {
		l, err := Listen(t.Context(), c.addr, Options{Token: c.token})
		if !errors.Is(err, c.want) {
			t.Errorf("%s with token %q: %v, want %v", c.addr, c.token, err, c.want)
		}
		if err != nil && !strings.Contains(err.Error(), c.addr) {
			t.Errorf("%v does not name %s", err, c.addr)
		}
		if l != nil {
			l.Close()
		}
	}
	for _, addr := range []string{"", "localhost", "127.0.0.1:x", "127.0.0.1:99999"} {
		if l, err := Listen(t.Context(), addr, Options{}); err == nil {
			l.Close()
			t.Errorf("%q is an address", addr)
		}
	}
}

// pipes is a listener in memory, so that slow clients cost no time: under
// synctest the clock jumps.
type pipes struct {
	conns chan net.Conn
	done  chan struct{}
}

func newPipes() *pipes { return &pipes{make(chan net.Conn), make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}
func (p *pipes) Close() error   { close(p.done); return nil }
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

func (p *pipes) dial() net.Conn {
	here, there := net.Pipe()
	p.conns <- there
	return here
}

// inMemory calls f with a server that listens in memory.
func inMemory(t *testing.T, h http.HandlerFunc, f func(p *pipes, stop context.CancelFunc)) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		p := newPipes()
		done := make(chan error, 1)
		go func() {
			done <- Serve(ctx, netutil.LimitListener(p, maxConnections), newGuard(t, Options{Timeout: 3 * time.Second}).Wrap(h))
		}()
		f(p, cancel)
		cancel()
		if err := <-done; err != nil {
			t.Error("Serve:", err)
		}
	})
}

// drip writes text one byte a second and returns how long the server bore it.
func drip(c net.Conn, text string) time.Duration {
	start := time.Now()
	go io.Copy(io.Discard, c)
	for i := range text {
		if _, err := c.Write([]byte{text[i]}); err != nil {
			break
		}
		time.Sleep(time.Second)
	}
	return time.Since(start)
}

func TestSlowClients(t *testing.T) {
	long := strings.Repeat("a", 1000)
	for _, c := range []struct {
		name, text string
		most       time.Duration
	}{
		{"slow header", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " + long, headerTimeout + 2*time.Second},
		{"slow body", "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n" + long, headerTimeout + 2*time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			inMemory(t, desk, func(p *pipes, _ context.CancelFunc) {
				conn := p.dial()
				defer conn.Close()
				if took := drip(conn, c.text); took > c.most {
					t.Errorf("borne for %v", took)
				}
			})
		})
	}
	t.Run("body that stops", func(t *testing.T) {
		inMemory(t, desk, func(p *pipes, _ context.CancelFunc) {
			conn := p.dial()
			defer conn.Close()
			start := time.Now()
			go io.WriteString(conn, "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n")
			io.Copy(io.Discard, conn)
			if took := time.Since(start); took > readTimeout+time.Second {
				t.Errorf("borne for %v", took)
			}
		})
	})
	t.Run("client that never reads", func(t *testing.T) {
		var took atomic.Int64
		endless := func(w http.ResponseWriter, r *http.Request) {
			start := time.Now()
			for {
				if _, err := io.WriteString(w, long); err != nil {
					took.Store(int64(time.Since(start)))
					return
				}
			}
		}
		inMemory(t, endless, func(p *pipes, _ context.CancelFunc) {
			conn := p.dial()
			defer conn.Close()
			io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
			time.Sleep(2 * writeTimeout)
			if took := time.Duration(took.Load()); took == 0 || took > writeTimeout+time.Second {
				t.Errorf("borne for %v", took)
			}
		})
	})
	t.Run("idle connection", func(t *testing.T) {
		inMemory(t, desk, func(p *pipes, _ context.CancelFunc) {
			conn := p.dial()
			defer conn.Close()
			go io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
			start := time.Now()
			io.Copy(io.Discard, conn)
			if took := time.Since(start); took > idleTimeout+time.Second {
				t.Errorf("borne for %v", took)
			}
		})
	})
}

// TestManyConnections: 3,000 clients that connect and say nothing keep a good
// one waiting for no longer than the header timeout lets them stay.
func TestManyConnections(t *testing.T) {
	inMemory(t, desk, func(p *pipes, _ context.CancelFunc) {
		for range 3000 {
			go func() {
				c := p.dial()
				io.Copy(io.Discard, c)
			}()
		}
		synctest.Wait()
		start := time.Now()
		c := p.dial()
		defer c.Close()
		go io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		resp, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if took := time.Since(start); resp.StatusCode != http.StatusOK || took > 4*headerTimeout {
			t.Errorf("status %d after %v", resp.StatusCode, took)
		}
	})
}

// TestDeadline: a handler that waits for its context is given up in time.
func TestDeadline(t *testing.T) {
	wait := func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		<-r.Context().Done()
		http.Error(w, time.Since(start).String(), http.StatusServiceUnavailable)
	}
	inMemory(t, wait, func(p *pipes, _ context.CancelFunc) {
		c := p.dial()
		defer c.Close()
		go io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		answer, _ := io.ReadAll(c)
		if !strings.Contains(string(answer), "\r\n3s") {
			t.Errorf("answer %s", answer)
		}
	})
}

// TestShutdown: what has begun is finished, what never ends is cut after the
// grace.
func TestShutdown(t *testing.T) {
	slow := func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * time.Second)
		io.WriteString(w, "finished")
	}
	inMemory(t, slow, func(p *pipes, stop context.CancelFunc) {
		c := p.dial()
		defer c.Close()
		io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
		synctest.Wait()
		stop()
		answer, _ := io.ReadAll(c)
		if !strings.HasSuffix(string(answer), "finished") {
			t.Errorf("answer %q", answer)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		p, done, release := newPipes(), make(chan error, 1), make(chan struct{})
		go func() {
			done <- Serve(ctx, p, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
		}()
		c := p.dial()
		defer c.Close()
		io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
		synctest.Wait()
		start := time.Now()
		cancel()
		if err := <-done; err == nil || time.Since(start) != shutdownTimeout {
			t.Errorf("ended with %v after %v", err, time.Since(start))
		}
		close(release)
	})
}
