// Package intake takes in reports wherever they are: files, folders, archives
// and the standard input, in any format that package source and its readers
// know. What an input is shows in its first bytes, not in its name.
//
// Reports are streamed: memory is bounded by the largest single document, not
// by the input. An input, or a part of one, that cannot be read is an
// *source.Error that names it ("news.zip/a/b.html", "crawl.warc.gz:17"), and
// what follows is read all the same. Nothing is written but a temporary file
// for an archive that cannot be read as a stream. Only addresses that are named
// are fetched, and with Follow the pages that the items of a feed link to;
// nothing else that an input refers to.
package intake

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"depesche/report"
	"depesche/source"
	"depesche/source/fetch"
)

// Reader takes reports in. Its fields are set before its first use.
type Reader struct {
	Options source.Options // ID is for a single input only
	Format  Format         // what the files are; "" or Auto = to be found out
	Stdin   io.Reader      // what "-" stands for
	Web     Getter         // gets what stands behind addresses; nil = they are refused
	Follow  bool           // fetch the pages that items of feeds link to, and read them instead of the items

	done  atomic.Int64
	floor int64 // in tests, in place of minUnpacked
}

func (r *Reader) least() int64 {
	if r.floor > 0 {
		return r.floor
	}
	return minUnpacked
}

// Done is the number of bytes read so far of the files named, as they lie on
// disk; Size is what it counts up to. Others may call it while reports are read.
func (r *Reader) Done() int64 { return r.done.Load() }

// Size is the number of bytes of the files and of those in the folders named;
// -1 if it cannot be told, as for an address or the standard input.
func Size(names ...string) int64 {
	var total int64
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name == "-" || IsURL(name):
			return -1
		case err != nil:
		case info.IsDir():
			_ = filepath.WalkDir(name, func(_ string, d fs.DirEntry, err error) error {
				if err == nil && d.Type().IsRegular() {
					if info, err := d.Info(); err == nil {
						total += info.Size()
					}
				}
				return nil
			})
		default:
			total += info.Size()
		}
	}
	return total
}

// Getter gets documents from the web; *fetch.Client is one.
type Getter interface {
	Get(ctx context.Context, address string, known fetch.Validators) (*fetch.Answer, error)
}

// Reports gives the reports of all inputs in order: files, folders with all
// that is in them, addresses (http:// or https://), "-". It ends early, with the context's error, when the
// context does.
func (r *Reader) Reports(ctx context.Context, names ...string) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		ids := DocumentIDs(names)
		for i, name := range names {
			w := &walk{Reader: r, ctx: ctx, yield: yield}
			id := ids[i]
			if r.Options.ID != "" && len(names) == 1 {
				id = r.Options.ID
			}
			if !w.named(name, id) {
				return
			}
		}
	}
}

// walk is the way through one named input and all that is in it.
type walk struct {
	*Reader
	ctx    context.Context
	yield  func(*report.Report, error) bool
	budget budget
	ended  bool
}

// give hands on a report or an error; false means that nobody wants more.
func (w *walk) give(r *report.Report, err error) bool {
	if w.ended {
		return false
	}
	if w.ctx.Err() != nil {
		w.ended = true
		w.yield(nil, w.ctx.Err())
		return false
	}
	w.ended = !w.yield(r, err)
	return !w.ended
}

func (w *walk) fail(name string, err error, hint string) bool {
	return w.give(nil, &source.Error{Input: name, Err: err, Hint: hint})
}

// named reads an input by its name; false means that nobody wants more.
func (w *walk) named(name, id string) bool {
	if name == "-" {
		if w.Stdin == nil {
			return w.fail(name, source.ErrEmpty, "nothing stands on the standard input")
		}
		w.budget = budget{floor: w.least()}
		return w.stream(part{name: name, id: id, base: name, in: w.counted(w.Stdin)})
	}
	if IsURL(name) {
		return w.address(name)
	}
	info, err := os.Stat(name)
	if err != nil {
		return w.give(nil, fileError(name, err))
	}
	if info.IsDir() {
		return w.folder(name, id)
	}
	return w.file(name, id)
}

func (w *walk) file(name, id string) bool {
	in, err := os.Open(name)
	if err != nil {
		return w.give(nil, fileError(name, err))
	}
	defer in.Close()
	w.budget = budget{floor: w.least()}
	return w.stream(part{name: name, id: id, base: name, in: w.counted(in), file: in})
}

// folder reads the regular files below a folder in the order of their names.
// Hidden ones and links are left out.
func (w *walk) folder(root, id string) bool {
	found := false
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		rel, rerr := filepath.Rel(root, name)
		switch {
		case err != nil:
			if !w.give(nil, fileError(name, err)) {
				return fs.SkipAll
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case rerr == nil && rel != "." && hidden(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular():
			return nil
		}
		found = true
		if !w.file(name, id+"/"+filepath.ToSlash(rel)) {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return w.give(nil, fileError(root, err))
	}
	if !found && !w.ended {
		return w.fail(root, fmt.Errorf("%w: no files in the folder", source.ErrEmpty), "hidden files and links are left out")
	}
	return !w.ended
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") || name == "__MACOSX" }

// fileError says what is wrong with a file without the name of a system call.
func fileError(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	hint := "check that it is a readable file"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint = "check the path; - reads the standard input"
	case errors.Is(err, fs.ErrPermission):
		hint = "check who may read it"
	}
	return &source.Error{Input: name, Err: err, Hint: hint}
}

// counted counts what is read of a named input.
func (w *walk) counted(in io.Reader) *bufio.Reader {
	return bufio.NewReaderSize(&counter{in: in, of: &w.budget.in, all: &w.done}, bufferSize)
}

// counter counts bytes.
type counter struct {
	in  io.Reader
	of  *int64
	all *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	*c.of += int64(n)
	c.all.Add(int64(n))
	return n, err
}
