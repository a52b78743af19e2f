// Panic: a deferred call panics too while the first panic is under way.
package main

func main() {
	defer func() {
		panic("second")
	}()
	panic("first")
}
