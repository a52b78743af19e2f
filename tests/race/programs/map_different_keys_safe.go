package main

import (
	"fmt"
	"sync"
)

func main() {
	m := map[string]int{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, k := range []string{"a", "b"} {
		wg.Go(func() {
			mu.Lock()
			m[k] = 1
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(len(m))
}
