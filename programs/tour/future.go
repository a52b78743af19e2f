// Future: start a computation now, ask for its result later, as often as you like.
package main

import (
	"errors"
	"fmt"
)

type Future[T any] struct {
	done  chan struct{}
	value T
	err   error
}

func Async[T any](f func() (T, error)) *Future[T] {
	fut := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(fut.done) // publishes value and err to everyone who waits
		fut.value, fut.err = f()
	}()
	return fut
}

func (f *Future[T]) Await() (T, error) {
	<-f.done
	return f.value, f.err
}

func main() {
	sum := Async(func() (int, error) {
		total := 0
		for i := 1; i <= 1000; i++ {
			total += i
		}
		return total, nil
	})
	bad := Async(func() (string, error) { return "", errors.New("no luck") })

	fmt.Println(sum.Await())
	fmt.Println(sum.Await())
	_, err := bad.Await()
	fmt.Println(err)
}
