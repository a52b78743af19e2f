// The channel of a struct is declared and never made.
//
// Report: deadlock: nil channel
package main

import "fmt"

type feed struct {
	items chan string
}

func newFeed() *feed {
	return &feed{}
}

func main() {
	f := newFeed()
	go func() { f.items <- "news" }()
	fmt.Println(<-f.items)
}
