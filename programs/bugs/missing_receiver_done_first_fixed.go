// The consumer says that it is done before it has taken everything.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

func main() {
	items, done := make(chan int), make(chan bool)
	go func() {
		n := 0
		for v := range items {
			n += v
			if n > 100 {
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
