// main sends before anybody is there to receive.
//
// Report: deadlock: missing receiver
package main

import "fmt"

func main() {
	ch := make(chan string)
	ch <- "hello"
	go func() { fmt.Println("started") }()
	fmt.Println(<-ch)
}
