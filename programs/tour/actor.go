// Actor: one goroutine owns the state, the others ask it over a channel and get replies on their own.
package main

import (
	"fmt"
	"sync"
)

type request struct {
	key   string
	delta int
	reply chan int
}

func stock(requests <-chan request) {
	items := map[string]int{} // nobody else can reach it, so it needs no lock
	for r := range requests {
		items[r.key] += r.delta
		r.reply <- items[r.key]
	}
}

func main() {
	requests := make(chan request)
	go stock(requests)
	ask := func(key string, delta int) int {
		reply := make(chan int)
		requests <- request{key, delta, reply}
		return <-reply
	}

	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ask("apples", 3)
			ask("pears", i)
		}()
	}
	wg.Wait()
	fmt.Println("apples:", ask("apples", 0), "pears:", ask("pears", 0), "plums:", ask("plums", 0))
}
