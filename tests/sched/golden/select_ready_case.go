// A select with one case that can go takes it, and does not give up the processor.
package main

import "fmt"

func main() {
	log := ""
	a, b := make(chan int, 1), make(chan int, 1)
	go func() { log += "g" }()
	a <- 1
	for range 2 {
		select {
		case v := <-a:
			log += fmt.Sprint("a", v, " ")
			b <- 2
		case v := <-b:
			log += fmt.Sprint("b", v, " ")
		}
	}
	println(log)
}
