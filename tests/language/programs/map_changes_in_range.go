// What is deleted while a map is ranged over does not come any more; what is added may come.
package main

import "fmt"

func main() {
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	seen := 0
	for k := range m {
		seen++
		delete(m, k^1)
	}
	fmt.Println(seen, len(m))
	for k, v := range m {
		m[k] = v + 1000
		delete(m, k)
	}
	fmt.Println(len(m))
	m[1] = 1
	for k := range m {
		if k < 50 {
			m[k+100] = k
		}
	}
	fmt.Println(len(m), m[1], m[101])
	for range m {
		clear(m)
	}
	fmt.Println(m == nil, len(m))
	m = map[int]int{1: 1, 2: 2}
	for k := range m {
		m = map[int]int{3: 3}
		delete(m, k)
	}
	fmt.Println(m)
}
