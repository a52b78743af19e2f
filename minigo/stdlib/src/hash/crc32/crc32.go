// Package crc32 is the cyclic redundancy check of 32 bits.
package crc32

import "hash"

const Size = 4

// Polynomials, the highest power in the lowest bit.
const (
	IEEE       = 0xedb88320
	Castagnoli = 0x82f63b78
	Koopman    = 0xeb31d82e
)

// Table has the checksum of each byte for one polynomial.
type Table [256]uint32

var IEEETable = MakeTable(IEEE)

func MakeTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		sum := uint32(i)
		for range 8 {
			low := sum & 1
			sum >>= 1
			if low == 1 {
				sum ^= poly
			}
		}
		t[i] = sum
	}
	return t
}

// update returns the checksum after data, given the one before.
func update(crc uint32, table []uint32, data []byte) uint32

func Update(crc uint32, tab *Table, p []byte) uint32 { return update(crc, tab[:], p) }
func Checksum(data []byte, tab *Table) uint32        { return Update(0, tab, data) }
func ChecksumIEEE(data []byte) uint32                { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

func New(tab *Table) hash.Hash32 { return &digest{0, tab} }
func NewIEEE() hash.Hash32       { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(d.crc>>24), byte(d.crc>>16), byte(d.crc>>8), byte(d.crc))
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}
