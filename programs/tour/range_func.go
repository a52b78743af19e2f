// Range over functions: an iterator calls yield for each value, and break makes yield return false.
package main

import "fmt"

func countdown(from int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator cleaned up")
		for i := from; i > 0; i-- {
			if !yield(i) {
				return
			}
		}
	}
}

func enumerate[T any](items []T) func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i, v := range items {
			if !yield(i+1, v) {
				return
			}
		}
	}
}

func drain[T any](ch <-chan T) func(yield func(T) bool) {
	return func(yield func(T) bool) {
		for v := range ch {
			if !yield(v) {
				return
			}
		}
	}
}

func main() {
	for i := range countdown(5) {
		if i == 2 {
			break
		}
		fmt.Println(i)
	}
	for i, s := range enumerate([]string{"goroutine", "channel"}) {
		fmt.Println(i, s)
	}
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range 3 {
			ch <- i * 10
		}
	}()
	for v := range drain(ch) {
		fmt.Println(v)
	}
}
