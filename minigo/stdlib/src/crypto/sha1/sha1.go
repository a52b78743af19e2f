// Package sha1 is the hash algorithm SHA-1.
package sha1

import "hash"

const (
	Size      = 20
	BlockSize = 64
)

// sum returns the checksum of data.
func sum(data []byte) []byte

// digest keeps what was written: it is hashed when asked for.
type digest struct{ data []byte }

func New() hash.Hash { return &digest{} }

func (d *digest) Reset()         { d.data = nil }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (int, error) {
	d.data = append(d.data, p...)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return append(in, sum(d.data)...) }

func (d *digest) Clone() (hash.Cloner, error) {
	return &digest{append([]byte(nil), d.data...)}, nil
}

// Sum returns the checksum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(sum(data)) }
