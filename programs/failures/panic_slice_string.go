// Panic: slicing beyond the end of a string.
package main

func main() {
	s := "abc"
	j := 10
	println(s[1:j])
}
