// A receive from a sender that waits does not block: the receiver goes on, the sender is runnext.
package main

import "fmt"

func main() {
	log := ""
	c := make(chan int)
	go func() {
		for i := range 5 {
			c <- i
			log += fmt.Sprint("s", i, " ")
		}
		close(c)
	}()
	for v := range c {
		log += fmt.Sprint("r", v, " ")
	}
	println(log)
}
