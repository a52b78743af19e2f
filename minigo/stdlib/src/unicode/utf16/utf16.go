// Package utf16 encodes and decodes UTF-16.
package utf16

const (
	replacement = '\uFFFD'
	high        = 0xD800
	low         = 0xDC00
	end         = 0xE000
	offset      = 0x10000
	maxRune     = '\U0010FFFF'
)

func IsSurrogate(r rune) bool { return high <= r && r < end }

func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 | (r2 - low) + offset
	}
	return replacement
}

func EncodeRune(r rune) (r1, r2 rune) {
	if r < offset || r > maxRune {
		return replacement, replacement
	}
	r -= offset
	return high + r>>10, low + r&0x3FF
}

// RuneLen returns the number of 16-bit words of r, -1 if it has no encoding.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, end <= r && r < offset:
		return 1
	case offset <= r && r <= maxRune:
		return 2
	}
	return -1
}

func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

func Decode(s []uint16) []rune {
	a := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if r = pair; r != replacement {
				i++
			}
		}
		a = append(a, r)
	}
	return a
}
