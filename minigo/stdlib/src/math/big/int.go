// Package big has integers and fractions of any size.
package big

import (
	"strconv"
	"strings"
)

// number is an integer of any size: what Go's int cannot hold only natives may touch.
type number int

func add(x, y number) number
func sub(x, y number) number
func mul(x, y number) number
func neg(x number) number
func and(x, y number) number
func or(x, y number) number
func xor(x, y number) number
func not(x number) number
func lsh(x number, n uint) number
func rsh(x number, n uint) number
func compare(x, y number) int

// quoRem truncates, divMod leaves a remainder that is not negative; y is not 0.
func quoRem(x, y number) (q, r number)
func divMod(x, y number) (q, r number)

// power is x**y, modulo m unless that is 0; false: there is no inverse.
func power(x, y, m number) (number, bool)
func inverse(x, m number) (number, bool)
func gcd(a, b number) (d, x, y number)
func sqrt(x number) number
func prime(x number, n int) bool
func jacobi(x, y number) int
func product(a, b int64) number
func binomial(n, k int64) number

func bitLen(x number) int
func trailingZeros(x number) uint
func fromUint64(x uint64) number
func low64(x number) uint64
func fits(x number, signed bool) bool
func fromBytes(b []byte) number
func toBytes(x number) []byte
func parse(s string, base int) (number, bool)
func format(x number, base int) string

// toFloat rounds to even; the other result is the sign of the error.
func toFloat(x number) (float64, int)

// A Word is 64 bits of an Int.
type Word uint

const MaxBase = 62

// An Int is an integer of any size; its zero value is 0. Methods set their receiver to the result, and return it.
type Int struct {
	n number
}

func NewInt(x int64) *Int { return &Int{number(x)} }

func (z *Int) Set(x *Int) *Int {
	z.n = x.n
	return z
}

func (z *Int) SetInt64(x int64) *Int {
	z.n = number(x)
	return z
}

func (z *Int) SetUint64(x uint64) *Int {
	z.n = fromUint64(x)
	return z
}

func (z *Int) Abs(x *Int) *Int {
	z.n = abs(x.n)
	return z
}

func abs(x number) number {
	if compare(x, 0) < 0 {
		return neg(x)
	}
	return x
}

func (z *Int) Neg(x *Int) *Int {
	z.n = neg(x.n)
	return z
}

func (z *Int) Add(x, y *Int) *Int {
	z.n = add(x.n, y.n)
	return z
}

func (z *Int) Sub(x, y *Int) *Int {
	z.n = sub(x.n, y.n)
	return z
}

func (z *Int) Mul(x, y *Int) *Int {
	z.n = mul(x.n, y.n)
	return z
}

// MulRange sets z to the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	z.n = product(a, b)
	return z
}

func (z *Int) Binomial(n, k int64) *Int {
	z.n = binomial(n, k)
	return z
}

// divisor returns y.n, which must not be 0.
func divisor(y *Int) number {
	if y.n == 0 {
		panic("division by zero")
	}
	return y.n
}

func (z *Int) Quo(x, y *Int) *Int {
	z.n, _ = quoRem(x.n, divisor(y))
	return z
}

func (z *Int) Rem(x, y *Int) *Int {
	_, z.n = quoRem(x.n, divisor(y))
	return z
}

func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	z.n, r.n = quoRem(x.n, divisor(y))
	return z, r
}

func (z *Int) Div(x, y *Int) *Int {
	z.n, _ = divMod(x.n, divisor(y))
	return z
}

func (z *Int) Mod(x, y *Int) *Int {
	_, z.n = divMod(x.n, divisor(y))
	return z
}

func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	z.n, m.n = divMod(x.n, divisor(y))
	return z, m
}

// Exp sets z to x**y, modulo |m| if m is neither nil nor 0; without a modulus it is 1 for negative y.
func (z *Int) Exp(x, y, m *Int) *Int {
	var modulus number
	if m != nil {
		modulus = abs(m.n)
	}
	n, ok := power(x.n, y.n, modulus)
	if !ok {
		return nil
	}
	z.n = n
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x and y, unless they are nil, so that z = a*x + b*y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	d, p, q := gcd(a.n, b.n)
	if x != nil {
		x.n = p
	}
	if y != nil {
		y.n = q
	}
	z.n = d
	return z
}

