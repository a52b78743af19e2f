// The receiver has given up waiting when the result comes.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"time"
)

func slow() int {
	time.Sleep(20 * time.Millisecond)
	return 42
}

func main() {
	result := make(chan int, 1)
	go func() { result <- slow() }()
	select {
	case v := <-result:
		fmt.Println(v)
	case <-time.After(5 * time.Millisecond):
		fmt.Println("time is up")
	}
	time.Sleep(50 * time.Millisecond)
}
