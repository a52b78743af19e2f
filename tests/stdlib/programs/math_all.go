// Packages math, math/bits and unicode/utf16, with special values.
package main

import (
	"fmt"
	"math"
	"math/bits"
	"unicode/utf16"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	inf, nan, negz := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	xs := []float64{0, negz, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 2, 10, 100, 1e300, -1e300, 1e-300, 2.2250738585072014e-308, inf, -inf, nan, 3.7, -3.7, 4503599627370497.5, 0.49999999999999994}
	unary := []struct {
		name string
		f    func(float64) float64
	}{
		{"Abs", math.Abs}, {"Ceil", math.Ceil}, {"Floor", math.Floor}, {"Trunc", math.Trunc}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven}, {"Sqrt", math.Sqrt},
	}
	for _, u := range unary {
		for _, x := range xs {
			fmt.Print(u.name, "(", x, ")=", u.f(x), "; ")
		}
		fmt.Println()
	}
	// The last digit of transcendental functions is not the same everywhere.
	inexact := []struct {
		name string
		f    func(float64) float64
	}{
		{"Cbrt", math.Cbrt}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Log", math.Log}, {"Log2", math.Log2}, {"Log10", math.Log10}, {"Log1p", math.Log1p},
		{"Sinh", math.Sinh}, {"Cosh", math.Cosh}, {"Tanh", math.Tanh}, {"Asin", math.Asin}, {"Acos", math.Acos}, {"Atan", math.Atan}, {"Asinh", math.Asinh}, {"Acosh", math.Acosh}, {"Atanh", math.Atanh}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Gamma", math.Gamma},
	}
	for _, u := range inexact {
		for _, x := range xs {
			if u.name == "Gamma" && math.Abs(x) > 200 && !math.IsInf(x, 0) {
				continue
			}
			fmt.Printf("%s(%g)=%.12g; ", u.name, x, u.f(x))
		}
		fmt.Println()
	}
	for _, x := range []float64{0, negz, 0.5, -0.5, 1, 2, 3, 10, inf, -inf, nan} {
		fmt.Printf("%.12g %.12g %.12g; ", math.Sin(x), math.Cos(x), math.Tan(x))
	}
	fmt.Println()
	fmt.Println(math.Log2(8), math.Log10(1000), math.Log2(1<<40), math.Exp(0), math.Pow(2, 10), math.Sqrt(2))
	ys := []float64{0, negz, 1, -1, 0.5, 2, 3, -3, inf, -inf, nan, 2.5}
	for _, x := range ys {
		for _, y := range ys {
			fmt.Print(math.Max(x, y), " ", math.Min(x, y), " ", math.Mod(x, y), " ", math.Remainder(x, y), " ", math.Dim(x, y), " ", math.Copysign(x, y), " ")
			fmt.Printf("%.12g %.12g %.12g; ", math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y))
		}
		fmt.Println()
	}
	for _, x := range xs {
		f, e := math.Frexp(x)
		i, fr := math.Modf(x)
		fmt.Print(f, " ", e, " ", i, " ", fr, " ", math.IsNaN(x), math.IsInf(x, 0), math.IsInf(x, 1), math.IsInf(x, -1), " ", math.Ldexp(x, 3), " ", math.Float64bits(x), " ", math.Float32bits(float32(x)), "; ")
	}
	fmt.Println()
	fmt.Println(math.Float64frombits(0x3ff8000000000000), math.Float32frombits(0x40490fdb), math.Ldexp(1, 2000), math.Ldexp(1, -1080), math.Nextafter(1, 2), math.Pow10(3), math.Pow10(-400), math.Pow10(400))
	fmt.Println(math.Ilogb(8), math.Logb(0.3), math.Ilogb(0), math.Logb(0), math.Ilogb(inf), math.Logb(inf), math.Logb(nan), math.FMA(2, 3, 4), math.FMA(1e308, 10, -inf))
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxInt32, math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32, math.Pi, math.E, math.Sqrt2, math.Ln2, math.MaxInt, math.MaxUint8)
	s, c := math.Sincos(1)
	fmt.Printf("%.10f %.10f\n", s, c)
	fmt.Println(math.Inf(-1), math.Inf(0), math.NaN(), math.Signbit(negz), negz, 1/negz)

	for _, x := range []uint64{0, 1, 2, 0xFF, 0x8000, 1 << 31, 1<<63 | 5, math.MaxUint64} {
		fmt.Println(bits.Len64(x), bits.LeadingZeros64(x), bits.TrailingZeros64(x), bits.OnesCount64(x), bits.Reverse64(x), bits.ReverseBytes64(x), bits.RotateLeft64(x, 5), bits.RotateLeft64(x, -5))
		fmt.Println(bits.Len8(uint8(x)), bits.LeadingZeros16(uint16(x)), bits.TrailingZeros32(uint32(x)), bits.TrailingZeros8(uint8(x)), bits.OnesCount8(uint8(x)), bits.Reverse8(uint8(x)), bits.Reverse16(uint16(x)), bits.Reverse32(uint32(x)), bits.ReverseBytes16(uint16(x)), bits.ReverseBytes32(uint32(x)), bits.RotateLeft8(uint8(x), 3), bits.RotateLeft16(uint16(x), -3), bits.RotateLeft32(uint32(x), 9), bits.Len(uint(x)))
		fmt.Println(bits.Add64(x, x, 1))
		fmt.Println(bits.Sub64(x, 3, 1))
		fmt.Println(bits.Mul64(x, x))
		fmt.Println(bits.Div64(1, x, 7))
		fmt.Println(bits.Rem64(9, x, 7), bits.UintSize)
	}
	try("div zero", func() { bits.Div64(0, 1, 0) })
	try("div overflow", func() { bits.Div64(7, 1, 7) })
	try("div32 overflow", func() { bits.Div32(7, 1, 7) })
	fmt.Println(bits.Div32(1, 5, 7))
	fmt.Println(bits.Add32(math.MaxUint32, 1, 0))
	fmt.Println(bits.Mul32(math.MaxUint32, 3))
	u := utf16.Encode([]rune("aé😀\U0010FFFF"))
	fmt.Println(u, string(utf16.Decode(u)), utf16.Decode([]uint16{0xD800, 'x', 0xDC00}), utf16.IsSurrogate(0xD900), utf16.RuneLen('😀'), utf16.RuneLen(0xD800))
	fmt.Println(utf16.EncodeRune('😀'))
	fmt.Println(utf16.DecodeRune(0xD83D, 0xDE00), utf16.AppendRune(nil, 'x'))
}
