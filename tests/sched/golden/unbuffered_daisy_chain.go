// A value wanders through a chain of goroutines, each adding one; the links run from right to left.
package main

import "fmt"

func main() {
	log := ""
	first := make(chan int)
	right := first
	for i := range 8 {
		left := right
		right = make(chan int)
		go func(from, to chan int) {
			v := <-from
			log += fmt.Sprint(i)
			to <- v + 1
		}(left, right)
	}
	go func() { log += "!"; first <- 1 }()
	log += fmt.Sprint("=", <-right)
	println(log)
}
