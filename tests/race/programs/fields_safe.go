package main

import (
	"fmt"
	"sync"
)

type pair struct{ a, b int }

func main() {
	var p pair
	var wg sync.WaitGroup
	wg.Go(func() { p.a = 1 })
	wg.Go(func() { p.b = 2 })
	wg.Wait()
	fmt.Println(p)
}
