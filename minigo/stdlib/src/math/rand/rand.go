// Package rand makes pseudo-random numbers. The functions of the package draw from the run's own choices, so a seed of
// the run decides them; a Rand made by New draws from its source.
package rand

import "math"

// Source is a source of uniformly distributed numbers of 63 bits.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 also gives 64 bits at once.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	stateLen = 607
	stateTap = 273
)

// additive is the additive lagged Fibonacci generator x[n] = x[n-607] + x[n-273].
type additive struct {
	tap  int
	feed int
	vec  [stateLen]int64
}

// fill makes the state that belongs to a seed.
func fill(vec *[stateLen]int64, seed int64)

func (s *additive) Seed(seed int64) {
	s.tap = 0
	s.feed = stateLen - stateTap
	fill(&s.vec, seed)
}

func (s *additive) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += stateLen
	}
	s.feed--
	if s.feed < 0 {
		s.feed += stateLen
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return uint64(x)
}

func (s *additive) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

// NewSource returns a source that is not safe for concurrent use. It also is a Source64.
func NewSource(seed int64) Source {
	s := &additive{}
	s.Seed(seed)
	return s
}

// choice draws 64 bits from the run's choices.
func choice() uint64

type runSource struct{}

func (runSource) Int63() int64    { return int64(choice() >> 1) }
func (runSource) Uint64() uint64  { return choice() }
func (runSource) Seed(seed int64) {}

// Rand draws numbers from a source.
type Rand struct {
	src Source
	// What Read has not used of the last number.
	bits int64
	rest int
}

// New returns a Rand that draws from src.
func New(src Source) *Rand { return &Rand{src: src} }

var global = &Rand{src: runSource{}}

func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.rest = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(uint(r.Int63())) }

func (r *Rand) Uint64() uint64 {
	if s, ok := r.src.(Source64); ok {
		return s.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	limit := int64(math.MaxInt64 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > limit {
		v = r.Int63()
	}
	return v % n
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	limit := int32(math.MaxInt32 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > limit {
		v = r.Int31()
	}
	return v % n
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= math.MaxInt32 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
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
		j := int32(r.Uint32())
		i := j & 0x7F
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
		j := r.Uint32()
		i := j & 0xFF
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

func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range n {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// below draws a number in [0, n) by Lemire's method.
func (r *Rand) below(n uint32) uint32 {
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < n {
		for threshold := -n % n; uint32(product) < threshold; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return uint32(product >> 32)
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i > math.MaxInt32-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.below(uint32(i+1))))
		}
	}
}

// Read fills p; it draws seven bytes from each number.
func (r *Rand) Read(p []byte) (n int, err error) {
	for n = range p {
		if r.rest == 0 {
			r.bits = r.Int63()
			r.rest = 7
		}
		p[n] = byte(r.bits)
		r.bits >>= 8
		r.rest--
	}
	return len(p), nil
}

func Seed(seed int64)                    {}
func Int63() int64                       { return global.Int63() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int31() int32                       { return global.Int31() }
func Int() int                           { return global.Int() }
func Int63n(n int64) int64               { return global.Int63n(n) }
func Int31n(n int32) int32               { return global.Int31n(n) }
func Intn(n int) int                     { return global.Intn(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }
func Perm(n int) []int                   { return global.Perm(n) }
func Read(p []byte) (n int, err error)   { return global.Read(p) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
