// Two producers send to one channel of size one.
package main

import (
	"fmt"
	"sync"
)

func main() {
	log := ""
	c := make(chan string, 1)
	var wg sync.WaitGroup
	for _, name := range []string{"x", "y"} {
		wg.Go(func() {
			for i := range 4 {
				c <- fmt.Sprint(name, i, " ")
			}
		})
	}
	go func() { wg.Wait(); close(c) }()
	for s := range c {
		log += s
	}
	println(log)
}
