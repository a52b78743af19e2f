// The receiver ranges over a channel that nobody closes.
//
// Report: deadlock: missing close
package main

import "fmt"

func produce(ch chan<- int) {
	for i := range 3 {
		ch <- i
	}

}

func main() {
	ch := make(chan int)
	go produce(ch)
	sum := 0
	for v := range ch {
		sum += v
	}
	fmt.Println(sum)
}
