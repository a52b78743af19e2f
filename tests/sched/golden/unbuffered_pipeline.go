// Three stages over unbuffered channels: in which order the stages handle the values.
package main

import "fmt"

func main() {
	log := ""
	a, b := make(chan int), make(chan int)
	go func() {
		for i := range 6 {
			log += fmt.Sprint("g", i, " ")
			a <- i
		}
		close(a)
	}()
	go func() {
		for v := range a {
			log += fmt.Sprint("m", v, " ")
			b <- v
		}
		close(b)
	}()
	for v := range b {
		log += fmt.Sprint("s", v, " ")
	}
	println(log)
}
