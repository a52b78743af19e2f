// Deadlock: how methods and generic functions are named in a stack trace.
package main

func receive[T any](ch chan T) T { return <-ch }

type Box[T any] struct{ ch chan T }

func (b *Box[T]) Get() T { return receive(b.ch) }

type Reader struct{ box *Box[int] }

func (r Reader) Read() int { return r.box.Get() }

func main() {
	func() {
		r := Reader{&Box[int]{make(chan int)}}
		r.Read()
	}()
}
