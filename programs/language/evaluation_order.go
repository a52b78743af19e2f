// Calls are made before variables beside them are read, as gc does it.
package main

import "fmt"

var g int

type S struct{ x, y int }

func main() {
	a := 1
	f := func() int { a++; g++; return a }
	fmt.Println("iface", a, f())
	a = 1
	x := []int{a, f()}
	fmt.Println("slicelit", x)
	a = 1
	fmt.Println("sum", a+f(), 0)
	a = 1
	z := a + f() + a*10 + f()*100
	fmt.Println("sum2", z)
	a = 1
	m := map[int]int{a: f()}
	fmt.Println("maplit", m)
	a = 1
	b, c := a, f()
	fmt.Println("tuple", b, c)
	a = 1
	arr := [2]int{a, f()}
	fmt.Println("arr", arr)
	a = 1
	st := S{a, f()}
	fmt.Println("struct", st)
	a = 1
	h := func(p, q int) string { return fmt.Sprint(p, q) }
	fmt.Println("args", h(a, f()))
	a = 1
	r1, r2 := func() (int, int) { return a, f() }()
	fmt.Println("ret", r1, r2)
	s := S{1, 2}
	fs := func() int { s.x++; return s.x }
	fmt.Println("field", s.x+fs())
	s = S{1, 2}
	t, _ := s, fs()
	fmt.Println("structval", t)
	s = S{1, 2}
	p := &s
	u := p.x + fs()
	fmt.Println("ptrfield", u)
	sl := []int{1, 2, 3}
	fsl := func() int { sl[0]++; sl = []int{100, 200}; return 1 }
	v := sl[0] + fsl()
	fmt.Println("slice elem", v)
	sl = []int{1, 2, 3}
	sl[fsl()] = 5
	fmt.Println("store", sl)
	mm := map[string]int{"a": 1}
	fm := func() int { mm["a"]++; return mm["a"] }
	fmt.Println("mapidx", mm["a"]+fm())
	fmt.Println("lenmap", func() int { return len(mm) + func() int { mm["b"] = 1; return 0 }() }())
	ss := "x"
	fss := func() string { ss += "y"; return ss }
	fmt.Println("str", ss+fss())
	a = 1
	a += f()
	fmt.Println("opassign", a)
	a = 1
	a = a + f()
	fmt.Println("selfassign", a)
	mm["q"] = 1
	mm["q"] += func() int { mm["q"] = 50; return 1 }()
	fmt.Println("mapopassign", mm["q"])
	var ip *S
	func() {
		defer func() { fmt.Println(recover()) }()
		ip.x = func() int { fmt.Println("rhs evaluated"); return 1 }()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		sl[50] = func() int { fmt.Println("rhs evaluated"); return 1 }()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var nm map[string]int
		nm["a"] = func() int { fmt.Println("rhs evaluated"); return 1 }()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		y := sl[50] + func() int { fmt.Println("call evaluated first"); return 1 }()
		_ = y
	}()
	i := 0
	i, sl = 1, []int{7, 8}
	i, sl[i] = 0, 99
	fmt.Println(i, sl)
	a = 1
	var e any = a
	fe := func() int { e = "str"; return 1 }
	fmt.Println(e, fe())
	a = 1
	d := []any{a, f()}
	fmt.Println("anylit", d)
	e = 1
	q := e.(int) + fe()
	fmt.Println("assert", q)
	a = 1
	fmt.Println("cmp", a == f())
	cond := a > 0 && f() > 0
	_ = cond
	a = 1
	w := []bool{a == 1, f() > 0}
	fmt.Println("cmp", w)
	a = 1
	w = []bool{a == 1 && a > 0, f() > 0}
	fmt.Println("and", w)
	a = 1
	k := []string{string(rune(a + 64)), fmt.Sprint(f())}
	fmt.Println("conv", k)
	bs := []byte("ab")
	k = []string{string(bs), func() string { bs[0] = 'z'; return "" }()}
	fmt.Println("conv2", k)
	pp := &a
	a = 1
	fmt.Println("deref", []int{*pp, f()})
	g = 1
	fmt.Println("global", []int{g, f()})
	a = 1
	fmt.Println("neg", []int{-a, f()})
	switch a = 1; a {
	case f(): fmt.Println("sw 2")
	default: fmt.Println("sw default")
	}
	ch := make(chan int, 3)
	a = 1
	ch <- a
	a = 1
	mm2 := map[int]int{}
	mm2[a] = f()
	fmt.Println(mm2)
	a = 1
	sl2 := make([]int, 5)
	sl2[a] = f()
	fmt.Println(sl2)
	a = 1
	sl2[a], a = f(), 4
	fmt.Println(sl2)
}
