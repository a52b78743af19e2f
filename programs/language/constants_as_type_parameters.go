// Constants converted to type parameters, and integer constants of any size to strings.
package main

import "fmt"

type number interface {
	~int | ~uint8 | ~float32 | ~complex128 | ~complex64
}

func two[T number]() T   { return T(2) }
func mixed[T number](x T) T { return x*T(3.0) + T('a') - T(1+0i) }

type floaty interface{ ~float64 | ~complex128 }

func half[T floaty]() T { return T(0.5) }

type text interface{ ~string | ~[]byte }

func word[T text]() T { return T("word") }

type myInt int

const replacement = string(rune(1<<21)) + string(rune(-1))

func main() {
	fmt.Println(two[int](), two[uint8](), two[float32](), two[complex128](), two[complex64](), two[myInt]())
	fmt.Println(mixed(1), mixed(uint8(2)), mixed(float32(2)), mixed(2i))
	fmt.Println(half[float64](), half[complex128]())
	fmt.Println(word[string](), word[[]byte]())
	fmt.Println(replacement)
	const huge = string(1 << 100)
	fmt.Println(huge, string(1<<20) == huge)
}
