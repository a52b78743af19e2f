// Compile error: constants that do not fit their type, and a division by zero that is plain to see.
package main

func main() {
	var b byte = 300
	var i int8 = -129
	var u uint = -1
	x := 10 / 0
	_, _, _, _ = b, i, u, x
}
