package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
)

// maxTagged is the size up to which an answer is held back to make its ETag;
// what is longer is sent as it comes, without one.
const maxTagged = 4 << 20

// tagged gives the answers of GET an ETag, a digest of their bytes, and answers
// 304 where the client has them already.
func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		held := &heldWriter{ResponseWriter: w, code: http.StatusOK}
		next.ServeHTTP(held, r)
		held.finish(r)
	})
}

// heldWriter keeps an answer until it is whole or too long.
type heldWriter struct {
	http.ResponseWriter
	code int
	body bytes.Buffer
	sent bool // no longer held
}

// WriteHeader notes the status.
func (h *heldWriter) WriteHeader(code int) {
	if !h.sent {
		h.code = code
	}
}

// Write holds the bytes back, or passes them on.
func (h *heldWriter) Write(b []byte) (int, error) {
	if !h.sent && h.body.Len()+len(b) > maxTagged {
		h.release()
	}
	if h.sent {
		return h.ResponseWriter.Write(b)
	}
	return h.body.Write(b)
}

// Unwrap is for http.ResponseController.
func (h *heldWriter) Unwrap() http.ResponseWriter { return h.ResponseWriter }

func (h *heldWriter) release() {
	h.sent = true
	h.ResponseWriter.WriteHeader(h.code)
	_, _ = h.ResponseWriter.Write(h.body.Bytes())
	h.body.Reset()
}

func (h *heldWriter) finish(r *http.Request) {
	if h.sent {
		return
	}
	if h.code == http.StatusOK {
		sum := sha256.Sum256(h.body.Bytes())
		tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
		h.Header().Set("ETag", tag)
		if h.Header().Get("Cache-Control") == "" {
			h.Header().Set("Cache-Control", "private, no-cache")
		}
		if matches(r.Header.Get("If-None-Match"), tag) {
			h.Header().Del("Content-Type")
			h.Header().Del("Content-Length")
			h.ResponseWriter.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.release()
}

// matches says whether an If-None-Match names the tag; weak and strong forms
// count as one (RFC 9110, 13.1.2).
func matches(header, tag string) bool {
	tag = strings.TrimPrefix(tag, "W/")
	for one := range strings.SplitSeq(header, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == tag || one == "*" {
			return true
		}
	}
	return false
}
