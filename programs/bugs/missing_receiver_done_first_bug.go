// The consumer says that it is done before it has taken everything.
//
// Report: deadlock: missing receiver
package main

import "fmt"

func main() {
	items, done := make(chan int), make(chan bool)
	go func() {
		n := 0
		for v := range items {
			n += v
			if n > 2 {
				break
			}
		}
		fmt.Println(n)
		close(done)
	}()
	for i := range 5 {
		items <- i
	}
	close(items)
	<-done
}
