package cmplx

import "math"

// sinhcosh returns sinh and cosh with one exponential where that is exact enough.
func sinhcosh(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && odd(re), infinite(im) && odd(re):
		return complex(math.NaN(), im)
	case re == 0 && odd(im):
		return x
	}
	s, c := math.Sincos(re)
	sinh, cosh := sinhcosh(im)
	return complex(s*cosh, c*sinh)
}

func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && odd(re):
		return complex(math.NaN(), -im*zero(re))
	case infinite(im) && re == 0:
		return complex(math.Inf(1), -re*zero(im))
	case infinite(im) && odd(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	s, c := math.Sincos(re)
	sinh, cosh := sinhcosh(im)
	return complex(c*cosh, -s*sinh)
}

func Sinh(x complex128) complex128 { return right(Sin(left(x))) }

func Cosh(x complex128) complex128 {
	if imag(x) == 0 && math.IsNaN(real(x)) {
		return complex(math.NaN(), imag(x))
	}
	return Cos(left(x))
}

func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(im) && odd(re):
		return complex(zero(re), math.Copysign(1, im))
	case infinite(im):
		return complex(zero(math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = series(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re) && odd(im):
		return complex(math.Copysign(1, re), zero(im))
	case infinite(re):
		return complex(math.Copysign(1, re), zero(math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if math.Abs(d) < 0.25 {
		d = series(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// beyondPi takes the nearest multiple of pi from x.
func beyondPi(x float64) float64

// series returns cosh(2 imag z) - cos(2 real z) by its Taylor series, for where the two nearly cancel.
func series(z complex128) float64 {
	x := beyondPi(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x, y = x*x, y*y
	xPower, yPower, factorial, n := 1.0, 1.0, 1.0, 0.0
	sum := 0.0
	for sign := 1.0; ; sign = -sign {
		for range 2 {
			n++
			factorial *= n
		}
		xPower *= x
		yPower *= y
		term := (yPower + sign*xPower) / factorial
		sum += term
		if sign < 0 && !(math.Abs(term/sum) > 0x1p-53) {
			return sum
		}
	}
}

func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case math.IsNaN(im) && re == 0:
		return complex(re, math.NaN())
	case math.IsNaN(im) && infinite(re):
		return complex(math.NaN(), re)
	case math.IsNaN(im):
		return NaN()
	case infinite(im) && math.IsNaN(re):
		return x
	case infinite(im) && infinite(re):
		return complex(math.Copysign(math.Pi/4, re), im)
	case infinite(im):
		return complex(zero(re), im)
	case infinite(re):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(re, im))
	}
	square := x * x
	root := Sqrt(complex(1-real(square), -imag(square)))
	return right(Log(left(x) + root))
}

func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case infinite(re) && infinite(im):
		return complex(re, math.Copysign(math.Pi/4, im))
	case infinite(re) && math.IsNaN(im):
		return x
	case infinite(re):
		return complex(re, zero(im))
	case math.IsNaN(re) && im == 0:
		return x
	case math.IsNaN(re) && infinite(im):
		return complex(im, re)
	case math.IsNaN(re):
		return NaN()
	case infinite(im):
		return complex(math.Copysign(im, re), math.Copysign(math.Pi/2, im))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return left(w)
	}
	return right(w)
}

func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case IsInf(x) && math.IsNaN(re):
		return complex(math.NaN(), zero(im))
	case IsInf(x):
		return complex(math.Copysign(math.Pi/2, re), zero(im))
	case IsNaN(x):
		return NaN()
	}
	square := re * re
	a := 1 - square - im*im
	if a == 0 {
		return NaN()
	}
	w := beyondPi(0.5 * math.Atan2(2*re, a))
	t := im - 1
	b := square + t*t
	if b == 0 {
		return NaN()
	}
	t = im + 1
	return complex(w, 0.25*math.Log((square+t*t)/b))
}

func Atanh(x complex128) complex128 { return right(Atan(left(x))) }
