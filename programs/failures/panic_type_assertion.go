// Panic: a type assertion to the wrong concrete type.
package main

func main() {
	var v any = "text"
	println(v.(int))
}
