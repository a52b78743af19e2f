// An iterator behind iter.Pull runs when it is asked, without a turn in any queue.
package main

import (
	"fmt"
	"iter"
	"runtime"
)

func main() {
	log := ""
	go func() { log += "g" }()
	next, stop := iter.Pull(func(yield func(int) bool) {
		for i := range 4 {
			log += fmt.Sprint("y", i, " ")
			if !yield(i) {
				return
			}
		}
	})
	for range 3 {
		v, _ := next()
		log += fmt.Sprint("n", v, " ")
	}
	stop()
	runtime.Gosched()
	println(log)
}
