// Package sha512 is the hash algorithms SHA-384, SHA-512, SHA-512/224 and SHA-512/256.
package sha512

import "hash"

const (
	Size      = 64
	Size224   = 28
	Size256   = 32
	Size384   = 48
	BlockSize = 128
)

// sum returns the checksum of data that has size bytes.
func sum(data []byte, size int) []byte

// digest keeps what was written: it is hashed when asked for.
type digest struct {
	data []byte
	size int
}

func New() hash.Hash        { return &digest{size: Size} }
func New384() hash.Hash     { return &digest{size: Size384} }
func New512_224() hash.Hash { return &digest{size: Size224} }
func New512_256() hash.Hash { return &digest{size: Size256} }

func (d *digest) Reset()         { d.data = nil }
func (d *digest) BlockSize() int { return BlockSize }
func (d *digest) Size() int      { return d.size }

func (d *digest) Write(p []byte) (int, error) {
	d.data = append(d.data, p...)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return append(in, sum(d.data, d.size)...) }

func (d *digest) Clone() (hash.Cloner, error) {
	return &digest{append([]byte(nil), d.data...), d.size}, nil
}

func Sum512(data []byte) [Size]byte        { return [Size]byte(sum(data, Size)) }
func Sum384(data []byte) [Size384]byte     { return [Size384]byte(sum(data, Size384)) }
func Sum512_224(data []byte) [Size224]byte { return [Size224]byte(sum(data, Size224)) }
func Sum512_256(data []byte) [Size256]byte { return [Size256]byte(sum(data, Size256)) }
