package main

import (
	"fmt"
	"math/big"
	"sync"
)

func main() {
	sum := new(big.Int)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			sum.Add(sum, big.NewInt(int64(i))) // race
		})
	}
	wg.Wait()
	fmt.Println(sum.Sign() >= 0)
}
