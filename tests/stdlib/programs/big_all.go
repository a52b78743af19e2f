// Package math/big: integers and fractions.
package main

import (
	"fmt"
	"math"
	"math/big"
)

var samples = []string{"0", "1", "-1", "2", "-2", "7", "-7", "255", "-9223372036854775808",
	"18446744073709551616", "-18446744073709551617", "123456789012345678901234567890123456789"}

func number(s string) *big.Int {
	n, ok := new(big.Int).SetString(s, 10)
	if !ok {
		panic(s)
	}
	return n
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%T %v\n", r, r)
		}
	}()
	f()
}

func integers() {
	for _, s := range samples {
		x := number(s)
		fmt.Println(x, x.Sign(), x.BitLen(), x.Int64(), x.Uint64(), x.IsInt64(), x.IsUint64(), x.TrailingZeroBits(), x.Bytes(), x.Bits())
		f, accuracy := x.Float64()
		fmt.Println(f, accuracy, x.Text(2), x.Text(36), x.Text(62), x.ProbablyPrime(10), x.Bit(0), x.Bit(3), x.Bit(200))
		fmt.Println(new(big.Int).Abs(x), new(big.Int).Neg(x), new(big.Int).Not(x), new(big.Int).Lsh(x, 70), new(big.Int).Rsh(x, 3))
		if x.Sign() >= 0 {
			fmt.Println(new(big.Int).Sqrt(x))
		}
		for _, t := range samples {
			y := number(t)
			z := new(big.Int)
			fmt.Print(x.Cmp(y), " ", x.CmpAbs(y), " ", z.Add(x, y), " ", z.Sub(x, y), " ", z.Mul(x, y))
			fmt.Print(" ", z.And(x, y), " ", z.Or(x, y), " ", z.Xor(x, y), " ", z.AndNot(x, y))
			a, b := new(big.Int), new(big.Int)
			fmt.Print(" gcd ", z.GCD(a, b, x, y), " ", a.Add(a, new(big.Int)), " ", b.Add(b, new(big.Int)))
			if y.Sign() != 0 {
				fmt.Print(" / ", z.Quo(x, y), " ", z.Rem(x, y), " ", z.Div(x, y), " ", z.Mod(x, y))
				z, r := z.QuoRem(x, y, new(big.Int))
				fmt.Print(" ", z, r)
				z, r = z.DivMod(x, y, r)
				fmt.Print(" ", z, r, " ", new(big.Int).ModInverse(x, y))
				fmt.Print(" ", new(big.Int).Exp(x, big.NewInt(65), y), new(big.Int).Exp(x, big.NewInt(-3), y))
			}
			if y.Bit(0) == 1 {
				fmt.Print(" ", big.Jacobi(x, y))
			}
			fmt.Println()
		}
	}
	fact := new(big.Int).MulRange(1, 60)
	fmt.Println(fact, new(big.Int).Binomial(60, 30), new(big.Int).Binomial(5, 7), new(big.Int).MulRange(-2, 5), new(big.Int).MulRange(-3, -1))
	fmt.Println(new(big.Int).Exp(big.NewInt(3), big.NewInt(200), nil), new(big.Int).Exp(big.NewInt(3), big.NewInt(-2), nil))
	for _, p := range []int64{0, 1, 2, 3, 4, 25, 97, 561, 2047, 1373653, 999999937, 3215031751} {
		fmt.Print(p, big.NewInt(p).ProbablyPrime(0), " ")
	}
	m := new(big.Int).Lsh(big.NewInt(1), 127)
	fmt.Println(m.Sub(m, big.NewInt(1)).ProbablyPrime(20))
	z := big.NewInt(5)
	fmt.Println(z.SetBit(z, 70, 1), z.SetBit(z, 0, 0), z.SetUint64(math.MaxUint64), z.SetBytes([]byte{1, 0, 2}), z.FillBytes(make([]byte, 5)), z.SetBits([]big.Word{1, 2}))
	try(func() { z.Div(z, new(big.Int)) })
	try(func() { z.Sqrt(big.NewInt(-4)) })
	try(func() { z.Bit(-1) })
	try(func() { z.SetBit(z, 1, 2) })
	try(func() { z.FillBytes(make([]byte, 1)) })
	try(func() { z.ProbablyPrime(-1) })
	try(func() { big.Jacobi(z, big.NewInt(4)) })
	try(func() { var p *big.Int; fmt.Println(p, p.String()); p.Add(z, z) })
}

