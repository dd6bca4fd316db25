package intake

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"unicode"

	"depesche/source"
)

// tar reads the regular files of a tar archive as it streams by. Links, devices
// and hidden files are left out.
func (w *walk) tar(p part) bool {
	if p.depth >= MaxDepth {
		return w.tooDeep(p.name)
	}
	archive := tar.NewReader(p.in)
	found := false
	for n := 0; ; n++ {
		h, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF):
			if !found {
				return w.fail(p.name, fmt.Errorf("%w: no files in the archive", source.ErrEmpty), "hidden files and links are left out")
			}
			return true
		case err != nil && (errors.Is(err, source.ErrLimit) || errors.Is(err, io.ErrUnexpectedEOF)):
			return w.broken(p.name, err)
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return w.fail(p.name, fmt.Errorf("%w tar archive: %w", source.ErrFormat, err), "get it again; the files before the fault were read")
		case n == MaxEntries:
			return w.tooMany(p.name)
		case h.Typeflag != tar.TypeReg:
			continue
		}
		name, ok := inside(h.Name)
		if !ok {
			continue
		}
		found = true
		if !w.stream(p.entry(name, archive)) {
			return false
		}
	}
}

// entry is a file in the archive that the part is.
func (p part) entry(name string, in io.Reader) part {
	return part{name: p.name + "/" + name, id: p.id + "/" + name, base: name, in: bufio.NewReaderSize(in, bufferSize), depth: p.depth + 1}
}

// inside is the name of an archive's entry as it is shown: a path below the
// archive, whatever the archive says, without characters that a terminal
// obeys. It is never a path on disk. Hidden files are left out.
func inside(name string) (string, bool) {
	name = strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD")
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '\uFFFD'
		}
		return r
	}, name)
	name = path.Clean("/" + name)[1:]
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) {
			return "", false
		}
	}
	if len(name) > 1000 {
		name = strings.ToValidUTF8(name[len(name)-1000:], "")
	}
	return name, name != ""
}

func (w *walk) tooMany(name string) bool {
	return w.fail(name, fmt.Errorf("%w: more than %d files in one archive", source.ErrLimit, MaxEntries), "split it")
}

// zip reads the files of a zip archive. One that does not lie on disk as it is
// has to be stored first.
func (w *walk) zip(p part) bool {
	if p.depth >= MaxDepth {
		return w.tooDeep(p.name)
	}
	at, size, done, err := w.seekable(p)
	if err != nil {
		return w.broken(p.name, err)
	}
	defer done()
	if n := zipEntries(at, size); n > MaxEntries {
		return w.tooMany(p.name)
	}
	archive, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return w.fail(p.name, fmt.Errorf("%w zip archive: %w", source.ErrFormat, cut(err)), "get it again; a zip archive that is cut off has lost its table of contents")
	}
	if what := office(archive); what != "" {
		return w.fail(p.name, fmt.Errorf("%w: it is %s", source.ErrBinary, what), "save it as plain text first")
	}
	found := false
	for _, f := range archive.File {
		name, ok := inside(f.Name)
		if !ok || !f.Mode().IsRegular() {
			continue
		}
		found = true
		if !w.zipped(p, f, name) {
			return false
		}
	}
	if !found {
		return w.fail(p.name, fmt.Errorf("%w: no files in the archive", source.ErrEmpty), "hidden files and links are left out")
	}
	return true
}

// zipped reads one file of a zip archive.
func (w *walk) zipped(p part, f *zip.File, name string) bool {
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return w.fail(p.name+"/"+name, fmt.Errorf("%w: it is encrypted", source.ErrFormat), "unpack it first")
	}
	in, err := f.Open()
	if err != nil {
		return w.fail(p.name+"/"+name, fmt.Errorf("%w: %w", source.ErrFormat, cut(err)), "get the archive again; its other files are read")
	}
	defer in.Close()
	return w.stream(p.entry(name, &unpacked{in, &w.budget}))
}

func cut(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("cut off in its middle")
	}
	return err
}

// office names the kind of document that is a zip archive itself.
func office(z *zip.Reader) string {
	for _, f := range z.File[:min(len(z.File), 20)] {
		switch f.Name {
		case "[Content_Types].xml":
			return "an office document"
		case "mimetype":
			return "an office document or a book"
		}
	}
	return ""
}

// seekable gives the bytes of a part so that they can be read at any place:
// from the file that it is, else stored in memory, and beyond 16 MB in a
// temporary file that done removes.
func (w *walk) seekable(p part) (at io.ReaderAt, size int64, done func(), err error) {
	if p.file != nil {
		info, err := p.file.Stat()
		if err == nil && info.Mode().IsRegular() {
			w.done.Add(info.Size() - w.budget.in)
			w.budget.in = info.Size()
			return p.file, info.Size(), func() {}, nil
		}
	}
	b, err := io.ReadAll(io.LimitReader(p.in, inMemory+1))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, 0, nil, err
	}
	if len(b) <= inMemory {
		return bytes.NewReader(b), int64(len(b)), func() {}, nil
	}
	tmp, err := os.CreateTemp("", "depesche-*.zip")
	if err != nil {
		return nil, 0, nil, err
	}
	done = func() {
		tmp.Close()
		_ = os.Remove(tmp.Name())
	}
	size, err = io.Copy(tmp, io.LimitReader(io.MultiReader(bytes.NewReader(b), p.in), maxSpool+1))
	if err == nil && size > maxSpool {
		err = fmt.Errorf("%w: more than %d GB to be stored", source.ErrLimit, maxSpool>>30)
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return tmp, size, done, nil
}

// zipEntries is the number of entries that the end of a zip archive tells,
// before memory is spent on them; 0 if it tells none.
func zipEntries(at io.ReaderAt, size int64) uint64 {
	const longest = 22 + 1<<16 // the end record and its comment
	tail := make([]byte, min(size, longest+76))
	if _, err := at.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return 0
	}
	var most uint64
	if i := bytes.LastIndex(tail, []byte("PK\x05\x06")); i >= 0 && i+12 <= len(tail) {
		most = uint64(binary.LittleEndian.Uint16(tail[i+10:]))
	}
	if i := bytes.LastIndex(tail, []byte("PK\x06\x06")); i >= 0 && i+40 <= len(tail) { // zip64
		most = max(most, binary.LittleEndian.Uint64(tail[i+32:]))
	}
	return most
}
