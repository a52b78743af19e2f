// Slices share their array until append has to grow; three-index slices limit the capacity.
package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	c := append(b, 40)
	fmt.Println(a, b, c, len(b), cap(b), cap(a[2:]), cap(a[:0]))
	d := append(a[1:3:3], 99)
	d[0] = -1
	fmt.Println(a, d, cap(a[1:3:4]))
	copy(a[1:], a)
	fmt.Println(a, copy(a, a[3:]), a, copy(a[:0], a), copy(make([]byte, 2), "xyz"))
	b = b[:cap(b)]
	b[len(b)-1] = 77
	fmt.Println(a, b)
	for i, v := range a {
		if i == 0 {
			a = append(a, 1)
			a[1] = 1000
		}
		fmt.Print(v, " ")
	}
	fmt.Println(a)
	array := [4]int{1, 2, 3, 4}
	s, t := array[:2], array[1:]
	t[0] = 20
	fmt.Println(s, t, array)
	rows := make([][]int, 2)
	for i := range rows {
		rows[i] = make([]int, 2, 4)
	}
	rows[0] = append(rows[0], 7)
	fmt.Println(rows, rows[0][:4])
	var none []int
	fmt.Println(none == nil, none[:] == nil, append(none, none...) == nil, []int{} == nil, len(none[0:0:0]))
	x := append(a[:1], a[2:]...)
	fmt.Println(x, len(a), a)
}
