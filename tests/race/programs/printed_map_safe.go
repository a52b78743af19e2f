// Writes a map while fmt prints it, after it.
package main

import (
	"fmt"
)

func main() {
	m := map[string]int{"a": 1}
	done := make(chan bool)
	go func() {
		fmt.Sprint(m)
		done <- true
	}()
	<-done
	m["a"] = 2
	fmt.Println(m)
}
