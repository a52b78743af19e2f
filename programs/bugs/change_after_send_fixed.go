// The sender goes on changing what it has sent a pointer to.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

type message struct{ text string }

func main() {
	ch, done := make(chan *message), make(chan bool)
	go func() {
		for m := range ch {
			fmt.Println(len(m.text))
		}
		close(done)
	}()
	m := &message{"first"}
	for range 3 {
		ch <- m
		m = &message{m.text + "!"}
	}
	close(ch)
	<-done
}
