// Compile error: one name declared twice, and := without a new variable.
package main

func twice() {}

func twice() {}

func main() {
	x := 1
	x := 2
	_ = x
}
