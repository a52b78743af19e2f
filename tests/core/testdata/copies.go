// Structs and arrays are copied where a value becomes a binding of its own, and nowhere else.
package main

type S struct {
	a  int
	in In
}
type In struct{ v int }

func make2() S           { return S{a: 1} }
func (s S) read() int    { return s.a }
func (s S) same() S      { return s }
func local() S           { s := S{}; s.a = 1; return s }
func shared() (S, *S)    { s := S{}; return s, &s }
func elements(xs []S, i int) {
	x := xs[i]
	xs[0] = x
	xs[1].in = x.in
	xs[0], xs[1] = xs[1], xs[0]
}

func main() {
	a := make2()
	b := a
	b.in.v = 2
	p := &a
	*p = b
	c := *p
	m := map[string]S{"x": c}
	m["y"] = m["x"]
	var i any = c
	d := i.(S)
	ch := make(chan S, 1)
	ch <- d
	e := <-ch
	arr := [2]In{}
	brr := arr
	elements(nil, 0)
	local()
	shared()
	_ = e.read() + brr[0].v + d.same().a
}
