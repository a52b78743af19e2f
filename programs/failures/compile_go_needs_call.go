// Compile error: go and defer want a function call.
package main

func main() {
	f := func() {}
	go f
	defer f
}
