// Packages math and math/cmplx to the last bit, with special values; the generators of math/rand that were left.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
	old "math/rand"
	"math/rand/v2"
)

func main() {
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	xs := []float64{0, zero, 1, -1, inf, -inf, nan, 0.5, -0.5, 2, 1e-320, 5e-324, 1.7e308, 1e9, 1e22, 1e300, 171.5, -171.5, 2.390895443, -13.73997196, 3.495393154, 0.023817278, 11.719074901, -0.393197475, 0.619289069, -18.324786545, 92951556225.11336, 5, -0.969998526, -17.617955793, -0.516113973, -0.072131078, 13.697085141, 5.611668317, 6.497981276, -8.873484013}
	for _, f := range []func(float64) float64{math.Acos, math.Acosh, math.Asin, math.Asinh, math.Atan, math.Atanh, math.Cbrt, math.Cos, math.Cosh, math.Erf, math.Erfc, math.Erfinv, math.Erfcinv, math.Exp, math.Exp2, math.Expm1, math.Gamma, math.J0, math.J1, math.Y0, math.Y1, math.Log, math.Log10, math.Log1p, math.Log2, math.Sin, math.Sinh, math.Tan, math.Tanh} {
		for _, x := range xs {
			fmt.Print(f(x), " ")
		}
		fmt.Println()
	}
	for _, f := range []func(x, y float64) float64{math.Atan2, math.Hypot, math.Mod, math.Pow, math.Remainder} {
		for i, x := range xs {
			y := xs[(i*7+3)%len(xs)]
			fmt.Print(f(x, y), " ", f(math.Abs(x), y), " ")
		}
		fmt.Println()
	}
	for i, x := range xs {
		n := i%13 - 4
		fmt.Println(math.Jn(n, x), math.Yn(n, x), math.Nextafter32(float32(x), float32(n)), math.Pow10(i*11-330))
		fmt.Println(math.Lgamma(x))
	}
	for _, f := range []func(complex128) complex128{cmplx.Acos, cmplx.Acosh, cmplx.Asin, cmplx.Asinh, cmplx.Atan, cmplx.Atanh, cmplx.Cos, cmplx.Cosh, cmplx.Cot, cmplx.Exp, cmplx.Log, cmplx.Log10, cmplx.Sin, cmplx.Sinh, cmplx.Sqrt, cmplx.Tan, cmplx.Tanh, cmplx.Conj} {
		for i, x := range xs {
			fmt.Print(f(complex(x, xs[(i*5+2)%len(xs)])), f(complex(x, xs[i%8])), " ")
		}
		fmt.Println()
	}
	for i, x := range xs {
		z, y := complex(x, xs[(i*5+2)%len(xs)]), complex(xs[(i*3+1)%len(xs)], 2)
		fmt.Println(cmplx.Pow(z, y), cmplx.IsNaN(z), cmplx.IsInf(z), cmplx.Abs(z), cmplx.Rect(real(z), imag(z)))
		fmt.Println(cmplx.Polar(z))
	}
	generators()
}

func generators() {
	c := rand.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed for a test")))
	var s uint64
	for i := range 500 {
		x := c.Uint64()
		s = s*31 + x
		if i < 5 || i > 120 && i < 130 {
			fmt.Println(i, x)
		}
	}
	fmt.Println(s)
	b := make([]byte, 13)
	c.Read(b)
	fmt.Println(b)
	m, err := c.MarshalBinary()
	fmt.Println(m, err)
	var d rand.ChaCha8
	fmt.Println(d.UnmarshalBinary(m))
	d.Read(b)
	fmt.Println(b, d.Uint64(), c.Uint64())
	c.Read(b)
	fmt.Println(b)
	fmt.Println(d.UnmarshalBinary([]byte("x")), d.UnmarshalBinary([]byte("readbuf:")))
	p := rand.NewPCG(1, 2)
	p.Uint64()
	m, _ = p.MarshalBinary()
	fmt.Println(m)
	var q rand.PCG
	fmt.Println(q.UnmarshalBinary(m), q.Uint64() == p.Uint64(), q.UnmarshalBinary(nil))
	r := rand.New(rand.NewPCG(3, 4))
	z := rand.NewZipf(r, 1.5, 2, 1000)
	for range 20 {
		fmt.Print(z.Uint64(), " ")
	}
	zo := old.NewZipf(old.New(old.NewSource(7)), 1.1, 1, 1<<40)
	for range 20 {
		fmt.Print(zo.Uint64(), " ")
	}
	fmt.Println(rand.NewZipf(r, 1, 1, 1) == nil)
	ro := old.New(old.NewSource(9))
	for range 10 {
		fmt.Print(ro.ExpFloat64(), " ", ro.NormFloat64(), " ")
	}
	t := 0.0
	for range 3000 {
		t += r.ExpFloat64() + r.NormFloat64()
	}
	fmt.Println(t)
}
