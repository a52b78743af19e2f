// Methods, promotion, interfaces, method values and expressions.
package main

type T struct{ n int }

func (t T) Get() int  { return t.n }
func (t T) Bump() int { t.n++; return t.n }
func (t *T) Set(n int) { t.n = n }

type E struct {
	*T
	I
}
type I interface{ M(int) string }
type N int

func (n *N) Inc() { *n++ }

func main() {
	t := T{}
	t.Set(1)
	p := &t
	println(p.Get())
	e := E{T: p}
	e.Set(e.Get())
	println(e.M(2))
	f, g, h := t.Bump, p.Set, e.M
	f()
	g(2)
	h(3)
	k, l, m := T.Get, (*T).Get, I.M
	println(k(t), l(p), m(e, 1))
	var n N
	n.Inc()
	defer e.M(3)
	go p.Set(4)
}
