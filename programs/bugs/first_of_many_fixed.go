// Only the first answer is taken; the others wait to give theirs.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"time"
)

func main() {
	answers := make(chan string, 3)
	for i := range 3 {
		go func() {
			time.Sleep(time.Duration(i) * time.Millisecond)
			answers <- fmt.Sprint("server ", i)
		}()
	}
	fmt.Println(<-answers)
	time.Sleep(10 * time.Millisecond)
}
