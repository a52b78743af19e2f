// Both sides wait for the other one to begin.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

func main() {
	ready, start := make(chan bool), make(chan bool)
	finished := make(chan bool)
	go func() {
		ready <- true
		<-start
		finished <- true
	}()
	<-ready
	start <- true
	fmt.Println(<-finished)
}
