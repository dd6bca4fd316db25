package names

import "encoding/binary"

var _ [9]struct{} = [NumTags]struct{}{} // eight and one

// score adds to each tag's sum the weights of the features. Eight tags are summed
// side by side in four lanes of 16 bits each, two words of them, as weights of 0 to
// 255; a lane holds 257 of those.
func (m *Model) score(sums *[NumTags]int32, features []uint32) {
	const (
		lanes = 257
		flip  = 0x8080808080808080 // -128 to 127 as 0 to 255
		even  = 0x00ff00ff00ff00ff
	)
	for len(features) > 0 {
		n := min(len(features), lanes)
		var a, b uint64
		last := int32(0)
		for _, f := range features[:n] {
			row := m.Rows[int(f)*NumTags:][:NumTags]
			x := binary.LittleEndian.Uint64(row) ^ flip
			a += x & even
			b += x >> 8 & even
			last += int32(int8(row[8]))
		}
		off := int32(n) << 7
		for k := 0; k < 4; k++ {
			sums[2*k] += int32(a>>(16*k)&0xffff) - off
			sums[2*k+1] += int32(b>>(16*k)&0xffff) - off
		}
		sums[8] += last
		features = features[n:]
	}
}
