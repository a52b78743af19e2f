// A send to a receiver that waits does not block: the sender goes on, the receiver is runnext.
package main

import "fmt"

func main() {
	log := ""
	c := make(chan int)
	done := make(chan bool)
	go func() {
		for v := range c {
			log += fmt.Sprint("r", v, " ")
		}
		close(done)
	}()
	for i := range 5 {
		c <- i
		log += fmt.Sprint("s", i, " ")
	}
	close(c)
	<-done
	println(log)
}
