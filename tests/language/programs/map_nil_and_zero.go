// A missing key gives the zero value; a nil map can be read, not written.
package main

import "fmt"

type pair struct{ a, b int }

func main() {
	var m map[string]pair
	v, ok := m["x"]
	delete(m, "x")
	clear(m)
	for range m {
		fmt.Println("never")
	}
	fmt.Println(v, ok, len(m), m == nil, m["y"].b)
	n := map[string][]int{}
	n["a"] = append(n["a"], 1)
	n["a"] = append(n["a"], 2)
	n["nil"] = nil
	_, ok = n["nil"]
	fmt.Println(n, len(n), ok, n["none"] == nil)
	count := map[rune]int{}
	for _, r := range "hello" {
		count[r]++
	}
	fmt.Println(count['l'], count['z'], len(count))
	alias := count
	alias['h'] = 100
	fmt.Println(count['h'])
	defer func() { fmt.Println(recover()) }()
	m["x"] = pair{}
}
