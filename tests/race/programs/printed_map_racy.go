// Writes a map while fmt prints it.
package main

import (
	"fmt"
)

func main() {
	m := map[string]int{"a": 1}
	done := make(chan bool)
	go func() {
		fmt.Sprint(m) // race
		done <- true
	}()
	m["a"] = 2 // race
	<-done
	fmt.Println(m)
}
