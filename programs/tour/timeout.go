// Timeout: select gives up on a slow answer when time.After fires first.
package main

import (
	"fmt"
	"time"
)

func ask(answerAfter time.Duration) <-chan string {
	out := make(chan string, 1) // room for one: a late answer does not leak the goroutine
	go func() {
		time.Sleep(answerAfter)
		out <- "forty-two"
	}()
	return out
}

func main() {
	for _, d := range []time.Duration{time.Millisecond, time.Minute} {
		select {
		case s := <-ask(d):
			fmt.Println("answer:", s)
		case <-time.After(300 * time.Millisecond):
			fmt.Println("timed out")
		}
	}
}
