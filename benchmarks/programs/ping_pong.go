// Two goroutines that hand a number to and fro over unbuffered channels.
package main

import "fmt"

const size = 800000

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for n := range ping {
			pong <- n + 1
		}
		close(pong)
	}()
	n := 0
	for i := 0; i < size; i++ {
		ping <- n
		n = <-pong
	}
	close(ping)
	fmt.Println(n)
}
