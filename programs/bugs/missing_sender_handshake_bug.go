// Both sides wait for the other one to begin.
//
// Report: deadlock: missing sender
package main

import "fmt"

func main() {
	ready, start := make(chan bool), make(chan bool)
	finished := make(chan bool)
	go func() {
		<-start
		ready <- true
		finished <- true
	}()
	<-ready
	start <- true
	fmt.Println(<-finished)
}
