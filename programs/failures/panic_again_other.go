// Panic: recovered, and replaced by another panic.
package main

import "fmt"

func main() {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprint("while handling: ", r))
		}
	}()
	panic("original")
}
