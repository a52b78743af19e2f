package big

import (
	"fmt"
	"strings"
)

// An Accuracy says how a rounded value compares with the exact one.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

func (a Accuracy) String() string {
	switch a {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return fmt.Sprintf("Accuracy(%d)", int8(a))
}

// A Rat is a fraction in lowest terms; its zero value is 0.
type Rat struct {
	a Int
	// b is the denominator, or 0 for 1.
	b Int
}

// ratio is a/b, correctly rounded; exact tells whether it is that.
func ratio(a, b number) (f float64, exact bool)

// fraction returns the numerator and denominator of f, which is finite.
func fraction(f float64) (a, b number, ok bool)

// parseRat reads a fraction or a decimal number; b is 0 for what is none.
func parseRat(s string) (a, b number)

// decimal writes a/b with so many digits after the point, halves rounded away from 0.
func decimal(a, b number, prec int) string

// places returns how many digits after the point 1/b needs; without its factors 2 and 5 b may be 1: exact.
func places(b number) (n int, exact bool)

func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

func (x *Rat) num() number { return x.a.n }

func (x *Rat) den() number {
	if x.b.n == 0 {
		return 1
	}
	return x.b.n
}

func (z *Rat) set(a, b number) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	d, _, _ := gcd(a, b)
	if compare(b, 0) < 0 {
		d = neg(d)
	}
	a, _ = quoRem(a, d)
	b, _ = quoRem(b, d)
	z.a.n, z.b.n = a, b
	return z
}

func (z *Rat) SetFrac(a, b *Int) *Rat    { return z.set(a.n, b.n) }
func (z *Rat) SetFrac64(a, b int64) *Rat { return z.set(number(a), number(b)) }
func (z *Rat) SetInt(x *Int) *Rat        { return z.set(x.n, 1) }
func (z *Rat) SetInt64(x int64) *Rat     { return z.set(number(x), 1) }
func (z *Rat) SetUint64(x uint64) *Rat   { return z.set(fromUint64(x), 1) }
func (z *Rat) Set(x *Rat) *Rat           { return z.set(x.num(), x.den()) }
func (z *Rat) Abs(x *Rat) *Rat           { return z.set(abs(x.num()), x.den()) }
func (z *Rat) Neg(x *Rat) *Rat           { return z.set(neg(x.num()), x.den()) }
func (z *Rat) Inv(x *Rat) *Rat           { return z.set(x.den(), x.num()) }
func (z *Rat) Mul(x, y *Rat) *Rat        { return z.set(mul(x.num(), y.num()), mul(x.den(), y.den())) }
func (z *Rat) Quo(x, y *Rat) *Rat        { return z.set(mul(x.num(), y.den()), mul(x.den(), y.num())) }

func (z *Rat) Add(x, y *Rat) *Rat {
	return z.set(add(mul(x.num(), y.den()), mul(y.num(), x.den())), mul(x.den(), y.den()))
}

func (z *Rat) Sub(x, y *Rat) *Rat {
	return z.set(sub(mul(x.num(), y.den()), mul(y.num(), x.den())), mul(x.den(), y.den()))
}

// SetFloat64 sets z to exactly f; nil if f is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	a, b, ok := fraction(f)
	if !ok {
		return nil
	}
	return z.set(a, b)
}

// SetString reads "3/4", "0.75" or "75e-2"; false if s is nothing of that.
func (z *Rat) SetString(s string) (*Rat, bool) {
	a, b := parseRat(s)
	if b == 0 {
		return nil, false
	}
	return z.set(a, b), true
}

func (x *Rat) Sign() int      { return compare(x.num(), 0) }
func (x *Rat) IsInt() bool    { return x.den() == 1 }
func (x *Rat) Cmp(y *Rat) int { return compare(mul(x.num(), y.den()), mul(y.num(), x.den())) }
func (x *Rat) Num() *Int      { return &x.a }

func (x *Rat) Denom() *Int {
	if x.b.n == 0 {
		return &Int{1}
	}
	return &x.b
}

// Float64 returns the nearest float64, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) { return ratio(x.num(), x.den()) }

func (x *Rat) String() string { return format(x.num(), 10) + "/" + format(x.den(), 10) }

// RatString leaves out a denominator of 1.
func (x *Rat) RatString() string { return strings.TrimSuffix(x.String(), "/1") }

// FloatString has prec digits after the point.
func (x *Rat) FloatString(prec int) string { return decimal(x.num(), x.den(), prec) }

// FloatPrec returns how many digits after the point x needs, and whether they suffice.
func (x *Rat) FloatPrec() (n int, exact bool) { return places(x.den()) }

func (x *Rat) AppendText(b []byte) ([]byte, error) { return append(b, x.RatString()...), nil }
func (x *Rat) MarshalText() ([]byte, error)        { return []byte(x.RatString()), nil }

func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}
