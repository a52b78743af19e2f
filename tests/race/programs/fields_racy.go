package main

import (
	"fmt"
	"sync"
)

type pair struct{ a, b int }

func main() {
	var p pair
	var wg sync.WaitGroup
	wg.Go(func() { p.a = 1 }) // race
	wg.Go(func() { p.a = 2 }) // race
	wg.Wait()
	fmt.Println(p)
}
