// Arrays are values: assigning, passing, ranging and capturing in an interface copy them.
package main

import "fmt"

type grid [2][2]int

func set(g grid) grid {
	g[0][0] = 100
	return g
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 10
	p := &a
	p[1] = 20
	fmt.Println(a, b, a == b, *p == a, len(p))
	for i, v := range a {
		a[2] = 30
		fmt.Print(i, v, " ")
	}
	for i, v := range &a {
		a[2] = 300
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	g := grid{{1, 2}, {3, 4}}
	h := set(g)
	row := g[1]
	row[0] = 50
	g[0] = [2]int{7, 8}
	fmt.Println(g, h, row, g == grid{{7, 8}, {3, 4}})
	var x any = g
	g[0][0] = -1
	fmt.Println(x, x == any(grid{{7, 8}, {3, 4}}))
	sparse := [...]string{5: "f", 1: "b", "c"}
	fmt.Println(len(sparse), sparse[2], sparse)
	structs := [2]struct{ n [2]int }{}
	c := structs
	c[0].n[1] = 9
	structs[1].n = c[0].n
	c[0].n[1] = 8
	fmt.Println(structs, c)
	m := map[string][2]int{"a": {1, 2}}
	v := m["a"]
	v[0] = 5
	fmt.Println(m, v, m["none"])
	f := func() [2]int { return v }
	w := f()
	w[1] = 6
	fmt.Println(v, w, f()[0])
}
