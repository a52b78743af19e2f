// Complex numbers: arithmetic, parts, comparison, conversion, constants.
package main

import "fmt"

func main() {
	a, b := 3+4i, complex(1, -2)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b)
	fmt.Println(real(a), imag(a), complex(imag(a), real(a)))
	var c complex64 = complex64(a) / 2
	var r float32 = real(c)
	fmt.Printf("%v %T %T %v\n", c, c, r, r)
	var zero complex128
	fmt.Println(a/zero, zero/zero, zero == 0, complex(0, 1) == 1i)
	a += 1
	a *= 1i
	a++
	fmt.Println(a)
	m := map[complex128]string{1i: "i", 1: "one"}
	fmt.Println(m[complex(0, 1)], m[1+0i])
	const k = (1 + 2i) * (3 - 1i)
	fmt.Printf("%v %.1f %g %8.2f\n", k, k, complex64(k), b)
}
