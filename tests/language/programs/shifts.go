// Shifts beyond the width, of negative numbers, by every type of count; a negative count panics.
package main

import "fmt"

func main() {
	one, minus := 1, -1
	for _, n := range []uint{0, 1, 62, 63, 64, 1000} {
		fmt.Print(one<<n, " ", minus<<n, " ", minus>>n, " ", uint8(200)>>n, " ", uint8(200)<<n, "; ")
	}
	fmt.Println()
	var c8 int8 = 3
	var c64 uint64 = 1 << 40
	fmt.Println(one<<c8, one<<c64, int8(-100)>>c8, int16(-1)>>c64)
	var s uint = 33
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var l = 1.0<<s != 0
	var m = make([]byte, 1.0<<(s-30))
	fmt.Println(i, j, k, l, len(m))
	i <<= 2
	j = -5
	j >>= 1
	fmt.Println(i, j)
	defer func() { fmt.Println(recover()) }()
	fmt.Println(one << minus)
}
