// Buffered channel: the sender fills the whole buffer before it blocks, then the receiver drains it.
package main

import "fmt"

func main() {
	ch := make(chan int, 3)
	done := make(chan bool)
	var log []string
	go func() {
		for v := range ch {
			log = append(log, fmt.Sprint("received ", v))
		}
		close(done)
	}()
	for i := range 8 {
		ch <- i
		log = append(log, fmt.Sprint("sent ", i))
	}
	close(ch)
	<-done
	for _, line := range log {
		fmt.Println(line)
	}
}
