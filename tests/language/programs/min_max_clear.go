// The builtins min, max and clear.
package main

import (
	"fmt"
	"math"
)

type celsius float64

func main() {
	x, y := 3, 5
	fmt.Println(min(x, y), max(x, y, 4), min(2.5, 1), max("a", "b", "ab"), min(x, 1.0), max(celsius(1), 2.5))
	const m = min(1, 2.5, 'a')
	var f float32 = max(1, 2)
	fmt.Printf("%v %T %v %T\n", m, max(1, 2.0), f, min('a', 98))
	nan, zero := math.NaN(), 0.0
	fmt.Println(min(1, nan), max(nan, math.Inf(1)), 1/min(zero, -zero), 1/min(zero, math.Copysign(0, -1)), max("", "a"))
	s := []int{1, 2, 3}
	t := s[1:]
	clear(t)
	fmt.Println(s, len(t))
	p := []struct{ a int }{{1}, {2}}
	clear(p[:1])
	k := map[float64]int{nan: 1, 1: 2}
	clear(k)
	fmt.Println(p, len(k))
	var none map[int]int
	clear(none)
	clear([]int(nil))
}
