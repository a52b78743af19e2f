package main

import (
	"fmt"
	"math/big"
	"sync"
)

func main() {
	sum := new(big.Int)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			sum.Add(sum, big.NewInt(int64(i)))
		})
	}
	wg.Wait()
	fmt.Println(sum.Sign() >= 0)
}
