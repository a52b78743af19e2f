package rand

import "errors"

// The generator of C2SP chacha8rand: ChaCha with 8 rounds makes chunks of 32 numbers. After four chunks the last numbers
// of the fourth are the next seed.
const (
	chunk    = 32
	chunks   = 4
	seedSize = 4
)

// ChaCha8 is a cryptographically strong source. used of the current chunk's numbers were drawn; unread holds bytes that
// Read left of a number.
type ChaCha8 struct {
	seed   [seedSize]uint64
	buf    [chunk]uint64
	chunk  int
	used   int
	unread []byte
}

// fillChunk makes one chunk of numbers.
func fillChunk(buf, seed []uint64, number int)

func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.seed {
		c.seed[i] = littleEndian(seed[8*i:])
	}
	fillChunk(c.buf[:], c.seed[:], 0)
}

// size is how many numbers of the chunk may be drawn.
func (c *ChaCha8) size() int {
	if c.chunk == chunks-1 {
		return chunk - seedSize
	}
	return chunk
}

func (c *ChaCha8) Uint64() uint64 {
	if c.used >= c.size() {
		c.chunk++
		if c.chunk == chunks {
			copy(c.seed[:], c.buf[chunk-seedSize:])
			c.chunk = 0
		}
		fillChunk(c.buf[:], c.seed[:], c.chunk)
		c.used = 0
	}
	c.used++
	return c.buf[c.used-1]
}

// Read fills p and never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(c.unread) == 0 {
			c.unread = appendLittleEndian(nil, c.Uint64())
		}
		m := copy(p[n:], c.unread)
		c.unread = c.unread[m:]
		n += m
	}
	return n, nil
}

func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if len(c.unread) > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(len(c.unread)))
		b = append(b, c.unread...)
	}
	b = append(b, "chacha8:"...)
	b = appendBigEndian(b, uint64(c.chunk*chunk+c.used))
	for _, x := range c.seed {
		b = appendLittleEndian(b, x)
	}
	return b, nil
}

func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	const read = "readbuf:"
	if len(data) >= len(read) && string(data[:len(read)]) == read {
		data = data[len(read):]
		if len(data) == 0 || len(data) < 1+int(data[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		end := 1 + int(data[0])
		c.unread = append([]byte(nil), data[1:end]...)
		data = data[end:]
	}
	invalid := len(data) != 48 || string(data[:8]) != "chacha8:"
	if invalid || bigEndian(data[8:]) > chunks*chunk-seedSize {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := int(bigEndian(data[8:]))
	for i := range c.seed {
		c.seed[i] = littleEndian(data[16+8*i:])
	}
	c.chunk, c.used = used/chunk, used%chunk
	fillChunk(c.buf[:], c.seed[:], c.chunk)
	return nil
}

func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendBigEndian(appendBigEndian(append(b, "pcg:"...), p.hi), p.lo), nil
}

func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = bigEndian(data[4:]), bigEndian(data[12:])
	return nil
}

func littleEndian(b []byte) (x uint64) {
	for i := 7; i >= 0; i-- {
		x = x<<8 | uint64(b[i])
	}
	return x
}

func bigEndian(b []byte) (x uint64) {
	for i := range 8 {
		x = x<<8 | uint64(b[i])
	}
	return x
}

func appendLittleEndian(b []byte, x uint64) []byte {
	for range 8 {
		b = append(b, byte(x))
		x >>= 8
	}
	return b
}

func appendBigEndian(b []byte, x uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>shift))
	}
	return b
}
