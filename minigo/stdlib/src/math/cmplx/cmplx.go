// Package cmplx has functions of complex numbers. Where only signs and places differ one function stands on another.
package cmplx

import "math"

func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

func IsInf(x complex128) bool { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }
func IsNaN(x complex128) bool { return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x))) }

func Abs(x complex128) float64          { return math.Hypot(real(x), imag(x)) }
func Phase(x complex128) float64        { return math.Atan2(imag(x), real(x)) }
func Conj(x complex128) complex128      { return complex(real(x), -imag(x)) }
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// left and right turn x by a quarter: i*x and -i*x.
func left(x complex128) complex128  { return complex(-imag(x), real(x)) }
func right(x complex128) complex128 { return complex(imag(x), -real(x)) }

func infinite(x float64) bool   { return math.IsInf(x, 0) }
func odd(x float64) bool        { return math.IsInf(x, 0) || math.IsNaN(x) }
func zero(sign float64) float64 { return math.Copysign(0, sign) }

func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re) && re > 0 && im == 0:
		return x
	case infinite(re) && odd(im):
		if re < 0 {
			return complex(0, zero(im))
		}
		return complex(math.Inf(1), math.NaN())
	case math.IsNaN(re) && im == 0:
		return complex(math.NaN(), im)
	}
	return Rect(math.Exp(re), im)
}

func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow returns x**y; a power of 0 is 1, 0 or infinite.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch {
		case IsNaN(y):
			return NaN()
		case real(y) == 0:
			return 1
		case real(y) > 0:
			return 0
		case imag(y) == 0:
			return complex(math.Inf(1), 0)
		}
		return Inf()
	}
	modulus := Abs(x)
	if modulus == 0 {
		return 0
	}
	r := math.Pow(modulus, real(y))
	phase := Phase(x)
	θ := real(y) * phase
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * phase)
		θ += imag(y) * math.Log(modulus)
	}
	return Rect(r, θ)
}

// Sqrt returns the root with a real part that is not negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case x == 0:
		return complex(0, b)
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0:
		return complex(math.Sqrt(a), b)
	case infinite(b):
		return complex(math.Inf(1), b)
	case a == 0:
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	// Scaled, so that nothing overflows or vanishes.
	factor, back := 0x1p54, 0x1p-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		factor, back = 0.25, 2
	}
	a *= factor
	b *= factor
	r := math.Hypot(a, b)
	var re, im float64
	if a > 0 {
		re = math.Sqrt(0.5*r + 0.5*a)
		im = back * math.Abs((0.5*b)/re)
		re *= back
	} else {
		im = math.Sqrt(0.5*r - 0.5*a)
		re = back * math.Abs((0.5*b)/im)
		im *= back
	}
	if b < 0 {
		im = -im
	}
	return complex(re, im)
}
