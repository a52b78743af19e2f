// The channel of a struct is declared and never made.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

type feed struct {
	items chan string
}

func newFeed() *feed {
	return &feed{items: make(chan string)}
}

func main() {
	f := newFeed()
	go func() { f.items <- "news" }()
	fmt.Println(<-f.items)
}
