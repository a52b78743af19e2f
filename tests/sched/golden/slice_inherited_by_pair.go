// A pair that wakes each other shares one time slice: a third goroutine gets its turn before the pair is done.
package main

import (
	"fmt"
	"time"
)

func main() {
	log := ""
	ping, pong := make(chan int), make(chan int)
	turn := -1
	round := 0
	go func() { turn = round }()
	go func() {
		for v := range ping {
			for start := time.Now(); time.Since(start) < 200*time.Microsecond; {
			}
			pong <- v
		}
	}()
	for ; round < 150; round++ {
		ping <- round
		<-pong
	}
	log += fmt.Sprint(turn > 0, turn < 149)
	println(log)
}
