// A case with a nil channel never goes; setting channels to nil turns cases off one by one.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	log := ""
	a, b := make(chan int), make(chan int)
	go func() {
		for i := range 3 {
			a <- i
		}
		close(a)
	}()
	go func() {
		runtime.Gosched()
		close(b)
	}()
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			log += fmt.Sprint("a", v, " ")
			if !ok {
				a = nil
			}
		case _, ok := <-b:
			log += "b "
			if !ok {
				b = nil
			}
		}
	}
	println(len(log))
}
