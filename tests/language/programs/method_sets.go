// Which methods a value, a pointer and an addressable variable have, and which interfaces they implement.
package main

import "fmt"

type counter struct{ n int }

func (c counter) Get() int { return c.n }
func (c *counter) Inc()    { c.n++ }

type getter interface{ Get() int }
type incrementer interface {
	getter
	Inc()
}
type number int

func (n *number) Double() { *n *= 2 }
func (n number) Half() number {
	n /= 2
	return n
}

type function func(int) int

func (f function) Twice(x int) int { return f(f(x)) }

type list []int

func (l *list) Add(x int) { *l = append(*l, x) }
func (l list) Len() int   { return len(l) }

func main() {
	c := counter{1}
	c.Inc()
	(&c).Inc()
	_, value := any(c).(incrementer)
	_, pointer := any(&c).(incrementer)
	_, both := any(&c).(getter)
	fmt.Println(c.Get(), (&c).Get(), value, pointer, both)
	array := [2]counter{}
	array[1].Inc()
	m := map[string]*counter{"a": {5}}
	m["a"].Inc()
	fmt.Println(array, m["a"].n, counter{7}.Get(), (&counter{8}).Get())
	n := number(10)
	n.Double()
	fmt.Println(n.Half(), n, number(9).Half())
	fmt.Println(function(func(x int) int { return x * 3 }).Twice(2))
	var l list
	l.Add(1)
	l.Add(2)
	fmt.Println(l.Len(), l)
	inc, get := c.Inc, c.Get
	inc()
	inc()
	fmt.Println(c.n, get(), c.Get(), (*counter).Get(&c), counter.Get(c))
	var i incrementer = &c
	f := i.Inc
	i = &counter{100}
	f()
	g := incrementer.Get
	fmt.Println(c.n, g(i), getter.Get(c))
}
