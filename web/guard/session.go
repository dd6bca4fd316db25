package guard

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"net/http"
	"time"
)

const (
	cookieName  = "depesche_session"
	sessionTime = 12 * time.Hour
	payloadSize = 8 + 16 // end in Unix seconds, and chance
)

// sessions makes and checks the values of session cookies: the session's end and
// chance, signed with a secret that the process keeps to itself. Nothing is
// stored, and a restart ends all sessions.
type sessions struct {
	secret [32]byte
}

// value returns a signed value for a session that begins now.
func (s *sessions) value(now time.Time) string {
	payload := make([]byte, payloadSize, payloadSize+sha256.Size)
	binary.BigEndian.PutUint64(payload, uint64(now.Add(sessionTime).Unix()))
	rand.Read(payload[8:]) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(append(payload, s.sign(payload)...))
}

// valid says whether a value was signed here and has not ended.
func (s *sessions) valid(value string, now time.Time) bool {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(value)
	if err != nil || len(raw) != payloadSize+sha256.Size {
		return false
	}
	if !hmac.Equal(raw[payloadSize:], s.sign(raw[:payloadSize])) {
		return false
	}
	return now.Unix() < int64(binary.BigEndian.Uint64(raw))
}

func (s *sessions) sign(payload []byte) []byte {
	m := hmac.New(sha256.New, s.secret[:])
	m.Write(payload)
	return m.Sum(nil)
}

// cookie returns the session cookie with a value; an empty one ends the session.
func cookie(r *http.Request, value string) *http.Cookie {
	c := &http.Cookie{Name: cookieName, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https", MaxAge: int(sessionTime.Seconds())}
	if value == "" {
		c.MaxAge = -1
	}
	return c
}

func digest(s string) [32]byte { return sha256.Sum256([]byte(s)) }

// same compares two digests in constant time.
func same(a, b [32]byte) bool { return subtle.ConstantTimeCompare(a[:], b[:]) == 1 }

func randomSecret() (b [32]byte) {
	rand.Read(b[:])
	return b
}

func randomText() string { return rand.Text() }
