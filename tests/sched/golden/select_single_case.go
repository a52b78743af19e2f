// A select with one case is that operation.
package main

import "fmt"

func main() {
	log := ""
	c := make(chan int)
	go func() {
		for i := range 3 {
			select {
			case c <- i:
			}
			log += "s"
		}
		close(c)
	}()
	for {
		select {
		case v, ok := <-c:
			if !ok {
				println(log)
				return
			}
			log += fmt.Sprint(v)
		}
	}
}
