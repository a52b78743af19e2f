// A struct or array and parts of it are assigned together, from left to right.
package main

import "fmt"

type T struct {
	n   int
	in  struct{ x, y int }
	arr [2]struct{ v int }
}

func two() ([3]int, int) { return [3]int{7, 8, 9}, 100 }
func tt() (T, int)       { return T{n: 1}, 100 }
func rev() (int, T)      { return 100, T{n: 1} }

func main() {
	a := [3]int{1, 2, 3}
	a, a[1] = [3]int{7, 8, 9}, 100
	fmt.Println(a)
	a[1], a = 5, [3]int{4, 4, 4}
	fmt.Println(a)
	a, a[0] = two()
	fmt.Println(a)
	t := T{n: 9}
	t, t.n = T{n: 1}, 50
	fmt.Println(t)
	t, t.in.x, t.arr[1].v = T{}, 60, 70
	fmt.Println(t)
	t.in.x, t = 5, T{n: 2}
	fmt.Println(t)
	t, t.in.y = tt()
	fmt.Println(t)
	t.in.y, t = rev()
	fmt.Println(t)
	t.in, t.in.x = struct{ x, y int }{1, 2}, 3
	fmt.Println(t)
	t.arr, t.arr[0].v = [2]struct{ v int }{{5}, {6}}, 7
	fmt.Println(t)
	pointers(t)
	rest(a)
}

func pointers(t T) {
	p := &t
	*p, p.n = T{n: 5}, 6
	fmt.Println(t)
	p, p.n = &T{n: 1}, 77
	fmt.Println(t.n, p.n)
}

func rest(a [3]int) {
	b := [2][2]int{{1, 2}, {3, 4}}
	b[0], b[0][1], b[1] = b[1], 9, b[0]
	fmt.Println(b)
	s := []T{{n: 1}, {n: 2}}
	s[0], s[0].n, s[1] = s[1], 8, s[0]
	fmt.Println(s[0].n, s[1].n)
	m := map[string]T{"a": {n: 3}}
	var ok bool
	var t T
	t, ok = m["a"]
	t.n++
	fmt.Println(t.n, m["a"].n, ok)
	c := make(chan [3]int, 2)
	c <- a
	a, a[2] = <-c, 55
	fmt.Println(a)
	var i any = a
	a, ok = i.([3]int)
	a[0] = -1
	fmt.Println(a, i, ok)
	for a, a[1] = range func(yield func([3]int, int) bool) { yield([3]int{1, 1, 1}, 2) } {
		fmt.Println(a)
	}
	captured(a)
}

func captured(a [3]int) {
	func() { a, a[0] = [3]int{}, 4 }()
	fmt.Println(a)
}
