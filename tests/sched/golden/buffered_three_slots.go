// A channel with room for three values: producer and consumer run in strides.
package main

import "fmt"

func main() {
	log := ""
	c := make(chan int, 3)
	done := make(chan bool)
	go func() {
		for v := range c {
			log += fmt.Sprint("r", v, " ")
		}
		close(done)
	}()
	for i := range 12 {
		c <- i
		log += fmt.Sprint("s", i, " ")
	}
	close(c)
	<-done
	println(log)
}
