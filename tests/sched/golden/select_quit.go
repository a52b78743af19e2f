// A generator that selects on its output and a quit channel.
package main

import "fmt"

func main() {
	log := ""
	out, quit := make(chan int), make(chan bool)
	go func() {
		for i := 0; ; i++ {
			select {
			case out <- i:
				log += fmt.Sprint("s", i, " ")
			case <-quit:
				log += "quit "
				quit <- true
				return
			}
		}
	}()
	for range 4 {
		log += fmt.Sprint("r", <-out, " ")
	}
	quit <- true
	<-quit
	println(log)
}
