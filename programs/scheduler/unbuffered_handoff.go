// Unbuffered channel: each hand-over readies the other side as runnext, which shows in who is a step ahead.
package main

import "fmt"

func main() {
	ch := make(chan int)
	done := make(chan bool)
	var log []string
	go func() {
		for v := range ch {
			log = append(log, fmt.Sprint("received ", v))
		}
		close(done)
	}()
	for i := range 5 {
		ch <- i
		log = append(log, fmt.Sprint("sent ", i))
	}
	close(ch)
	<-done
	for _, line := range log {
		fmt.Println(line)
	}
}
