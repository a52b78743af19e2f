// Slices sharing memory, strings, wrapping integers, closures, comparisons.
package main

import "fmt"

type T struct{ a, b int }
type E struct{}
type L struct {
	next *L
	v    int
}
type F func(F) int
type M map[string]M
type S []S

func (l *L) push(v int) *L { return &L{l, v} }
func (l *L) sum() int {
	if l == nil {
		return 0
	}
	return l.v + l.next.sum()
}

func shadows() {
	x := 1
	{
		x := x + 1
		x++
		fmt.Print(x, " ")
	}
	if x := x * 10; x > 5 {
		x := x + 1
		fmt.Print(x, " ")
	} else if y := x; y > 0 {
		fmt.Print(y)
	}
	for x := x; x < 3; x++ {
		x := x * 2
		fmt.Print(x, " ")
	}
	fmt.Println(x)
}

func ints() {
	var a int8 = -128
	var b uint8 = 200
	var c int32 = 1 << 30
	var d uint32 = 1 << 31
	var e int64 = -1 << 63
	var s uint = 40
	fmt.Println(-a, a-1, a/-1, b+100, b*2, c*4, c<<2, d<<1, -e, e-1, e/-1, e%-1)
	fmt.Println(1<<s, int32(1)<<s, a>>s, b>>s, ^b, -7>>1, uint8(b<<1)>>1, int8(b), uint16(a), int64(d)<<s)
	fmt.Println(7/2, -7/2, 7%-2, -7%2, 7&^5, 6|1, 6^3, b&^8)
	a += 127
	b -= 201
	c *= c
	d >>= 3
	e <<= 1
	s |= 3
	s &^= 1
	s ^= 0xff
	fmt.Println(a, b, c, d, e, s)
	var u8 uint8
	u8--
	u8 >>= 1
	fmt.Println(u8, uint64(1<<63), ^uint(0), ^0)
	f := 1e100
	g := float32(16777216.0)
	fmt.Println(g+1, f*f, -f*f, 1/f, int(2.9+f*0), float32(0.1)+float32(0.2), 0.1+0.2)
	var z float64
	fmt.Println(1/z, -1/z, z/z == z/z, int64(1e18), uint8(z), 5.0/2)
	c64 := complex64(complex(1, 2))
	fmt.Println(c64*c64, real(c64), -c64, c64 == complex(1, 2), 1i*1i)
	const huge = 1 << 62
	fmt.Println(huge>>60, huge/3, 'a'+1, "s"+"t", len("abc"), 3 == 3.0)
}

func strs() {
	s := "héllo, 世界"
	for i, r := range s {
		if r > 127 {
			fmt.Print(i, ":", string(r), " ")
		}
	}
	b := []byte(s)
	b[0] = 'H'
	r := []rune(s)
	r[1] = 'e'
	fmt.Println(len(s), len(r), string(b[:6]), string(r), s[1], s[1:3], s[7:], s < "i", s+"!" == "x")
	t := ""
	for i := 0; i < 3; i++ {
		t += string(rune('a'+i)) + fmt.Sprint(i)
	}
	t2 := t
	t += "z"
	fmt.Println(t, t2, fmt.Sprintf("%q %x % x %s", t, t, t, []byte(t)))
}

