// A goroutine that Goexit unwinds hands over in a deferred send.
package main

import "runtime"

func main() {
	log := ""
	c := make(chan string)
	for _, name := range []string{"a", "b", "c"} {
		go func() {
			defer func() { c <- name; log += "." }()
			runtime.Goexit()
		}()
	}
	for range 3 {
		log += <-c
	}
	runtime.Gosched()
	println(log)
}
