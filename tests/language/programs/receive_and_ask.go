// v, ok := <-c asks whether there was a value; ok can be looked at again later, and values in the buffer come first.
package main

import "fmt"

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	for range 3 {
		v, ok := <-c
		if !ok {
			fmt.Println("closed")
		}
		fmt.Println(v, ok)
	}
	missed := 0
	for range 2 {
		v, ok := <-c
		if !ok {
			missed++
			continue
		}
		fmt.Println("never", v)
	}
	fmt.Println(missed)
}
