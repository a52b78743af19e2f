package fnv

import "hash"

const (
	offset128High = 0x6c62272e07bb0142
	offset128Low  = 0x62b821756295c58d
)

func update128(high, low uint64, data []byte, xorFirst bool) (newHigh, newLow uint64)

type hash128 struct {
	high, low uint64
	xorFirst  bool
}

func New128() hash.Hash  { return &hash128{offset128High, offset128Low, false} }
func New128a() hash.Hash { return &hash128{offset128High, offset128Low, true} }

func (h *hash128) Reset()         { h.high, h.low = offset128High, offset128Low }
func (h *hash128) Size() int      { return 16 }
func (h *hash128) BlockSize() int { return 1 }

func (h *hash128) Write(data []byte) (int, error) {
	h.high, h.low = update128(h.high, h.low, data, h.xorFirst)
	return len(data), nil
}

func (h *hash128) Sum(in []byte) []byte {
	for _, half := range [2]uint64{h.high, h.low} {
		for shift := 56; shift >= 0; shift -= 8 {
			in = append(in, byte(half>>shift))
		}
	}
	return in
}

func (h *hash128) Clone() (hash.Cloner, error) {
	c := *h
	return &c, nil
}
