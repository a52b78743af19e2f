// Which operand of a parallel assignment panics first: a value that no assignment before its own can change is evaluated
// when it is assigned, after those that have to be saved.
package main

import "fmt"

type pair struct{ a, b int }

func five() int { return 5 }

func result(p *int) (done bool) {
	defer func() { recover() }()
	done, _ = true, *p
	return done
}

func main() {
	var empty []int
	var m map[int]int
	var p, q *pair
	var x, y, zero int
	var text any = "s"
	i, j, k, l := 10, 20, 30, 40
	try := func(what string, f func()) {
		defer func() { fmt.Println(what, recover()) }()
		f()
	}

	try("three elements:", func() { empty[i], empty[j], empty[k] = empty[l], empty[50], empty[60] })
	try("swap:", func() { empty[i], empty[j] = empty[j], empty[i] })
	try("captured variables:", func() { x, y = empty[i], empty[j] })
	try("own variables:", func() {
		var x, y int
		x, y = empty[i], empty[j]
		fmt.Println(x, y)
	})
	try("one that depends on the first:", func() {
		x, y := 1, 2
		x, y = empty[i], empty[j+x]
		fmt.Println(x, y)
	})
	try("division:", func() { x, y = 1/zero, empty[j] })
	try("fields:", func() { p.a, p.b = q.a, empty[j] })
	try("map first:", func() { m[i], x = empty[i], 1/zero })
	try("map last:", func() { x, m[i] = empty[i], 1/zero })
	try("calls:", func() { empty[i], empty[j] = five(), empty[k] })
	try("assertion first:", func() { x, y = text.(int), empty[j] })
	try("assertion last:", func() { x, y = empty[j], text.(int) })
	try("declaration:", func() {
		a, b := empty[k], empty[j]
		fmt.Println(a, b)
	})

	fmt.Println("the result before a panic:", result(nil))

	s := []int{1, 2, 3}
	try("what was assigned before:", func() { s[0], s[i] = s[1], s[2] })
	fmt.Println(s)
	try("nothing was assigned before:", func() { s[0], s[1] = s[2], s[j] })
	fmt.Println(s, x, y)
}
