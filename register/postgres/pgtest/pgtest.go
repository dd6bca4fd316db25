// Package pgtest starts a PostgreSQL server for tests: Debian's, in a temporary
// folder, reachable through a socket in it alone.
package pgtest

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// Server is a running server.
type Server struct {
	socket string
	n      int
}

// Start starts a server that stops when the test ends. Where PostgreSQL is not
// installed, or the test runs as root and there is no user postgres to run it
// as, the test is skipped and says so.
func Start(t testing.TB) *Server {
	t.Helper()
	bin := binaries()
	if bin == "" {
		t.Skip("PostgreSQL is not installed: apt-get install postgresql")
	}
	as, err := account()
	if err != nil {
		t.Skipf("PostgreSQL does not run as root: %v", err)
	}
	dir, err := os.MkdirTemp("", "pg") // short: a socket's path has at most 107 bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if as != nil {
		if err := os.Chown(dir, int(as.Uid), int(as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	data := filepath.Join(dir, "data")
	run(t, as, filepath.Join(bin, "initdb"), "-D", data, "-U", "depesche", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
	var log bytes.Buffer
	cmd := command(as, filepath.Join(bin, "postgres"), "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60")
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGINT) // fast shutdown
		_ = cmd.Wait()
	})
	s := &Server{socket: dir}
	for range 200 {
		if _, err := os.Stat(filepath.Join(dir, ".s.PGSQL.5432")); err == nil && exec.Command(filepath.Join(bin, "pg_isready"), "-h", dir).Run() == nil {
			return s
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("PostgreSQL did not start:\n%s", &log)
	return nil
}

// Database makes an empty database and gives its URL.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	s.n++
	name := fmt.Sprintf("depesche%d", s.n)
	run(t, nil, filepath.Join(binaries(), "createdb"), "-h", s.socket, "-U", "depesche", name)
	return (&url.URL{Scheme: "postgres", User: url.User("depesche"), Path: "/" + name, RawQuery: url.Values{"host": {s.socket}}.Encode()}).String()
}

// binaries is the folder of the newest server that Debian has installed, or of
// the one in the path; "" if there is none.
func binaries() string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	slices.SortFunc(found, func(a, b string) int { return version(b) - version(a) })
	if len(found) > 0 {
		return filepath.Dir(found[0])
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path)
	}
	return ""
}

func version(path string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
	return n
}

// account is the user to run the server as: nil for oneself, postgres for
// root, as whom it does not run.
func account() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uerr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gerr := strconv.ParseUint(u.Gid, 10, 32)
		if uerr == nil && gerr == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
		}
	}
	return nil, errors.New("there is no user postgres")
}

func command(as *syscall.Credential, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as, Pdeathsig: syscall.SIGKILL}
	return cmd
}

func run(t testing.TB, as *syscall.Credential, name string, args ...string) {
	t.Helper()
	if out, err := command(as, name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(name), err, out)
	}
}
