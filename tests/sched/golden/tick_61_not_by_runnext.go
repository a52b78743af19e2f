// What runs from runnext does not count as a round: a chain of goroutines, each starting the next, keeps main waiting.
package main

import "runtime"

var length int

func link() {
	length++
	if length < 500 {
		go link()
	}
}

func main() {
	go link()
	runtime.Gosched()
	println(length)
}
