// Panic: recovered, and panicked again with the same value.
package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		fmt.Println("saw:", r)
		panic(r)
	}()
	panic("original")
}
