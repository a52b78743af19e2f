// Assigning a struct keeps its memory: pointers into it see the new values.
package main

import "fmt"

type In struct{ v int }
type S struct {
	in  In
	arr [2]In
	f   func()
}
type W struct{ S }

func get() S { return S{in: In{9}, arr: [2]In{{8}, {7}}} }

func main() {
	s := S{}
	p, q, a := &s.in, &s.arr[1], &s.arr
	s = S{in: In{5}, arr: [2]In{{1}, {2}}}
	fmt.Println(p.v, q.v, a[1].v)
	s = get()
	fmt.Println(p.v, q.v, a[1].v)
	*a = [2]In{{3}, {4}}
	fmt.Println(s.arr, q.v)
	w := W{}
	pw := &w.S.in
	w.S = get()
	fmt.Println(pw.v)
	w = W{S{in: In{1}}}
	fmt.Println(pw.v)
	xs := make([]S, 2)
	px := &xs[0].in
	xs[0] = get()
	xs[0], xs[1] = xs[1], xs[0]
	fmt.Println(px.v, xs[1].in.v)
	t := s
	t.arr[0].v = 100
	fmt.Println(s.arr[0].v)
	copy(xs[1:], xs)
	fmt.Println(px.v, xs[0].in, xs[1].in)
	xs = append(xs[:1], get())
	fmt.Println(xs[1].in)
	var any1 any = s
	any2 := any1
	u := any2.(S)
	u.in.v = 1000
	fmt.Println(any1.(S).in.v, any2.(S).in.v)
	m := map[string][2]In{"a": {{1}, {2}}}
	v := m["a"]
	v[0].v = 50
	m["b"] = v
	v[1].v = 60
	fmt.Println(m)
	func(z S) { z.in.v = -1; z.arr[0].v = -1 }(s)
	fmt.Println(s.in, s.arr)
	ch := make(chan [2]In, 1)
	ch <- s.arr
	s.arr[0].v = 77
	fmt.Println(<-ch)
	pp := &s
	pp.arr[1], pp.in = pp.in, pp.arr[1]
	fmt.Println(s.in, s.arr, p.v)
	fn := func() (S, error) { return s, nil }
	r, _ := fn()
	r.in.v++
	fmt.Println(s.in.v, r.in.v)
	type node struct {
		S
		next *node
	}
	n := node{S: s}
	n.next = &n
	n2 := n
	n2.next.in.v = 4242
	fmt.Println(n.in.v, n2.in.v)
	for i, e := range s.arr {
		s.arr[1].v = 999
		e.v++
		fmt.Print(i, e, " ")
	}
	var arr2 [2][2]In
	arr2[0][1].v = 3
	arr3 := arr2
	r0 := &arr2[0]
	arr2[0] = [2]In{{5}, {6}}
	fmt.Println(arr3, *r0, arr2)
	st := struct {
		In
		n int
	}{In{1}, 2}
	st2 := st
	st2.v = 10
	fmt.Println(st, st2, st.In == In{1})
	def := func() (x S) {
		defer func() { x.in.v *= 2 }()
		x.in.v = 21
		return x
	}
	fmt.Println(def().in)
	var keep *S
	mk := func() (x S) { keep = &x; x.in.v = 1; return }
	y := mk()
	keep.in.v = 2
	fmt.Println(y.in.v, keep.in.v)
	mk2 := func() (x S, e error) { keep = &x; return S{in: In{3}}, nil }
	y, _ = mk2()
	keep.in.v = 4
	fmt.Println(y.in.v)
}
