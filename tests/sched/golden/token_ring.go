// A token goes round a ring of five goroutines, three times.
package main

import "fmt"

func main() {
	log := ""
	const n = 5
	var ring [n]chan int
	for i := range ring {
		ring[i] = make(chan int)
	}
	done := make(chan bool)
	for i := range ring {
		go func() {
			for token := range ring[i] {
				log += fmt.Sprint(i)
				if token == 0 {
					close(done)
					return
				}
				ring[(i+1)%n] <- token - 1
			}
		}()
	}
	ring[0] <- 3*n - 1
	<-done
	println(log)
}
