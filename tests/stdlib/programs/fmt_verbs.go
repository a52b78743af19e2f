// Flags, width and precision with every verb.
package main

import (
	"fmt"
	"math"
)

func p(format string, a ...any) {
	fmt.Printf("%-12q |", format)
	fmt.Printf(format, a...)
	fmt.Println("|")
}

type point struct{ X, Y int }

func main() {
	for _, f := range []string{"%d", "%5d", "%-5d", "%05d", "%+d", "% d", "%+5d", "%+05d", "% 05d", "%x", "%X", "%#x", "%#X", "%o", "%#o", "%O", "%b", "%#b", "%c", "%q", "%#q", "%U", "%#U", "%e", "%.3d", "%8.3d", "%-8.3d", "%08.3d", "%.0d", "%v", "%+v", "%#v", "%6v", "%-6v", "%06v", "%s", "%t", "%f", "%p", "%z", "%#08x", "%#-8x", "%+q", "%x", "% x", "%+.2d", "%6c", "%-6c|", "%06c", "%8U", "%-8U", "%#14U"} {
		p(f, 42)
		p(f, -42)
		p(f, 0)
		p(f, 0x1F600)
		p(f, uint8(200))
	}
	for _, f := range []string{"%f", "%.2f", "%8.2f", "%-8.2f", "%08.2f", "%+.2f", "% .2f", "%e", "%.3e", "%E", "%g", "%.3g", "%10.3g", "%G", "%v", "%6v", "%.3v", "%+v", "%#v", "%F", "%.0f", "%#.0f", "%#g", "%#.3g", "%x", "%X", "%.3x", "%b", "%+e", "%020.3e", "%d", "%s", "%t", "%q", "%-10v|", "%010v", "%+08.1f"} {
		for _, x := range []float64{0, 1, -1, 3.14159265, -2.5, 1e20, 1e21, 1e-5, 123456789, 0.000001234, 1e100, 100, 1e6} {
			p(f, x)
		}
		p(f, float32(0.1))
		p(f, float32(16777216))
	}
	inf := math.Inf(1)
	for _, f := range []string{"%f", "%8.2f", "%08.2f", "%+f", "% f", "%e", "%g", "%v", "%6v", "%-6v|", "%#v", "%+v", "%x", "%06v"} {
		p(f, inf)
		p(f, -inf)
		p(f, inf-inf)
	}
	for _, f := range []string{"%v", "%.2f", "%8.2f", "%e", "%g", "%+v", "%#v", "%x", "%d", "%08.2f", "%+.1f", "% .1f"} {
		p(f, 1+2i)
		p(f, -1.5-0.25i)
		p(f, complex64(3i))
	}
	for _, f := range []string{"%s", "%q", "%x", "%X", "% x", "%#x", "% #x", "%# X", "%v", "%#v", "%+v", "%10s", "%-10s|", "%.2s", "%10.2s", "%-10.2s|", "%010s", "%+q", "%#q", "%.3q", "%10q", "%.2x", "%d", "%t", "%c", "%U", "%10x", "%-10x|"} {
		p(f, "hello")
		p(f, "")
		p(f, "héé\x00\n\t\"`")
		p(f, "日本語")
		p(f, "bad\xffutf")
		p(f, []byte("hi\n"))
		p(f, [3]byte{1, 'a', 255})
	}
	for _, f := range []string{"%t", "%v", "%5t", "%-7t|", "%07t", "%d", "%s", "%q", "%#v", "%+v", "%x"} {
		p(f, true)
		p(f, false)
	}
	for _, f := range []string{"%v", "%d", "%3d", "%03d", "%x", "%#x", "%s", "%q", "%5v", "%-5v|", "%.2f", "%t", "%c", "%U", "%b", "%#v", "%+d", "%T", "%20T", "%-20T|"} {
		p(f, []int{1, 2, 3})
		p(f, []string{"a", "b"})
		p(f, map[string]int{"x": 10, "y": 20})
		p(f, point{7, 8})
		p(f, &point{7, 8})
		p(f, []float64{1.5, 2})
		p(f, []bool{true})
		p(f, [][]byte{[]byte("ab"), nil})
		p(f, []any{1, "a", nil})
		p(f, struct {
			A any
			b string
		}{1, "z"})
		p(f, nil)
	}
}
