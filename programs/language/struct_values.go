// Structs and arrays are values: methods, maps, channels, interfaces and closures get copies.
package main

import "fmt"

type In struct{ v int; arr [2]int }
type S struct {
	a  int
	in In
	p  *In
	sl []In
	m  map[string]In
}

func (s S) Val() int     { s.a += 100; s.in.v = 9; return s.a }
func (s *S) Ptr() int    { s.a += 1; return s.a }
func (in *In) Inc()      { in.v++ }
func (in In) Get() int   { return in.v }
func mod(s S) S          { s.a = 77; s.in.arr[0] = 5; return s }
func modArr(a [3]int) [3]int { a[0] = 9; return a }
func self(s S) S         { return s }

type I interface{ Val() int }

type A [3]int

func (a A) First() int { a[0]++; return a[0] }
func (a *A) Set()      { a[0] = 42 }

var gs S
var ga [2]S

func main() {
	s := S{a: 1, in: In{v: 2}, p: &In{v: 3}}
	t := s
	t.a = 10
	t.in.v = 20
	t.in.arr[1] = 7
	t.p.v = 30
	fmt.Println(s.a, s.in, s.p.v, t.a, t.in, t.p.v)
	q := &s
	q.a = 5
	r := *q
	r.a = 6
	*q = S{a: 8, p: q.p}
	fmt.Println(s.a, q.a, r.a, q == &s)
	in := &s.in
	in.Inc()
	s.in = In{v: 100}
	fmt.Println(in.v, s.in.v)
	in.Inc()
	fmt.Println(s.in.v, s.in.Get())
	u := mod(s)
	fmt.Println(s.a, s.in.arr, u.a, u.in.arr)
	arr := [3]int{1, 2, 3}
	b := arr
	b[0] = 100
	pa := &arr
	pa[1] = 50
	c := *pa
	c[2] = 1
	fmt.Println(arr, b, c, modArr(arr), arr, len(pa))
	sl := arr[:]
	sl[0] = 11
	fmt.Println(arr, sl)
	for i, v := range arr {
		arr[2] = 1000
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 2000 + i
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	ss := []S{{a: 1}, {a: 2}}
	for _, x := range ss {
		x.a = 50
	}
	for i := range ss {
		ss[i].a *= 10
		ss[i].Ptr()
	}
	x0 := ss[0]
	x0.a = 0
	p0 := &ss[0]
	p0.a++
	ss[0], ss[1] = ss[1], ss[0]
	fmt.Println(ss[0].a, ss[1].a, p0.a, x0.a)
	ss = append(append(ss, ss[0]), ss...)
	ss[0].a = -1
	fmt.Println(len(ss), ss[2].a, ss[3].a)
	m := map[string]S{"x": {a: 1}}
	mx := m["x"]
	mx.a = 2
	fmt.Println(m["x"].a, mx.a, m["x"].in.v)
	m["y"] = mx
	mx.a = 3
	fmt.Println(m["y"].a)
	var i I = s
	s.a = 999
	fmt.Println(i.Val(), i.Val(), i.(S).a, s.a)
	j := i.(S)
	j.a = -5
	fmt.Println(i.(S).a)
	k := i
	fmt.Println(k == nil, k.Val())
	f := s.Val
	s.a = 1
	fmt.Println(f(), f(), s.Val(), s.a)
	g := q.Ptr
	g()
	fmt.Println(s.a)
	ch := make(chan S, 2)
	ch <- s
	s.a = 1234
	y := <-ch
	fmt.Println(y.a)
	ch <- y
	y.a = 0
	z, ok := <-ch
	fmt.Println(z.a, ok)
	gs = s
	gs.a = 1
	ga[0] = gs
	ga[0].a = 2
	gb := ga
	gb[0].a = 3
	fmt.Println(s.a, gs.a, ga[0].a, gb[0].a)
	fn := func() S { return gs }
	h := fn()
	h.a = 44
	fmt.Println(gs.a, self(gs).a)
	fmt.Println(s.in == In{}, In{v: 1} == In{v: 1}, [2]int{1, 2} == [2]int{1, 2}, [2]int{1, 2} != [2]int{1, 3})
	var aa A
	aa.Set()
	fmt.Println(aa.First(), aa)
	ff := A.First
	fmt.Println(ff(aa), aa)
	pp := (*A).Set
	pp(&aa)
	type T2 struct{ S; n int }
	t2 := T2{S: s, n: 1}
	t2.a = 3
	t2.Ptr()
	t3 := t2
	t3.S.a = 9
	fmt.Println(t2.a, t3.a, s.a)
	anon := struct{ x, y int }{1, 2}
	anon2 := anon
	anon2.x = 5
	fmt.Println(anon, anon2)
	mat := [2][2]int{{1, 2}, {3, 4}}
	row := mat[0]
	row[0] = 100
	mat2 := mat
	mat2[1][1] = 40
	fmt.Println(mat, row, mat2)
	func() { mat[0][0] = -1; s.a = 55; arr = [3]int{7, 7, 7} }()
	fmt.Println(mat, s.a, arr, sl)
	ms := map[[2]int]string{{1, 2}: "a"}
	key := [2]int{3, 4}
	ms[key] = "b"
	key[0] = 0
	fmt.Println(len(ms), ms[[2]int{3, 4}], ms[key] == "")
	mp := map[string]*S{"a": &s}
	mp["a"].a++
	mp["a"].in.arr[0]++
	fmt.Println(s.a, s.in.arr)
	var np *S
	func() {
		defer func() { fmt.Println(recover()) }()
		v := *np
		_ = v
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		*np = S{}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		np.in.arr[0] = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var cp *cmpS; fmt.Println(*cp == cmpS{1})
	}()
}

type cmpS struct{ a int }

func (s S) ptrless() S { return s }
