// The goroutine is started before what it uses is there.
//
// Report: data race
package main

import "fmt"

type client struct {
	name string
	done chan bool
}

func (c *client) run() {
	fmt.Println(len(c.name))
	close(c.done)
}

func main() {
	c := &client{done: make(chan bool)}
	go c.run()
	c.name = "worker"
	<-c.done
}
