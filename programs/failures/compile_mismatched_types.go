// Compile error: an int and a string cannot be added, nor an int assigned to a string.
package main

import "fmt"

func main() {
	n := 1
	s := "a"
	fmt.Println(n + s)
	s = n
}
