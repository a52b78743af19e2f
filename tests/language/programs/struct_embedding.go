// Fields and methods of embedded structs, pointers and interfaces are promoted; the shallowest wins.
package main

import "fmt"

type base struct{ id int }

func (b base) ID() int      { return b.id }
func (b *base) SetID(n int) { b.id = n }

type middle struct {
	*base
	name string
}
type top struct {
	middle
	id string
}
type namer interface{ Name() string }
type wrapper struct {
	namer
	base
}
type cat struct{}

func (cat) Name() string     { return "cat" }
func (w wrapper) ID() int    { return w.base.ID() * 10 }
func (t top) String() string { return "top " + t.id }

type setter interface {
	SetID(int)
	ID() int
}

func main() {
	t := top{middle{&base{1}, "m"}, "shadow"}
	t.SetID(5)
	fmt.Println(t.id, t.base.id, t.middle.ID(), t.ID(), t.name, t)
	var s setter = t
	s.SetID(6)
	fmt.Println(t.ID(), s.ID())
	w := wrapper{cat{}, base{7}}
	s = &w
	s.SetID(8)
	fmt.Println(w.Name(), w.ID(), w.base.ID(), w.id, s.ID())
	u := t
	u.SetID(9)
	v := w
	v.SetID(10)
	fmt.Println(t.ID(), w.id, v.id)
	f, g := t.ID, (*wrapper).SetID
	t.SetID(11)
	g(&w, 12)
	fmt.Println(f(), t.ID(), w.id)
	an := struct {
		base
		extra int
	}{base{3}, 4}
	an.SetID(13)
	fmt.Printf("%v %+v %d\n", an, an, an.ID())
	defer func() { fmt.Println(recover()) }()
	var empty wrapper
	empty.Name()
}
