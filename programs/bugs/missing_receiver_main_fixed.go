// main sends before anybody is there to receive.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

func main() {
	ch := make(chan string, 1)
	ch <- "hello"
	go func() { fmt.Println("started") }()
	fmt.Println(<-ch)
}
