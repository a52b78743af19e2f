// Integers of every size wrap around; division truncates.
package main

import (
	"fmt"
	"math"
)

func main() {
	i8, i16, i32, i64 := int8(math.MaxInt8), int16(math.MaxInt16), int32(math.MaxInt32), int64(math.MaxInt64)
	i8++
	i16++
	i32++
	i64++
	fmt.Println(i8, i16, i32, i64)
	u8, u16, u32, u64 := uint8(0), uint16(0), uint32(0), uint64(0)
	u8--
	u16--
	u32--
	u64--
	fmt.Println(u8, u16, u32, u64)
	i, u, p := math.MaxInt, uint(math.MaxUint), uintptr(0)
	i++
	u++
	p--
	fmt.Println(i, u, p)

	small := int8(-128)
	fmt.Println(-small, small/-1, small%-1, small*small, small-1, ^small)
	least := int64(math.MinInt64)
	fmt.Println(-least, least/-1, least%-1, least*least, least-1)
	product := uint32(1 << 31)
	fmt.Println(product*2, product+product, product*product)
	for _, pair := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}} {
		fmt.Print(pair[0]/pair[1], " ", pair[0]%pair[1], "; ")
	}
	fmt.Println()
	x, y := uint8(0b1100), uint8(0b1010)
	fmt.Println(x&y, x|y, x^y, x&^y, ^x, -x)
}
