// Floating point: NaN, infinities, negative zero, float32 rounding, conversions to integers.
package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	inf, nan := 1/zero, zero/zero
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, nan > 1, inf > math.MaxFloat64)
	negative := -zero
	fmt.Println(negative == zero, math.Signbit(negative), 1/math.Copysign(0, -1))
	x, y := 0.1, 0.2
	fmt.Println(x+y, x+y == 0.3, float32(x)+float32(y), float32(x+y))
	var f float32 = 16777216
	fmt.Println(f+1 == f, f*f, float64(f)+1, float32(1e38)*10)
	for _, v := range []float64{1.9, -1.9, 0.5, 1e10, -0.0} {
		fmt.Print(int(v), " ", int8(int(v)), " ", int64(v), " ")
	}
	fmt.Println()
	fmt.Println(float32(0.1), float64(float32(0.1)), 1e20, 1e21, 1e-4, 1e-5, 100000.0, 123456789.0)
	i := math.MaxInt64
	fmt.Println(float64(i), float64(i) == float64(i-1), uint8(3.99+zero))
	x++
	x -= 0.5
	fmt.Println(x, 7/2.0, -7.5/2)
}
