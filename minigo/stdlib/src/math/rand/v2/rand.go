// Package rand makes pseudo-random numbers. The functions of the package draw from the run's own choices, so a seed of
// the run decides them; a Rand made by New draws from its source.
package rand

import (
	"math"
	"math/bits"
)

// Source is a source of uniformly distributed numbers of 64 bits.
type Source interface {
	Uint64() uint64
}

// choice draws 64 bits from the run's choices.
func choice() uint64

type runSource struct{}

func (runSource) Uint64() uint64 { return choice() }

// Rand draws numbers from a source.
type Rand struct{ src Source }

// New returns a Rand that draws from src.
func New(src Source) *Rand { return &Rand{src} }

var global = &Rand{runSource{}}

// PCG is a permuted congruential generator with 128 bits of state (PCG-DXSM).
type PCG struct{ hi, lo uint64 }

func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

func (p *PCG) Seed(seed1, seed2 uint64) { *p = PCG{seed1, seed2} }

func (p *PCG) Uint64() uint64 {
	const (
		mulHi = 2549297995355413924
		mulLo = 4865540595714422341
		incHi = 6364136223846793005
		incLo = 1442695040888963407
		mix   = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, carry := bits.Add64(lo, incLo, 0)
	hi, _ = bits.Add64(hi, incHi, carry)
	p.lo, p.hi = lo, hi
	hi ^= hi >> 32
	hi *= mix
	hi ^= hi >> 48
	return hi * (lo | 1)
}

func (r *Rand) Int64() int64   { return int64(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int32() int32   { return int32(r.src.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(uint(r.src.Uint64()) << 1 >> 1) }
func (r *Rand) Uint() uint     { return uint(r.src.Uint64()) }

// below draws a number in [0, n) by Lemire's method.
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for threshold := -n % n; lo < threshold; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// normalTables and exponentialTables return the layers of the ziggurats: limits, widths, densities.
func normalTables() ([]uint32, []float32, []float32)
func exponentialTables() ([]uint32, []float32, []float32)

const (
	normalEdge      = 3.442619855899
	exponentialEdge = 7.69711747013104972
)

// NormFloat64 draws from the standard normal distribution.
func (r *Rand) NormFloat64() float64 {
	limits, widths, densities := normalTables()
	for {
		u := r.Uint64()
		j := int32(u)
		i := u >> 32 & 0x7F
		x := float64(j) * float64(widths[i])
		if uint32(max(j, -j)) < limits[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) / normalEdge
				if y := -math.Log(r.Float64()); y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalEdge + x
			}
			return -normalEdge - x
		}
		if densities[i]+float32(r.Float64())*(densities[i-1]-densities[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 draws from the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	limits, widths, densities := exponentialTables()
	for {
		u := r.Uint64()
		j := uint32(u)
		i := uint8(u >> 32)
		x := float64(j) * float64(widths[i])
		if j < limits[i] {
			return x
		}
		if i == 0 {
			return exponentialEdge - math.Log(r.Float64())
		}
		if densities[i]+float32(r.Float64())*(densities[i-1]-densities[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

func Int64() int64                       { return global.Int64() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int32() int32                       { return global.Int32() }
func Int() int                           { return global.Int() }
func Uint() uint                         { return global.Uint() }
func Int64N(n int64) int64               { return global.Int64N(n) }
func Uint64N(n uint64) uint64            { return global.Uint64N(n) }
func Int32N(n int32) int32               { return global.Int32N(n) }
func Uint32N(n uint32) uint32            { return global.Uint32N(n) }
func IntN(n int) int                     { return global.IntN(n) }
func UintN(n uint) uint                  { return global.UintN(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N draws a number of any integer type in [0, n).
func N[Int intType](n Int) Int { return global.N(n) }

func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.below(uint64(n)))
}
