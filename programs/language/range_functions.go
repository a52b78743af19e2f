// Range over functions: every way out of the body, deferred calls in it, and what must not be done.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
		fmt.Println("exhausted")
	}
}

func pairs(yield func(string, int) bool) {
	_ = yield("a", 1) && yield("b", 2) && yield("c", 3)
}

func find(x int) (int, string) {
	for i := range count(10) {
		if i == x {
			return i, "found"
		}
	}
	return -1, "none"
}

func named(x int) (r int, err error) {
	defer func() { r *= 10 }()
	for i := range count(5) {
		r += i
		if i == x {
			return
		}
	}
	return 100, nil
}

type S struct{ a, b int }

func retStruct() S {
	for i := range count(3) {
		s := S{i, i}
		if i == 1 {
			return s
		}
	}
	return S{}
}

func nested() string {
outer:
	for i := range count(4) {
		for j := range count(4) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case j == 2 && i == 1:
				break outer
			case i == 3:
				return "never"
			}
			fmt.Println("in", i, j)
		}
	}
	for i := range count(3) {
		for j := range count(3) {
			if i == 1 && j == 1 {
				return fmt.Sprint("ret ", i, j)
			}
		}
	}
	return "end"
}

func gotos() {
	n := 0
again:
	for i := range count(3) {
		if i == 1 && n < 2 {
			n++
			goto again
		}
	}
	fmt.Println("n", n)
}

func defers() {
	for i := range count(3) {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("end of defers")
}

func assigns() {
	var k string
	var v int
	for k, v = range pairs {
		if k == "b" {
			break
		}
	}
	fmt.Println(k, v)
	x, t := 0, S{1, 2}
	arr := [3]int{}
	for i := range count(3) {
		x += i
		t.a += i
		arr[i] = x
		t = S{t.a, t.b + 1}
	}
	fmt.Println(x, t, arr)
	var fs []func() int
	for i := range count(3) {
		y := i * 2
		fs = append(fs, func() int { y++; x++; return i + y })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println(x)
	for range count(2) {
		fmt.Println("bare")
	}
	for range func(yield func() bool) { yield(); } {
		fmt.Println("none")
	}
	loops := 0
	for i := 0; i < 3; i++ {
		for j := range count(2) {
			if j == 1 {
				continue
			}
			if i == 2 {
				break
			}
			loops++
		}
	}
	fmt.Println(loops)
}

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func sw(x int) string {
	switch x {
	case 1:
		for i := range count(2) {
			if i == 0 {
				break
			}
		}
		return "one"
	default:
		for range count(2) {
			return "def"
		}
	}
	return ""
}

func main() {
	fmt.Println(find(3))
	fmt.Println(find(30))
	fmt.Println(named(2))
	fmt.Println(named(20))
	fmt.Println(retStruct())
	fmt.Println(nested())
	gotos()
	defers()
	assigns()
	fmt.Println(sw(1), sw(2))
	try(func() {
		for i := range func(y func(int) bool) { y(1); y(2) } {
			fmt.Println(i)
			break
		}
	})
	try(func() {
		for x := range func(y func(int) bool) { defer func() { recover() }(); y(1) } {
			panic(x)
		}
	})
	try(func() {
		var yy func(int) bool
		for x := range func(y func(int) bool) { yy = y; y(1) } {
			_ = x
		}
		yy(3)
	})
	try(func() {
		var f func(func(int) bool)
		for x := range f {
			_ = x
		}
	})
	func() {
		for i := range count(2) {
			func() {
				defer func() { fmt.Println("r", recover()) }()
				if i == 1 {
					panic("in body")
				}
			}()
		}
	}()
	try(func() {
		for i := range count(2) {
			if i == 1 {
				panic("through")
			}
		}
	})
}
