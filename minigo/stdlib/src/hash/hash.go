// Package hash holds the interfaces of hash functions.
package hash

import "io"

// Hash takes bytes by Write; Sum appends the hash of all of them.
type Hash interface {
	io.Writer
	Sum(b []byte) []byte
	Reset()
	Size() int
	BlockSize() int
}

// Cloner is a Hash whose state can be copied.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function with output of any length.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}

type Hash32 interface {
	Hash
	Sum32() uint32
}

type Hash64 interface {
	Hash
	Sum64() uint64
}
