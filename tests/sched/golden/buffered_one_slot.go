// A channel with room for one value: producer and consumer run in strides of two.
package main

import "fmt"

func main() {
	log := ""
	c := make(chan int, 1)
	go func() {
		for i := range 6 {
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
