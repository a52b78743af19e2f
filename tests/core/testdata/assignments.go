// Two phases, compound assignment, several results, order of evaluation.
package main

var g int

type P struct{ x, y int }

func two() (int, error) { return 1, nil }
func f() int            { g++; return g }

func main() {
	a, b := 1, 2
	a, b = b, a
	s := []int{1, 2, 3}
	i := 0
	i, s[i] = 1, 5
	s[a], s[b] = s[b], s[a]
	s[f()] += 2
	m := map[string]int{}
	m["k"]++
	m["a"], g = 1, 2
	v, ok := m["x"]
	n, err := two()
	n, e2 := two()
	var any1, any2 any = two()
	p := &P{}
	p.x, p.y = p.y, p.x
	g = g*2 + f()
	println(a, b, i, v, ok, n, err != nil, e2 != nil, any1 != nil, any2 != nil)
	println(g, f(), g+f())
}
