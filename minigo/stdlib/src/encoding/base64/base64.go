// Package base64 writes bytes with 64 characters: RFC 4648.
package base64

import (
	"io"
	"slices"
	"strconv"
)

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const (
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	unknown = 0xff
)

// An Encoding is an alphabet of 64 characters with or without padding.
type Encoding struct {
	encode  [64]byte
	decode  [256]uint8
	padding rune
	strict  bool
}

var (
	StdEncoding    = NewEncoding(letters + "+/")
	URLEncoding    = NewEncoding(letters + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// CorruptInputError is the place of a byte that should not be there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// NewEncoding returns a padded Encoding with the given alphabet.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{padding: StdPadding}
	copy(e.encode[:], encoder)
	for i := range e.decode {
		e.decode[i] = unknown
	}
	for i := range len(encoder) {
		switch c := encoder[i]; {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.decode[c] != unknown:
			panic("encoding alphabet includes duplicate symbols")
		default:
			e.decode[c] = uint8(i)
		}
	}
	return e
}

// WithPadding returns the same with another character for padding, or with NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.decode[byte(padding)] != unknown:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict returns the same but with a decoder that wants the unused bits to be zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) > 0 {
		var group uint32
		n := min(len(src), 3)
		for i := range 3 {
			group <<= 8
			if i < n {
				group |= uint32(src[i])
			}
		}
		for i := range 4 {
			if i <= n {
				dst[i] = enc.encode[group>>(18-6*i)&63]
			} else if enc.padding != NoPadding {
				dst[i] = byte(enc.padding)
			}
		}
		src = src[n:]
		dst = dst[min(4, len(dst)):]
	}
}

func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := enc.EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	enc.Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

func (enc *Encoding) EncodeToString(src []byte) string {
	return string(enc.AppendEncode(nil, src))
}

// Decode returns the number of bytes decoded before an error. It leaves out newlines.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	for i := 0; i < len(src); {
		var group uint32
		var ended bool
		have := 0
		last := 0 // where the unused bits are reported
		for have < 4 {
			if i == len(src) {
				if have == 0 {
					return n, nil
				}
				if have == 1 || enc.padding != NoPadding {
					return n, CorruptInputError(i - have)
				}
				last, ended = i-4+have, true
				break
			}
			c := src[i]
			i++
			if c == '\n' || c == '\r' {
				continue
			}
			if v := enc.decode[c]; v != unknown {
				group = group<<6 | uint32(v)
				have++
				continue
			}
			if rune(c) != enc.padding {
				return n, CorruptInputError(i - 1)
			}
			last = i - 1
			var whole bool
			if whole, err = enc.padded(src, i, have); !whole {
				return n, err
			}
			ended = true
			break
		}
		group <<= 6 * (4 - have)
		size := have - 1
		if enc.strict && have < 4 && group<<(8*size+8)>>8<<8 != 0 {
			return n, CorruptInputError(last)
		}
		for k := range size {
			dst[n] = byte(group >> (16 - 8*k))
			n++
		}
		if ended || err != nil {
			return n, err
		}
	}
	return n, nil
}

// padded is told of a padding character before src[i], in a group with so many characters, and checks what comes then; it
// returns whether the group is whole.
func (enc *Encoding) padded(src []byte, i, have int) (bool, error) {
	newlines := func() {
		for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
			i++
		}
	}
	switch have {
	case 0, 1:
		return false, CorruptInputError(i - 1)
	case 2:
		newlines()
		if i == len(src) {
			return false, CorruptInputError(len(src))
		}
		if rune(src[i]) != enc.padding {
			return false, CorruptInputError(i - 1)
		}
		i++
	}
	newlines()
	if i < len(src) {
		return true, CorruptInputError(i)
	}
	return true, nil
}

func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	buf := make([]byte, len(src)/4*3+3)
	n, err := enc.Decode(buf, src)
	return append(dst, buf[:n]...), err
}

func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := make([]byte, len(s)/4*3+3)
	n, err := enc.Decode(buf, []byte(s))
	return buf[:n], err
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte
	err  error
}

// NewEncoder returns a Writer that must be closed, for the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (int, error) {
	if e.err != nil {
		return 0, e.err
	}
	e.rest = append(e.rest, p...)
	whole := len(e.rest) / 3 * 3
	if whole > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest[:whole]))
		e.rest = append([]byte(nil), e.rest[whole:]...)
	}
	if e.err != nil {
		return 0, e.err
	}
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest))
		e.rest = nil
	}
	return e.err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	data []byte
	err  error
	read bool
}

// NewDecoder returns a Reader of what the characters of r stand for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (int, error) {
	if !d.read {
		d.read = true
		var text []byte
		if text, d.err = io.ReadAll(d.r); d.err == nil {
			d.data, d.err = d.enc.AppendDecode(nil, text)
		}
	}
	if len(d.data) == 0 {
		if d.err == nil {
			return 0, io.EOF
		}
		return 0, d.err
	}
	n := copy(p, d.data)
	d.data = d.data[n:]
	return n, nil
}
