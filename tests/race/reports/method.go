package main

import (
	"fmt"
	"time"
)

type counter struct{ n int }

func (c *counter) inc() { c.n++ }

var global counter

func main() {
	go global.inc()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(global.n)
}
