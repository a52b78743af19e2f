// Package sync: Map.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	fmt.Println(m.Load("a"))
	m.Store("a", 1)
	fmt.Println(m.Load("a"))
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.Swap("b", 3))
	fmt.Println(m.Swap("c", 4))
	fmt.Println(m.CompareAndSwap("c", 3, 5), m.CompareAndSwap("c", 4, 5), m.CompareAndSwap("x", nil, 5))
	fmt.Println(m.CompareAndDelete("c", 4), m.CompareAndDelete("c", 5), m.CompareAndDelete("c", 5))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.LoadAndDelete("b"))
	for i := range 5 {
		m.Store(i, i*i)
	}
	m.Delete("a")
	var keys []int
	m.Range(func(k, v any) bool {
		keys = append(keys, k.(int)*100+v.(int))
		m.Delete(4)
		return true
	})
	sort.Ints(keys)
	fmt.Println(len(keys) >= 4, keys[:4])
	n := 0
	m.Range(func(k, v any) bool { n++; return n < 2 })
	fmt.Println(n)
	m.Clear()
	m.Range(func(k, v any) bool { fmt.Println("left", k); return true })
	defer func() { fmt.Println(recover()) }()
	m.Store("f", []int{1})
	m.CompareAndSwap("f", []int{1}, 2)
}
