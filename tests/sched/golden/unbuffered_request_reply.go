// Requests that carry their reply channel: a server and three clients.
package main

import (
	"fmt"
	"sync"
)

func main() {
	type request struct {
		n     int
		reply chan int
	}
	log := ""
	requests := make(chan request)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			reply := make(chan int)
			for n := range 2 {
				requests <- request{10*i + n, reply}
				log += fmt.Sprint("c", <-reply, " ")
			}
		})
	}
	go func() {
		for r := range requests {
			log += fmt.Sprint("s", r.n, " ")
			r.reply <- r.n
		}
	}()
	wg.Wait()
	println(log)
}
