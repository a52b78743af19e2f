// Range over a function: the ways out of the body.
package main

func seq(yield func(int) bool) {}

func find(x int) (int, bool) {
outer:
	for i := range seq {
		for j := range seq {
			switch {
			case i == j:
				continue outer
			case j == x:
				return i, true
			case i == x:
				break outer
			}
			defer println(j)
		}
	}
	return 0, false
}

func main() {
	n := 0
	for x := range seq {
		n += x
	}
	find(n)
}
