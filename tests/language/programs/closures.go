// Closures share the variables that they capture, and keep them.
package main

import "fmt"

func counter() (inc func() int, reset func(int)) {
	n := 0
	return func() int { n++; return n }, func(to int) { n = to }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func main() {
	inc, reset := counter()
	other, _ := counter()
	inc()
	inc()
	other()
	fmt.Println(inc(), other())
	reset(100)
	fmt.Println(inc())
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	x := 1
	double := func() { x *= 2 }
	double()
	x++
	double()
	fmt.Println(x)
	array := [2]int{1, 2}
	point := struct{ x, y int }{1, 2}
	change := func() { array[0], point.y = 10, 20 }
	before := array
	change()
	fmt.Println(array, before, point)
	add := func(n int) func(int) int { return func(x int) int { return x + n } }
	fmt.Println(compose(add(1), add(10), func(x int) int { return x * x })(2))
	func() {
		x := "inner"
		defer func() { fmt.Println(x) }()
		x += "!"
	}()
	fs := map[string]func(...int) int{"sum": func(xs ...int) (s int) {
		for _, x := range xs {
			s += x
		}
		return
	}, "len": func(xs ...int) int { return len(xs) }}
	fmt.Println(fs["sum"](1, 2, 3), fs["len"](), fs["len"](make([]int, 4)...), fs["none"] == nil)
}
