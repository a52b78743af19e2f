// In which order the operands of statements are evaluated, and when they are assigned.
package main

import "fmt"

type T struct{ a, b int }

func get(i int, s string) int { fmt.Print(s, " "); return i }
func pt(p *T, s string) *T    { fmt.Print(s, " "); return p }
func ch(s string) chan int    { fmt.Print(s, " "); c := make(chan int, 1); c <- 5; return c }
func main() {
	t := T{1, 2}
	arr := []int{1, 2, 3}
	m := map[string]int{}
	pt(&t, "p").a, arr[get(0, "i")], m[fmt.Sprint(get(1, "k"))] = get(7, "x"), get(8, "y"), get(9, "z")
	fmt.Println(t, arr, m)
	t.a, t = 100, T{5, 6}
	fmt.Println(t)
	i := 0
	i, arr[i], arr[i+1] = 2, 50, 60
	fmt.Println(i, arr)
	arr, arr[0] = []int{9, 9}, 77
	fmt.Println(arr)
	p := &t
	p, p.a = &T{}, 33
	fmt.Println(t, *p)
	a := [3]int{1, 2, 3}
	a, a[1] = [3]int{7, 8, 9}, 100
	fmt.Println(a)
	var v int
	var ok bool
	v, ok = <-ch("c")
	fmt.Println(v, ok)
	m["q"], ok = m["zz"]
	fmt.Println(m, ok)
	select {
	case arr[get(0, "idx")] = <-ch("recv"):
		fmt.Println(arr)
	}
	select {
	case ch2() <- get(1, "send"):
	case <-nilc():
	default:
		fmt.Println("default")
	}
	x := []int{1, 2, 3}
	for i, x[i] = range x {
	}
	fmt.Println(x, i)
	var iface any = t
	switch u := iface.(type) {
	case T:
		u.a = -1
		fmt.Println(u, iface)
	}
	f := func() (int, int, int) { return get(1, "f"), get(2, "g"), get(3, "h") }
	x[get(0, "0")], x[get(1, "1")], x[get(2, "2")] = f()
	fmt.Println(x)
	s := "abc"
	for i, r := range s {
		s = "xyz!"
		fmt.Print(i, string(r))
	}
	fmt.Println(s)
	n := 3
	for i := range n {
		n = 10
		fmt.Print(i)
	}
	fmt.Println()
	defer func(a int, b ...string) { fmt.Println(a, b, len(b)) }(get(1, "d1"), fmt.Sprint(get(2, "d2")), "z")
	func(xs ...int) { xs[0] = 99 }(x...)
	fmt.Println(x)
	func(xs ...int) { fmt.Println(xs == nil, len(xs)) }()
	go func(int) {}(get(5, "go"))
	fmt.Println()
	var fn func(...any)
	fn = func(a ...any) { fmt.Println(len(a), a) }
	fn(nil)
	fn(nil...)
	fn([]any{1, 2}...)
	fn([]any{1, 2})
	fn([]int{1})
	k := get(1, "l") + get(2, "m")*get(3, "n") - -get(4, "o")
	fmt.Println(k)
	b := get(0, "a") == 1 && get(1, "b") == 1 || !(get(2, "c") > 1)
	fmt.Println(b)
	z := []func() int{func() int { return get(1, "q") }}
	z[get(0, "w")]()
	fmt.Println()
	_ = map[int]int{get(1, "k1"): get(2, "v1"), get(3, "k2"): get(4, "v2")}
	_ = T{b: get(1, "B"), a: get(2, "A")}
	fmt.Println()
	_ = [...]int{2: get(1, "two"), 0: get(2, "zero")}
	_, _ = get(1, "r"), <-ch("s")
	fmt.Println()
	if get(1, "if"); get(2, "cond") == 2 {
	}
	for get(1, "init"); n < 11; n += get(1, "post") {
	}
	fmt.Println()
}
func ch2() chan int  { fmt.Print("ch2 "); return nil }
func nilc() chan int { fmt.Print("nilc "); return nil }