func slices() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b = append(b, 99)
	fmt.Println(a, b, len(b), cap(b))
	c := a[1:3:3]
	c = append(c, 77)
	c[0] = -1
	fmt.Println(a, c)
	copy(a[2:], a)
	fmt.Println(a)
	var n []int
	n = append(n, n...)
	fmt.Println(n == nil, len(n), n[:0] == nil, append([]int(nil), 1))
	d := make([]int, 2, 10)
	e := append(d, 1)
	f := append(d, 2)
	fmt.Println(e, f, d[:3])
	g := [][]int{{1}, {2, 3}}
	g[0] = append(g[0], g[1]...)
	g[1][0] = 9
	fmt.Println(g)
	h := []T{{1, 2}, {3, 4}}
	hp := &h[0]
	h = append(h, T{5, 6})
	hp.a = 100
	fmt.Println(h[0].a, hp.a)
	k := h[:1]
	k = append(k, T{7, 7})
	fmt.Println(h[1], len(k))
	arr := [5]int{1, 2, 3, 4, 5}
	sl := arr[1:4]
	sl[0] = 20
	pa := (*[2]int)(sl)
	pa[1] = 30
	a3 := [3]int(sl)
	a3[0] = 0
	fmt.Println(arr, *pa, a3, sl)
	ptrs := []*T{{1, 2}, nil, {3, 4}}
	ptrs[0].a++
	fmt.Println(*ptrs[0], ptrs[1] == nil, len(ptrs))
	mm := map[string]*T{"x": {1, 2}}
	mm["x"].b = 50
	fmt.Println(*mm["x"])
	ms := map[T]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(ms[T{1, 2}], len(ms), ms)
	sp := [...]int{5: 1, 2, 1: 7}
	fmt.Println(sp, len(sp))
	big := [200]int{150: 3}
	fmt.Println(big[150], len(big), big[0])
	bs := []string{70: "x"}
	fmt.Println(len(bs), bs[70])
	for i := range h {
		h[i].a = i
	}
	for i, x := range h {
		x.a = 100
		h[len(h)-1].b = i
	}
	fmt.Println(h)
	clear(h)
	fmt.Println(h)
	str := append([]byte("x"), "yz"...)
	fmt.Println(string(str))
	x2 := [2][]int{{1}, {2}}
	y2 := x2
	y2[0][0] = 5
	y2[1] = nil
	fmt.Println(x2, y2)
}

func closures() {
	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	acc := 0
	add := func(xs ...int) (r int) {
		for _, x := range xs {
			acc += x
		}
		r = acc
		return
	}
	add(1, 2)
	fmt.Println(fact(10), add(), add([]int{5}...), acc)
	compose := func(f, g func(int) int) func(int) int { return func(x int) int { return g(f(x)) } }
	inc := func(x int) int { return x + 1 }
	fmt.Println(compose(inc, compose(inc, inc))(0))
	t := T{1, 2}
	get := func() T { return t }
	set := func(v T) { t = v }
	set(T{3, 4})
	u := get()
	u.a = 100
	fmt.Println(t, u, get())
	pt := &t
	set(T{5, 6})
	fmt.Println(*pt, pt.a)
	func(p *T) { p.a = 9; t.b = 10 }(&t)
	fmt.Println(t)
	fns := map[string]func(int, int) int{"+": func(a, b int) int { return a + b }, "-": func(a, b int) int { return a - b }}
	fmt.Println(fns["+"](1, 2), fns["-"](1, 2), fns["*"] == nil)
	x := 0
	defer func() { fmt.Println("x at end", x) }()
	defer fmt.Println("x evaluated", x)
	x = 42
	for i := 0; i < 2; i++ {
		func() {
			defer func(i int) { x += i }(i)
			if i == 1 {
				return
			}
			x += 100
		}()
	}
}

func main() {
	shadows()
	ints()
	strs()
	slices()
	closures()
	var l *L
	fmt.Println(l.push(1).push(2).sum(), l.sum())
	var f F = func(g F) int { return 7 }
	fmt.Println(f(f))
	m := M{"a": {"b": nil}}
	fmt.Println(len(m["a"]), m["a"]["b"] == nil, m["z"]["y"] == nil)
	s := S{S{}, S{S{}}}
	fmt.Println(len(s), len(s[1]), s)
	var e1, e2 E
	fmt.Println(e1 == e2, E{} == e1)
	var i1, i2 any = T{1, 2}, T{1, 2}
	fmt.Println(i1 == i2, i1 == any(T{2, 1}), i1 != nil, any(1) == any(1.0), any("a") == any("a"))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(any([]int{1}) == any([]int{1}))
	}()
	var c1, c2 chan int
	fmt.Println(c1 == c2, c1 == nil)
	p1, p2 := &T{}, &T{}
	fmt.Println(p1 == p2, p1 == p1, *p1 == *p2)
	a1, a2 := [2]any{1, "x"}, [2]any{1, "x"}
	fmt.Println(a1 == a2)
	x, y := &a1[0], &a1[0]
	fmt.Println(x == y, x == &a1[1], &p1.a == &p1.a, &p1.a == &p1.b)
	sl := []int{1, 2}
	fmt.Println(&sl[0] == &sl[:1][0], &sl[1:][0] == &sl[1])
	var np *int
	var ni any = np
	fmt.Println(ni == nil, ni.(*int) == nil, np == nil)
}
