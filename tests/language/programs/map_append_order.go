// m[k] = append(m[k], ...) is one operation on one place; what is called meanwhile may change m and k.
package main

import "fmt"

var k = "a"

func f() int {
	k = "b"
	return 1
}
func fresh() map[string][]int {
	k = "a"
	return map[string][]int{"a": {10}, "b": {20}}
}

type holder struct{ m map[string][]int }

func main() {
	p := &k
	m := fresh()
	m[k] = append(m[k], f())
	fmt.Println(m)
	m = fresh()
	m[*p] = append(m[*p], f())
	fmt.Println(m)
	m = fresh()
	m[k+""] = append(m[k+""], f())
	fmt.Println(m)
	h := holder{fresh()}
	q, old := &h, h
	q.m[k] = append(q.m[k], func() int { q = &holder{map[string][]int{}}; return 5 }())
	fmt.Println(q.m, old.m)
	n := map[string]int{"a": 1, "b": 2}
	k = "a"
	n[k] += f()
	k = "a"
	n[*p] = n[*p] + 10*f()
	fmt.Println(n)
}
