// Formats of Sscanf in its corners: spaces, newlines, widths, ends of input.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type er struct{}

func (er) Read(p []byte) (int, error) { return 0, errors.New("bad disk") }
func main() {
	var a, b int
	var s, t string
	fmt.Println(fmt.Sscanf("1", "%d,%d", &a, &b))
	fmt.Println(fmt.Sscanf("1", "%d %d", &a, &b))
	fmt.Println(fmt.Sscanf("1 ", "%d %d", &a, &b))
	fmt.Println(fmt.Sscanf("", "%d,%d", &a, &b))
	fmt.Println(fmt.Sscanf("", "x%d", &a))
	fmt.Println(fmt.Sscanf("", "%c", &a))
	fmt.Println(fmt.Sscanf("1x", "%d", &a))
	fmt.Println(fmt.Sscanf("1\n", "%d%d", &a, &b))
	fmt.Println(fmt.Sscanf("1  \n  2", "%d \n %d", &a, &b))
	fmt.Println(fmt.Sscanf("1\n\n2", "%d\n\n%d", &a, &b))
	fmt.Println(fmt.Sscanf("1\n\n2", "%d\n%d", &a, &b))
	fmt.Println(fmt.Sscanf("1 2", "%d%d", &a, &b))
	fmt.Println(fmt.Sscanf("a b", "%s%s", &s, &t))
	fmt.Println(s, t)
	fmt.Println(fmt.Sscanf("12", "%1d%1d", &a, &b))
	fmt.Println(fmt.Fscan(er{}, &a))
	fmt.Println(fmt.Sscan("-", &a))
	fmt.Println(fmt.Sscan("- 1", &a))
	fmt.Println(fmt.Sscan(strings.Repeat("1", 30), &a))
	fmt.Println(fmt.Sscanf("5 %", "%d %%", &a))
	fmt.Println(fmt.Sscanf("5%x", "%d%%%s", &a, &s))
	fmt.Println(s)
	fmt.Println(fmt.Sscanf("5", "%5%", &a))
	fmt.Println(fmt.Sscanf("abc", "%2c", &a))
	fmt.Println(fmt.Sscanf(`"a\qb"`, "%q", &s))
	fmt.Println(fmt.Sscanf(`"abc`, "%q", &s))
	fmt.Println(fmt.Sscanf("6g", "%x", &s))
	fmt.Println(fmt.Sscanf("zz", "%x", &s))
	fmt.Println(fmt.Sscanf("12", "%t", &a))
	fmt.Println(fmt.Sscanf("1 2 3", "%d %*d %d", &a, &b))
	fmt.Println(fmt.Sscanf("1.5", "%d", new(float64)))
	fmt.Println(fmt.Sscanf("65", "%U", &a))
	fmt.Println(fmt.Sscanf("U+0041", "%U", &a))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("0xff", "%x", &a))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("0xff", "%v", &a))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("010", "%d", &a))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("7 8", " %d  %d ", &a, &b))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("7 8\n", "%d %d\n", &a, &b))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("7 8", "%d %d\n", &a, &b))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("7 8 9", "%d %d\n", &a, &b))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("7,", "%d,%d", &a, &b))
	fmt.Println(a)
	fmt.Println(fmt.Sscanf("7;", "%d,%d", &a, &b))
	fmt.Println(a)
	fmt.Println(fmt.Sscanln("7 8 ", &a, &b))
	fmt.Println(fmt.Sscanln("7", &a, &b))
	fmt.Println(fmt.Sscanln("7\n", &a, &b))
	fmt.Println(fmt.Sscanln("\n", &a, &b))
	fmt.Println(fmt.Sscan("x", &s, &b))
	fmt.Println(fmt.Sscan("+5 1", new(complex128)))
	fmt.Println(fmt.Sscan("(1+2i)", new(complex128)))
	var r rune
	fmt.Println(fmt.Sscanf("\n", "%c", &r))
	fmt.Println(r)
	fmt.Println(fmt.Sscanf("日", "%c", &r))
	fmt.Println(r)
}

func init() {
	// Percent signs at the end of the input, exponents without digits, verbs that numbers do not know.
	var n int
	var r rune
	var f float64
	for _, text := range []string{"5", "5 ", "5  ", "5%", "5x"} {
		fmt.Println(fmt.Sscanf(text, "%d%%", &n))
		fmt.Println(fmt.Sscanf(text, "%d %%", &n))
		fmt.Println(fmt.Sscanf(text, "%c%%", &r))
	}
	for _, text := range []string{"p-2", "1p", "1px", "1e", "1_p3", "3p2", "0x1p-2"} {
		fmt.Println(fmt.Sscan(text, &f))
	}
	fmt.Println(fmt.Sscanf("1.5", "%x", &f))
	fmt.Println(fmt.Sscanf("1.5", "%x", new(complex64)))
}
