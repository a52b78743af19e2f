// Slices convert to arrays and to pointers to arrays, which share their elements.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := []int{1, 2, 3, 4}
	p := (*[2]int)(s)
	a := [2]int(s)
	p[0] = 10
	a[1] = 20
	fmt.Println(s, *p, a, &s[0] == &p[0])
	var none []int
	fmt.Println((*[0]int)(none) == nil, (*[0]int)([]int{}) == nil, [0]int(none))
	try(func() { _ = [5]int(s) })
	try(func() { _ = (*[5]int)(s[1:]) })
	try(func() { _ = [1]int(none) })
	type row [2]int
	r := (*row)(s[2:])
	r[1] = 40
	fmt.Println(s, row(s[2:]) == row{3, 40})
}
