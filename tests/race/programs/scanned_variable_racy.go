// Writes a variable that fmt scans into.
package main

import (
	"fmt"
)

func main() {
	x := 0
	done := make(chan bool)
	go func() {
		fmt.Sscan("12", &x) // race
		done <- true
	}()
	x = 4 // race
	<-done
	fmt.Println(x > 0)
}
