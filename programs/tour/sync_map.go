// sync.Map: a map that goroutines may share without a lock of their own.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			m.Store(i, i*i)
			m.LoadOrStore("shared", "value")
		}()
	}
	wg.Wait()

	fmt.Println(m.Load(3))
	fmt.Println(m.Load(99))
	fmt.Println(m.LoadOrStore("shared", "other"))
	fmt.Println(m.LoadAndDelete(4))
	fmt.Println(m.CompareAndSwap(2, 4, 40), m.CompareAndSwap(2, 4, 400))
	m.Delete("shared")

	var lines []string
	m.Range(func(k, v any) bool { // in no particular order
		lines = append(lines, fmt.Sprintf("%v=%v", k, v))
		return true
	})
	sort.Strings(lines)
	fmt.Println(lines)
}
