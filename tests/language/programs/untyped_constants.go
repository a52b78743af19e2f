// Untyped constants have arbitrary precision, and a default type only when they become a value.
package main

import (
	"fmt"
	"math"
)

const (
	huge   = 1 << 200
	tiny   = 1.0 / huge
	third  = 1.0 / 3
	letter = 'a'
	text   = "go" + "pher"
)

func main() {
	fmt.Println(huge>>198, huge/(huge-1), huge*tiny == 1)
	fmt.Println(third*3 == 1, third, float32(third))
	fmt.Printf("%T %T %T %T %T %T\n", 1, 1.0, letter, 1i, text, letter+1.0)
	fmt.Println(letter+1, letter*1.0, 'x'/2, 5/2, 5.0/2, 5/2.0, 1/2*3.0, 7%3)
	fmt.Println(1e3, int(1e3), 1e400/1e397, 0x1p-2, 0b11, 0o17, 017, 0xff, 1_000_000)
	fmt.Println(math.MaxUint64/2+1 == 1<<63, uint64(math.MaxUint64), -1<<63)
	fmt.Println(len(text), len([10]int{}), text[2:4], text < "gz", 1 < 1.5, 'a' == 97)
	var f float32 = 16777216.0 + 1
	var b byte = 'a' - 32
	var d = 2 * 3.5
	fmt.Println(f, b, d, 1<<3.0, 15.0&7)
	const typed int64 = 1 << 40
	fmt.Println(typed*2, typed>>39, real(2+3i), imag(2+3i), 1i*1i, complex(1, 2) == 1+2i)
}
