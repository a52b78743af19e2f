// Panic: panic(nil) becomes a runtime error of its own.
package main

func main() {
	panic(nil)
}
