package register

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
)

// ID names a report, a record or an entry: 63 bits of a SHA-256 digest of what
// was read. It is written as 16 hexadecimal digits. 0 names nothing.
type ID int64

// String is the id as 16 hexadecimal digits, "" for 0.
func (id ID) String() string {
	if id == 0 {
		return ""
	}
	return fmt.Sprintf("%016x", int64(id))
}

// MarshalText writes the id as 16 hexadecimal digits.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads 16 hexadecimal digits.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id = 0
	if len(b) > 0 {
		*id, err = ParseID(string(b))
	}
	return err
}

// ParseID reads 16 hexadecimal digits.
func ParseID(s string) (ID, error) {
	n, err := strconv.ParseUint(s, 16, 63)
	if err != nil || len(s) != 16 || n == 0 {
		return 0, fmt.Errorf("id %q: want 16 hexadecimal digits", s)
	}
	return ID(n), nil
}

// digest is the id of the parts, each ended so that they cannot run together.
func digest(parts ...string) ID {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	var sum [sha256.Size]byte
	return ID(binary.BigEndian.Uint64(h.Sum(sum[:0])[:8]) &^ (1 << 63))
}
