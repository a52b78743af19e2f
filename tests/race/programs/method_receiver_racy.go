package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) inc() {
	c.n++ // race
}

func main() {
	var c counter
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(c.inc)
	}
	wg.Wait()
	fmt.Println(c.n > 0)
}
