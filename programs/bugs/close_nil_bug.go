// A channel is closed that is only made when it is needed.
//
// Report: panic: close of nil channel
package main

import "fmt"

type stream struct {
	data chan int
}

func (s *stream) close() {
	close(s.data)
}

func main() {
	s := &stream{}
	s.close()
	fmt.Println("closed")
}
