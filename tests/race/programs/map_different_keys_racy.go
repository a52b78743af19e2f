package main

import (
	"fmt"
	"sync"
)

func main() {
	m := map[string]int{}
	var wg sync.WaitGroup
	for _, k := range []string{"a", "b"} {
		wg.Go(func() {
			m[k] = 1 // race
		})
	}
	wg.Wait()
	fmt.Println(len(m))
}
