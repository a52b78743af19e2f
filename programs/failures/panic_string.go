// Panic: with a string of two lines and quotes.
package main

func main() {
	panic("something\nbad \"quoted\"")
}
