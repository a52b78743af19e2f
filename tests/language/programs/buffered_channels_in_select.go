// Buffered channels whose receivers, or senders, wait in a select: who waits is served before the buffer is used, and
// afterwards the buffer is used again.
package main

import "fmt"

func receivers() {
	a, b, done := make(chan int, 2), make(chan int, 2), make(chan int)
	go func() {
		sum := 0
		for range 600 {
			select {
			case v := <-a:
				sum += v
			case v := <-b:
				sum += 1000 * v
			}
		}
		done <- sum
	}()
	for i := range 300 {
		a <- i
		if i%3 == 0 {
			b <- 1
			b <- 1
			b <- 1
		}
	}
	fmt.Println(<-done, len(a), len(b))
}

func senders() {
	a, b, done := make(chan int, 1), make(chan int, 1), make(chan bool)
	go func() {
		for i := range 200 {
			select {
			case a <- i:
			case b <- i:
			}
		}
		close(done)
	}()
	sum, n := 0, 0
	for n < 200 {
		select {
		case v := <-a:
			sum += v
			n++
		case v := <-b:
			sum += v
			n++
		}
		if n%7 == 0 && len(a) == 1 {
			sum += <-a
			n++
		}
	}
	<-done
	fmt.Println(sum, n, len(a), len(b))
}

func main() {
	receivers()
	senders()
}
