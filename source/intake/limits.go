package intake

import (
	"fmt"
	"io"

	"depesche/source"
)

// The limits of archives. What comes out of all that is packed in one named
// input, layer upon layer, may be 64 MB and 250 bytes for each byte of the
// input; text packs to a tenth, seldom to a fiftieth.
const (
	MaxDepth   = 5       // archives and compressions within each other
	MaxEntries = 1 << 20 // of one archive

	minUnpacked = 64 << 20
	maxRatio    = 250
	maxSpool    = 4 << 30 // a zip archive that has to be stored to be read
	inMemory    = 16 << 20
	bufferSize  = 64 << 10
)

// budget is what one named input has taken in and what was unpacked from it;
// floor is what may be unpacked of the smallest input.
type budget struct{ in, out, floor int64 }

// unpacked counts what comes out of a packed stream and ends it where that is
// more than an honest one has.
type unpacked struct {
	in io.Reader
	b  *budget
}

var errBomb = fmt.Errorf("%w: it unpacks to more than %d times its size", source.ErrLimit, maxRatio)

func (u *unpacked) Read(p []byte) (int, error) {
	if u.b.out > u.b.floor && u.b.out > maxRatio*u.b.in {
		return 0, errBomb
	}
	n, err := u.in.Read(p)
	u.b.out += int64(n)
	return n, err
}
