// Pointers to variables, fields, elements and compound literals; they keep what they point to alive.
package main

import "fmt"

type node struct {
	value int
	next  *node
	pair  [2]int
}

func escape() *int {
	n := 5
	return &n
}

func main() {
	x := 1
	p, q := &x, &x
	*p += 10
	fmt.Println(x, *q, p == q, p == escape(), *escape())
	pp := &p
	**pp = 3
	*pp = escape()
	fmt.Println(x, *p, *q)
	n := node{value: 1, pair: [2]int{7, 8}}
	pv, pe := &n.value, &n.pair[1]
	*pv, *pe = 100, 80
	m := n
	*pv = 200
	fmt.Println(n, m.value, m.pair)
	s := []node{{value: 1}, {value: 2}}
	first := &s[0]
	s = append(s, node{value: 3})
	first.value = 50
	fmt.Println(s[0].value, first.value)
	s[1].next = &s[2]
	s[1].next.value *= 2
	fmt.Println(s[2].value)
	list := &node{1, &node{2, &node{value: 3}, [2]int{}}, [2]int{}}
	for at := &list; *at != nil; {
		if (*at).value == 2 {
			*at = (*at).next
		} else {
			at = &(*at).next
		}
	}
	for at := list; at != nil; at = at.next {
		fmt.Print(at.value, " ")
	}
	pm := &map[string]int{"a": 1}
	(*pm)["b"] = 2
	pa := &[]int{1, 2}
	*pa = append(*pa, 3)
	ps := &[...]string{"x", "y"}
	fmt.Println(*pm, *pa, ps[1], len(ps))
	i, r := new(int), new(5)
	*i++
	*r *= 2
	fmt.Println(*i, *r, *new("text"), *new(node{value: 4}.value))
	f := &struct{ f func() int }{func() int { return x }}
	x = 9
	fmt.Println(f.f())
}
