// The prime sieve: in which order the filters see the numbers.
package main

import "fmt"

func main() {
	log := ""
	c := make(chan int)
	go func() {
		for i := 2; ; i++ {
			c <- i
		}
	}()
	for range 5 {
		prime := <-c
		log += fmt.Sprint("=", prime, " ")
		out := make(chan int)
		go func(in chan int) {
			for v := range in {
				if v%prime != 0 {
					log += fmt.Sprint(prime, ":", v, " ")
					out <- v
				}
			}
		}(c)
		c = out
	}
	println(log)
}
