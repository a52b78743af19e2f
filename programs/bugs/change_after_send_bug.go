// The sender goes on changing what it has sent a pointer to.
//
// Report: data race
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
		m.text += "!"
	}
	close(ch)
	<-done
}
