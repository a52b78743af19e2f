// A bounded queue made of a mutex and two conditions: how producer and consumers alternate.
package main

import (
	"fmt"
	"sync"
)

func main() {
	log := ""
	var mu sync.Mutex
	notEmpty, notFull := sync.NewCond(&mu), sync.NewCond(&mu)
	var queue []int
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Go(func() {
			for range 4 {
				mu.Lock()
				for len(queue) == 0 {
					notEmpty.Wait()
				}
				log += fmt.Sprint(name, queue[0], " ")
				queue = queue[1:]
				notFull.Signal()
				mu.Unlock()
			}
		})
	}
	for i := range 8 {
		mu.Lock()
		for len(queue) == 2 {
			notFull.Wait()
		}
		queue = append(queue, i)
		log += fmt.Sprint("+", i, " ")
		notEmpty.Signal()
		mu.Unlock()
	}
	wg.Wait()
	println(log)
}
