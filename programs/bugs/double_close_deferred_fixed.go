// The channel is closed at the end and on the way out.
//
// The repaired twin: nothing is reported.
package main

import "fmt"

func fill(ch chan<- int, n int) {
	defer close(ch)
	for i := range n {
		ch <- i
	}

}

func main() {
	ch := make(chan int, 8)
	fill(ch, 3)
	fmt.Println(len(ch))
}
