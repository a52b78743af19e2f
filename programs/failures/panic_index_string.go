// Panic: an index beyond the end of a string, in a nested call.
package main

func at(s string, i int) byte { return s[i] }

func last(s string) byte { return at(s, len(s)) }

func main() {
	println(last("gopher"))
}
