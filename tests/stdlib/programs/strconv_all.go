// Package strconv: parsing with its errors, formatting, quoting and unquoting.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"", "0", "12", "-12", "+7", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "abc", "12a", " 1", "1 ", "0x1F", "0b101", "0o17", "017", "1_000", "_1", "1_", "1__0", "0x_1F", "-0", "--1", "+", "-", "٣", "18446744073709551615", "18446744073709551616", "1.5", "0x", "0b", "08", "99999999999999999999999"} {
		n, err := strconv.Atoi(s)
		fmt.Printf("%q: %d %v", s, n, err)
		for _, base := range []int{0, 2, 8, 10, 16, 36} {
			i, err := strconv.ParseInt(s, base, 64)
			fmt.Printf(" | %d %v", i, err)
		}
		for _, base := range []int{0, 10, 16} {
			u, err := strconv.ParseUint(s, base, 64)
			fmt.Printf(" | %d %v", u, err)
		}
		i8, err := strconv.ParseInt(s, 10, 8)
		u16, err2 := strconv.ParseUint(s, 0, 16)
		fmt.Println(" |", i8, err, u16, err2)
	}
	fmt.Println(strconv.ParseInt("1", 1, 64))
	fmt.Println(strconv.ParseInt("1", 37, 64))
	fmt.Println(strconv.ParseInt("1", 10, 65))
	fmt.Println(strconv.ParseUint("1", 10, -1))
	fmt.Println(strconv.ParseInt("300", 10, 8))
	fmt.Println(strconv.ParseInt("-300", 10, 8))
	fmt.Println(strconv.ParseUint("300", 10, 8))
	fmt.Println(strconv.ParseInt("zz", 36, 0))
	for _, s := range []string{"", "0", "1", "-1.5", "1e10", "1e400", "-1e400", "1e-400", ".5", "5.", ".", "inf", "-Inf", "+infinity", "nan", "NaN", "1e", "1e+", "0x1p4", "0x1.8p1", "0x1", "1_0.5", "abc", " 1", "3.4e38", "3.5e38", "1.7976931348623157e308", "1.8e308", "0.1", "123456789012345678901234567890", "4.9e-324", "2e-324", "infi", "١"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		fmt.Println(s, f, err, g, err2)
	}
	for _, s := range []string{"1", "t", "TRUE", "True", "false", "F", "0", "yes", "", "tRUE"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(s, b, err)
	}
	for _, x := range []int64{0, 1, -1, 255, -255, math.MaxInt64, math.MinInt64} {
		for _, base := range []int{2, 8, 10, 16, 36} {
			fmt.Print(strconv.FormatInt(x, base), " ", strconv.FormatUint(uint64(x), base), " ")
		}
		fmt.Println(strconv.Itoa(int(x)))
	}
	for _, x := range []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1.0 / 3, 1e21, 1e20, 1e-5, 123456789.125, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 100, 99999.5, 0.00001234, 2.5, 3.5, 1e6, 123456, 1234567} {
		for _, f := range []byte("eEfgGbxX") {
			for _, prec := range []int{-1, 0, 1, 3, 10} {
				fmt.Print(strconv.FormatFloat(x, f, prec, 64), " ")
			}
			fmt.Print(strconv.FormatFloat(x, f, -1, 32), " ", strconv.FormatFloat(x, f, 2, 32), " ")
		}
		fmt.Println()
	}
	fmt.Println(strconv.FormatFloat(1, 'z', -1, 64), strconv.FormatBool(true), strconv.FormatBool(false))
	for _, s := range []string{"", "hello", "a\"b", "tab\t\n\r\a\b\f\v", "héé", "日本", "\x00\x7f", "\u00a0\u200b\ufeff", "bad\xff", "😀", "back`tick", "a\\b", "'", "\u0378", "\U000e0100"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		q, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(q == s, err)
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 'é', '日', 0x1F600, 0x10FFFF, 0x110000, -1, 0xD800, 0, 0x7f, 0xa0, 0xad} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`"a"`, "`raw\\n`", `'x'`, `'é'`, `"\u00e9"`, `"\x41\101"`, `"a`, `a"`, `''`, `'ab'`, `"a"b"`, `""`, "``", `"\q"`, `"\'"`, `'\''`, `'"'`, `"'"`, `"\xff"`, `'\xff'`, "\"a\nb\"", `"\ud800"`, `x`, ``, `"\400"`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%s: %q %v\n", s, u, err)
	}
	b := []byte("x=")
	b = strconv.AppendInt(b, -42, 10)
	b = strconv.AppendBool(b, true)
	b = strconv.AppendQuote(b, "q")
	b = strconv.AppendFloat(b, 1.5, 'g', -1, 64)
	b = strconv.AppendUint(b, 7, 2)
	b = strconv.AppendQuoteRune(b, 'r')
	fmt.Println(string(b))
	_, err := strconv.Atoi("bad")
	ne := err.(*strconv.NumError)
	fmt.Println(ne.Func, ne.Num, ne.Err == strconv.ErrSyntax, errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
}
