// Leak: a goroutine that is stuck for ever goes unnoticed as long as main ends.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func firstOf(answers ...string) string {
	ch := make(chan string) // unbuffered: only one of the senders will ever be received
	for _, a := range answers {
		go func() { ch <- a }()
	}
	return <-ch
}

func main() {
	answer := firstOf("left", "right", "middle")
	time.Sleep(time.Millisecond)
	fmt.Println("got an answer:", answer != "")
	fmt.Println("goroutines:", runtime.NumGoroutine())
}
