// Channels of channels: a server answers each client on the channel that came with its request.
package main

import "fmt"

func main() {
	clients := make(chan chan int)
	go func() {
		for id := 1; ; id++ {
			reply := <-clients
			reply <- id
		}
	}()

	seen := map[int]bool{}
	done := make(chan int)
	for range 6 {
		go func() {
			mine := make(chan int)
			clients <- mine
			done <- <-mine
		}()
	}
	for range 6 {
		seen[<-done] = true
	}
	for id := 1; id <= 6; id++ {
		fmt.Println("ticket", id, "handed out:", seen[id])
	}
}
