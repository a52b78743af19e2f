// More on the order of calls, len, and reads in statements of all kinds.
package main

import "fmt"

type S struct{ a, b int }

func main() {
	c := make(chan int, 5)
	fc := func() int { c <- 1; return 0 }
	fmt.Println("lenchan", len(c)+fc())
	s := []int{1}
	fs := func() int { s = append(s, 1); return 0 }
	fmt.Println("lenslice", len(s)+fs())
	str := "a"
	fstr := func() int { str += "b"; return 0 }
	fmt.Println("lenstr", len(str)+fstr())
	m := map[int]int{}
	fm := func() int { m[len(m)] = 1; return 0 }
	fmt.Println("lenmap", len(m)+fm())
	fmt.Println("lenmap2", []int{len(m), fm()})
	a := 1
	f := func() int { a++; return a }
	var arr [5]int
	arr[a] = f()
	fmt.Println(arr)
	arr[f()] += a
	fmt.Println(arr)
	arr[a%5], a = a, f()
	fmt.Println(arr, a)
	x, y := f(), a
	fmt.Println(x, y)
	st := S{b: f(), a: a}
	fmt.Println(st)
	if a == f() {
		fmt.Println("eq")
	}
	for i := 0; i < 2 && a+f() > 0; i++ {
		fmt.Println("loop", a)
	}
	switch a + f() {
	case a + a:
		fmt.Println("double")
	default:
		fmt.Println("other")
	}
	mm := map[int][]int{}
	mm[2] = append(mm[2], f(), a)
	fmt.Println(mm)
	var p *S
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(p.a, f())
	}()
	fmt.Println(a)
	func() {
		defer func() { fmt.Println(recover()) }()
		var e any = "s"
		fmt.Println(e.(int), f())
	}()
	fmt.Println(a)
	go func(x, y int) {}(a, f())
	defer fmt.Println("deferred", a, f())
	b := append([]int{a}, f())
	fmt.Println(b)
	cc := [][]int{{a}, {f()}}
	fmt.Println(cc)
	fn := func(x int) func(int) int { a = x; return func(y int) int { return a*100 + y } }
	fmt.Println(fn(3)(a), a)
	fmt.Println(fn(a)(f()), a)
	q := a<<1 + f()
	fmt.Println(q)
	var i8 int8 = int8(a) + int8(f())
	fmt.Println(i8)
	pa := &a
	z := *pa + f()
	fmt.Println(z)
	u := -a*f() + a
	fmt.Println(u)
	h := a > 3 || f() > 3
	fmt.Println(h, !h == (f() > a))
	select {
	case c <- a + f():
		fmt.Println("sent")
	}
	fmt.Println(len(c), string("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"[a])+fmt.Sprint(f()))
	*pa, arr[a%5] = 0, f()
	fmt.Println(a, arr)
}
