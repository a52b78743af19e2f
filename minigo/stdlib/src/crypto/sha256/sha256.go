// Package sha256 is the hash algorithms SHA-224 and SHA-256.
package sha256

import "hash"

const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

// sum and sum224 return the checksum of data.
func sum(data []byte) []byte
func sum224(data []byte) []byte

// digest keeps what was written: it is hashed when asked for.
type digest struct {
	data  []byte
	is224 bool
}

func New() hash.Hash    { return &digest{} }
func New224() hash.Hash { return &digest{is224: true} }

func (d *digest) Reset()         { d.data = nil }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Size() int {
	if d.is224 {
		return Size224
	}
	return Size
}

func (d *digest) Write(p []byte) (int, error) {
	d.data = append(d.data, p...)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	if d.is224 {
		return append(in, sum224(d.data)...)
	}
	return append(in, sum(d.data)...)
}

func (d *digest) Clone() (hash.Cloner, error) {
	return &digest{append([]byte(nil), d.data...), d.is224}, nil
}

// Sum256 returns the checksum of data.
func Sum256(data []byte) [Size]byte { return [Size]byte(sum(data)) }

// Sum224 returns the SHA-224 checksum of data.
func Sum224(data []byte) [Size224]byte { return [Size224]byte(sum224(data)) }
