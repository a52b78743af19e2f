// Ping-pong: two goroutines hand a ball back and forth over an unbuffered channel.
package main

import "fmt"

type Ball struct{ hits int }

func player(name string, table chan *Ball, done chan<- bool) {
	for ball := range table {
		ball.hits++
		fmt.Println(name, ball.hits)
		if ball.hits == 6 {
			close(table)
			done <- true
			return
		}
		table <- ball
	}
}

func main() {
	table := make(chan *Ball)
	done := make(chan bool, 1)
	go player("ping", table, done)
	table <- new(Ball) // ping takes the first ball, so pong can only get the second
	go player("pong", table, done)
	<-done
	fmt.Println("game over")
}
