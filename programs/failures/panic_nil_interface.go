// Panic: a method call on a nil interface.
package main

type Animal interface{ Sound() string }

func main() {
	var a Animal
	println(a.Sound())
}
