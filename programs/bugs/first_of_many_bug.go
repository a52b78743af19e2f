// Only the first answer is taken; the others wait to give theirs.
//
// Report: goroutine leak: missing receiver
package main

import (
	"fmt"
	"time"
)

func main() {
	answers := make(chan string)
	for i := range 3 {
		go func() {
			time.Sleep(time.Duration(i) * time.Millisecond)
			answers <- fmt.Sprint("server ", i)
		}()
	}
	fmt.Println(<-answers)
	time.Sleep(10 * time.Millisecond)
}
