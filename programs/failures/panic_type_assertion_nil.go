// Panic: a type assertion on a nil interface.
package main

func main() {
	var v any
	println(v.(int))
}
