// A channel is closed that is only made when it is needed.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

type stream struct {
	data chan int
}

func (s *stream) close() {
	if s.data != nil {
		close(s.data)
	}
}

func main() {
	s := &stream{}
	s.close()
	fmt.Println("closed")
}
