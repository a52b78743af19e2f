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

type Hash32 interface {
	Hash
	Sum32() uint32
}

type Hash64 interface {
	Hash
	Sum64() uint64
}
