// Nil channels: setting a drained channel to nil switches its select case off.
package main

import "fmt"

func send(ch chan<- int, values ...int) {
	for _, v := range values {
		ch <- v
	}
	close(ch)
}

func main() {
	a, b := make(chan int), make(chan int)
	go send(a, 1, 2, 3)
	go send(b, 10, 20, 30, 40)

	sum := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil // a closed channel would be ready for ever, a nil one never is
				continue
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			sum += v
		}
	}
	fmt.Println("sum:", sum)
}
