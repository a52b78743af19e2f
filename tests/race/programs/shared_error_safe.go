package main

import (
	"fmt"
	"strconv"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var err error
	for i := range 2 {
		wg.Go(func() {
			_, err := strconv.Atoi(fmt.Sprint("x", i))
			_ = err
		})
	}
	wg.Wait()
	fmt.Println(err == nil || true)
}
