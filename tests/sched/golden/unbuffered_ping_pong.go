// Ping-pong over two channels overtakes everybody who waits in the ring.
package main

import "fmt"

func main() {
	log := ""
	ping, pong := make(chan int), make(chan int)
	for _, name := range []string{"x", "y"} {
		go func() { log += name }()
	}
	go func() {
		for v := range ping {
			log += fmt.Sprint(v)
			pong <- v
		}
	}()
	for i := range 5 {
		ping <- i
		<-pong
	}
	println(log)
}
