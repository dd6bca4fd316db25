// Package asset holds what pages load beside their HTML: the style sheet, the
// scripts, the outlines of countries. They are embedded as they are sent; go
// generate makes dist/ from src/ (bundle/README.md says how). Their addresses
// contain a digest of the content, so browsers keep them for good.
package asset

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

//go:generate go -C bundle run . ../src ../dist

//go:embed dist
var files embed.FS

// Prefix is where assets are served.
const Prefix = "/asset/"

// Set is all assets, ready to be sent.
type Set struct {
	urls  map[string]string // by name
	files map[string]*file  // by address
}

type file struct {
	kind        string
	plain, gzip []byte
}

// Load compresses the assets.
func Load() (*Set, error) {
	s := &Set{map[string]string{}, map[string]*file{}}
	entries, err := files.ReadDir("dist")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		b, err := files.ReadFile("dist/" + e.Name())
		if err != nil {
			return nil, err
		}
		f := &file{kind: mime.TypeByExtension(path.Ext(e.Name())), plain: b}
		if f.kind == "" {
			return nil, fmt.Errorf("asset %s: its type is not known", e.Name())
		}
		if f.gzip, err = compressed(b); err != nil {
			return nil, fmt.Errorf("asset %s: %w", e.Name(), err)
		}
		sum := sha256.Sum256(b)
		url := Prefix + hex.EncodeToString(sum[:6]) + "/" + e.Name()
		s.urls[e.Name()], s.files[url] = url, f
	}
	return s, nil
}

func compressed(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// URL is the address of an asset.
func (s *Set) URL(name string) (string, error) {
	url, ok := s.urls[name]
	if !ok {
		return "", fmt.Errorf("asset %s: there is none", name)
	}
	return url, nil
}

// Size is how many bytes an asset takes on the wire.
func (s *Set) Size(name string) int {
	f := s.files[s.urls[name]]
	if f == nil {
		return 0
	}
	return len(f.gzip)
}

// ServeHTTP sends an asset.
func (s *Set) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := s.files[r.URL.Path]
	if f == nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	b := f.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		b = f.gzip
	}
	h.Set("Content-Length", strconv.Itoa(len(b)))
	_, _ = w.Write(b)
}