func texts() {
	for _, s := range []string{"", "-", "+5", "0x1F", "-0b101", "0o17", "017", "08", "1_000", "1__0", "_1", "1_", "0x_1", "0_7", "12a", " 1", "１", "zz"} {
		for _, base := range []int{0, 2, 8, 10, 16, 36, 62} {
			n, ok := new(big.Int).SetString(s, base)
			fmt.Print(n, ok, " ")
		}
		fmt.Println()
	}
	try(func() { fmt.Println(new(big.Int).SetString("10", 1)) })
	n := number("-123456789012345678901")
	fmt.Printf("%d|%v|%s|%x|%X|%o|%O|%b|%+d|% d|%#x|%#o|%#b|%#X\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n)
	fmt.Printf("%30d|%-30d|%030d|%.25d|%30.25d|%+d|% d|%5d|%08x|%-8d|%q|%T\n", n, n, n, n, n, big.NewInt(5), big.NewInt(5), big.NewInt(5), big.NewInt(255), big.NewInt(5), n, n)
	fmt.Printf("%.0d|%.0d|%v|%+v|%#v\n", big.NewInt(0), big.NewInt(1), []*big.Int{big.NewInt(1), nil}, struct{ N *big.Int }{big.NewInt(3)}.N, big.NewInt(4))
	var a, b big.Int
	count, err := fmt.Sscan("12345678901234567890123 -0x10", &a, &b)
	fmt.Println(count, err, &a, &b)
	count, err = fmt.Sscanf("ff:77", "%x:%o", &a, &b)
	fmt.Println(count, err, &a, &b)
	text, err := a.MarshalText()
	fmt.Println(string(text), err, b.UnmarshalText([]byte("0x21")), &b, new(big.Int).UnmarshalText([]byte("zz")))
	js, err := a.MarshalJSON()
	fmt.Println(string(js), err, b.UnmarshalJSON([]byte("42")), b.UnmarshalJSON([]byte("null")), &b)
	fmt.Println(string(a.Append([]byte("n="), 16)))
	large := new(big.Int).Exp(big.NewInt(7), big.NewInt(9000), nil)
	back, ok := new(big.Int).SetString(large.String(), 10)
	fmt.Println(len(large.String()), len(large.Text(7)), ok && back.Cmp(large) == 0, large.Text(7)[:5], len(large.Text(62)))
}

func fractions() {
	values := []*big.Rat{new(big.Rat), big.NewRat(1, 2), big.NewRat(-6, 4), big.NewRat(10, -5), big.NewRat(1, 3), big.NewRat(22, 7)}
	for _, x := range values {
		f, exact := x.Float64()
		n, all := x.FloatPrec()
		fmt.Println(x, x.RatString(), x.FloatString(0), x.FloatString(3), x.Sign(), x.IsInt(), x.Num(), x.Denom(), f, exact, n, all)
		for _, y := range values {
			z := new(big.Rat)
			fmt.Print(x.Cmp(y), z.Add(x, y), " ", z.Sub(x, y), " ", z.Mul(x, y), " ")
			if y.Sign() != 0 {
				fmt.Print(z.Quo(x, y), z.Inv(y), z.Neg(y), z.Abs(y), " ")
			}
		}
		fmt.Println()
	}
	for _, s := range []string{"3/4", "-6/8", "1.25", ".5", "5.", "1e3", "-2.5E-2", "1/0", "a", "", "1/2/3", "0x10", "0x10/0b11", "1/-2", "+7/3", "1_0", "1.2.3", "e5"} {
		r, ok := new(big.Rat).SetString(s)
		fmt.Print(s, " ", r, ok, "; ")
	}
	fmt.Println()
	fmt.Println(new(big.Rat).SetFloat64(0.1), new(big.Rat).SetFloat64(math.Inf(1)), new(big.Rat).SetInt64(4), new(big.Rat).SetFrac64(4, -6), new(big.Rat).SetFrac(big.NewInt(3), big.NewInt(9)), new(big.Rat).SetUint64(9))
	r := big.NewRat(1, 3)
	r.Num().SetInt64(5)
	fmt.Println(r)
	fmt.Printf("%v %s %T\n", r, r, r)
	try(func() { big.NewRat(1, 0) })
	try(func() { r.Quo(r, new(big.Rat)) })
	try(func() { new(big.Rat).Inv(new(big.Rat)) })
	sum := new(big.Rat)
	for i := int64(1); i <= 20; i++ {
		sum.Add(sum, big.NewRat(1, i))
	}
	fmt.Println(sum, sum.FloatString(30), r.Set(sum) == r, big.Below, big.Exact, big.Above, big.Accuracy(5))
	text, err := sum.MarshalText()
	fmt.Println(string(text), err, r.UnmarshalText([]byte("5/10")), r, new(big.Rat).UnmarshalText([]byte("x")))
}

func main() {
	integers()
	texts()
	fractions()
	a, b := big.NewInt(0), big.NewInt(1)
	for range 150 {
		a.Add(a, b)
		a, b = b, a
	}
	fmt.Println(a)
}