func (z *Int) ModInverse(g, n *Int) *Int {
	if n.n == 0 {
		return nil
	}
	inverse, ok := inverse(g.n, abs(n.n))
	if !ok {
		return nil
	}
	z.n = inverse
	return z
}

// Sqrt sets z to the square root, rounded down.
func (z *Int) Sqrt(x *Int) *Int {
	if x.Sign() < 0 {
		panic("square root of negative number")
	}
	z.n = sqrt(x.n)
	return z
}

func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	return prime(x.n, n)
}

// Jacobi returns the Jacobi symbol (x/y); y must be odd.
func Jacobi(x, y *Int) int {
	if y.Bit(0) == 0 {
		panic("big: invalid 2nd argument to Int.Jacobi: need odd integer but got " + y.String())
	}
	return jacobi(x.n, y.n)
}

func (x *Int) Sign() int         { return compare(x.n, 0) }
func (x *Int) Cmp(y *Int) int    { return compare(x.n, y.n) }
func (x *Int) CmpAbs(y *Int) int { return compare(abs(x.n), abs(y.n)) }
func (x *Int) Int64() int64      { return int64(low64(x.n)) }
func (x *Int) Uint64() uint64    { return low64(abs(x.n)) }
func (x *Int) IsInt64() bool     { return fits(x.n, true) }
func (x *Int) IsUint64() bool    { return fits(x.n, false) }
func (x *Int) BitLen() int       { return bitLen(x.n) }

func (x *Int) TrailingZeroBits() uint {
	if x.n == 0 {
		return 0
	}
	return trailingZeros(x.n)
}

// Float64 returns the nearest float64, and how it compares with x.
func (x *Int) Float64() (float64, Accuracy) {
	f, error := toFloat(x.n)
	return f, Accuracy(error)
}

func (z *Int) Lsh(x *Int, n uint) *Int {
	z.n = lsh(x.n, n)
	return z
}

func (z *Int) Rsh(x *Int, n uint) *Int {
	z.n = rsh(x.n, n)
	return z
}

func (z *Int) And(x, y *Int) *Int {
	z.n = and(x.n, y.n)
	return z
}

func (z *Int) AndNot(x, y *Int) *Int {
	z.n = and(x.n, not(y.n))
	return z
}

func (z *Int) Or(x, y *Int) *Int {
	z.n = or(x.n, y.n)
	return z
}

func (z *Int) Xor(x, y *Int) *Int {
	z.n = xor(x.n, y.n)
	return z
}

func (z *Int) Not(x *Int) *Int {
	z.n = not(x.n)
	return z
}

func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	return uint(low64(rsh(x.n, uint(i))) & 1)
}

func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	mask := lsh(1, uint(i))
	switch b {
	case 0:
		z.n = and(x.n, not(mask))
	case 1:
		z.n = or(x.n, mask)
	default:
		panic("set bit is not 0 or 1")
	}
	return z
}

// Bits returns the absolute value, the lowest word first.
func (x *Int) Bits() []Word {
	var words []Word
	for n := abs(x.n); n != 0; n = rsh(n, 64) {
		words = append(words, Word(low64(n)))
	}
	return words
}

func (z *Int) SetBits(words []Word) *Int {
	z.n = 0
	for i, w := range words {
		z.n = or(z.n, lsh(fromUint64(uint64(w)), uint(64*i)))
	}
	return z
}

// Bytes returns the absolute value, the highest byte first.
func (x *Int) Bytes() []byte { return toBytes(abs(x.n)) }

func (z *Int) SetBytes(buf []byte) *Int {
	z.n = fromBytes(buf)
	return z
}

func (x *Int) FillBytes(buf []byte) []byte {
	bytes := x.Bytes()
	if len(bytes) > len(buf) {
		panic("math/big: buffer too small to fit value")
	}
	clear(buf)
	copy(buf[len(buf)-len(bytes):], bytes)
	return buf
}

// SetString reads all of s in a base, by its prefix in base 0; false if it is no number.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	if base != 0 && base < 2 || base > MaxBase {
		panic("invalid number base " + strconv.Itoa(base))
	}
	n, ok := parse(s, base)
	if !ok {
		return nil, false
	}
	z.n = n
	return z, true
}

func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return format(x.n, base)
}

func (x *Int) String() string                     { return x.Text(10) }
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

// digits returns the digits in a base, without a sign.
func digits(x number, base int) string { return strings.TrimPrefix(format(x, base), "-") }
