// Closures: made, called, and with captured variables that they change.
package main

import "fmt"

const size = 4500000

func counter(step int) func() int {
	n := 0
	return func() int {
		n += step
		return n
	}
}

func compose(f, g func(int) int) func(int) int {
	return func(x int) int { return f(g(x)) }
}

func main() {
	odd := counter(2)
	add := func(x int) int { return x + 3 }
	halve := func(x int) int { return x / 2 }
	both := compose(halve, add)
	sum := 0
	for i := 0; i < size; i++ {
		sum += both(i) + odd()
		if i%16 == 0 {
			sum += counter(i)()
		}
	}
	fmt.Println(sum)
}
