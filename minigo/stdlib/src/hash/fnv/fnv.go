// Package fnv has the hash functions of Fowler, Noll and Vo: FNV-1 and FNV-1a.
package fnv

import "hash"

const (
	offset32 = 2166136261
	offset64 = 14695981039346656037
)

// update32 and update64 hash data on; xorFirst is FNV-1a.
func update32(sum uint32, data []byte, xorFirst bool) uint32
func update64(sum uint64, data []byte, xorFirst bool) uint64

type hash32 struct {
	sum      uint32
	xorFirst bool
}

type hash64 struct {
	sum      uint64
	xorFirst bool
}

func New32() hash.Hash32  { return &hash32{offset32, false} }
func New32a() hash.Hash32 { return &hash32{offset32, true} }
func New64() hash.Hash64  { return &hash64{offset64, false} }
func New64a() hash.Hash64 { return &hash64{offset64, true} }

func (h *hash32) Reset()         { h.sum = offset32 }
func (h *hash32) Sum32() uint32  { return h.sum }
func (h *hash32) Size() int      { return 4 }
func (h *hash32) BlockSize() int { return 1 }

func (h *hash32) Write(data []byte) (int, error) {
	h.sum = update32(h.sum, data, h.xorFirst)
	return len(data), nil
}

func (h *hash32) Sum(in []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		in = append(in, byte(h.sum>>shift))
	}
	return in
}

func (h *hash64) Reset()         { h.sum = offset64 }
func (h *hash64) Sum64() uint64  { return h.sum }
func (h *hash64) Size() int      { return 8 }
func (h *hash64) BlockSize() int { return 1 }

func (h *hash64) Write(data []byte) (int, error) {
	h.sum = update64(h.sum, data, h.xorFirst)
	return len(data), nil
}

func (h *hash64) Sum(in []byte) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		in = append(in, byte(h.sum>>shift))
	}
	return in
}

func (h *hash32) Clone() (hash.Cloner, error) {
	c := *h
	return &c, nil
}

func (h *hash64) Clone() (hash.Cloner, error) {
	c := *h
	return &c, nil
}
