// When the operands of range assignments, of select cases and of builtins are evaluated.
package main

import "fmt"

type holder struct{ c chan int }

func faults() (message any) {
	defer func() { message = recover() }()
	var h *holder
	select {
	case <-h.c:
	case <-never():
	}
	return nil
}

func never() chan int {
	fmt.Println("evaluated too early")
	return nil
}

func main() {
	x, k := []int{10, 20}, 1
	for k, x[k] = range []int{99} {
	}
	fmt.Println(k, x)

	y, v := []int{1, 2, 3}, 0
	for y[0], v = range y {
		fmt.Println(y, v)
	}

	names, j := []string{"", ""}, 0
	for names[j], j = range map[string]int{"one": 1} {
	}
	fmt.Printf("%q %d\n", names, j)

	c := make(chan int, 1)
	z := 7
	change := func(p *int) chan bool { *p = 42; return nil }
	select {
	case c <- z:
	case <-change(&z):
	}
	fmt.Println(<-c, z)

	c <- 1
	var none chan int
	forget := func() int { c = nil; return 0 }
	select {
	case got := <-c:
		fmt.Println(got, c == nil)
	case none <- forget():
	}
	fmt.Println(faults())

	n := 1
	three := func() int { n = 3; return 2 }
	a, b, d := make([]int, n), three(), make([]int, n)
	fmt.Println(len(a), b, len(d))
	w := 1.0
	four := func() int { w = 4; return 2 }
	e, f, g := complex(w, 0), four(), complex(w, 0)
	fmt.Println(e, f, g)
	q := 1 + 1i
	five := func() int { q = 5 + 5i; return 2 }
	r, s, t := real(q), five(), imag(q)
	fmt.Println(r, s, t)
}
