package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type counter struct {
	mu sync.Mutex
	n  int
}

type embedded struct {
	*counter
	inner counter
}

type own struct{ n int }

func (o *own) Lock()   {}
func (o *own) Unlock() {}

type valueLock struct{ n int }

func (o valueLock) Lock()   {}
func (o valueLock) Unlock() {}

type pair[T any] struct {
	first, second T
}

func (c counter) get() int                     { return c.n }
func (c *counter) add()                        { c.n++ }
func parameter(a int, c counter, o own)        { _ = a }
func generic[L sync.Mutex | sync.RWMutex](l L) {}
func unlimited[T any](x T)                     {}
func variadic(cs ...counter)                   {}
func results() (c counter)                     { return }
func give(c *counter) counter                  { return *c }
func fresh() *counter                          { return &counter{} }

func main() {
	var c counter
	d := c
	var e counter = d
	e, x := d, 1
	p := &c
	q := *p
	f := *fresh()
	both := [2]counter{c, {}}
	m := map[string]counter{"a": c}
	l := []*counter{p}
	st := embedded{p, *p}
	st2 := embedded{inner: c}
	for i, v := range both {
		_ = i
		_ = v.n
	}
	for _, v := range l {
		v.add()
	}
	for i := range both {
		both[i].add()
	}
	var v counter
	for _, v = range both {
	}
	v.add()
	for mu := (sync.Mutex{}); ; {
		mu.Lock()
		break
	}
	parameter(1, c, own{})
	variadic(c, d)
	generic(c.mu)
	unlimited(c)
	fmt.Println(c, &c, len(both), cap(both), unsafe.Sizeof(c))
	func(o sync.Once) {}(sync.Once{})
	func(o *sync.Once) {}(new(sync.Once))
	var n atomic.Int64
	n2 := n
	var pt atomic.Pointer[int]
	pt2 := pt
	var x2 interface{} = c
	ch := make(chan counter, 1)
	ch <- c
	r := <-ch
	pr := pair[counter]{}
	pr2 := pr
	arr := [2][3]sync.WaitGroup{}
	arr2 := arr
	vl := valueLock{}
	vl2 := vl
	cond := sync.NewCond(p)
	_, _, _, _, _, _, _, _, _, _, _, _, _ = e, x, q, f, m, st, st2, n2, pt2, x2, r, pr2, arr2
	_, _ = vl2, (c)
	_ = *cond
	both[0] = both[1]
	p.inner().mu = c.mu
	locker := sync.Locker(p)
	_ = locker
}

func (c *counter) inner() *counter { return c }
func (c *counter) Lock()           {}
func (c *counter) Unlock()         {}
