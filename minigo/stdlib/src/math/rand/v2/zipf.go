package rand

import "math"

// A Zipf draws numbers k in [0, imax] with probabilities proportional to (v+k)**-s, by rejection from an integral of
// that curve (Hörmann and Derflinger 1996).
type Zipf struct {
	r        *Rand
	imax     float64
	v        float64
	exponent float64
	// area is the integral over all, below the part of it that lies behind imax; accept the distance up to which
	// a number is taken unseen.
	below, area, accept float64
}

// integral and inverse are those of (v+x)**-exponent, but for a constant.
func (z *Zipf) integral(x float64) float64 {
	return math.Exp((1-z.exponent)*math.Log(z.v+x)) * (1 / (1 - z.exponent))
}

func (z *Zipf) inverse(x float64) float64 {
	return math.Exp(1/(1-z.exponent)*math.Log((1-z.exponent)*x)) - z.v
}

// NewZipf returns nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, exponent: s}
	z.below = z.integral(z.imax + 0.5)
	z.area = z.integral(0.5) - math.Exp(math.Log(v)*(-s)) - z.below
	z.accept = 1 - z.inverse(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.below + z.r.Float64()*z.area
		x := z.inverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.accept || u >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.exponent) {
			return uint64(k)
		}
	}
}
