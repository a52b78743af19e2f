// Writes a variable that fmt scans into, after it.
package main

import (
	"fmt"
)

func main() {
	x := 0
	done := make(chan bool)
	go func() {
		fmt.Sscan("12", &x)
		done <- true
	}()
	<-done
	x = 4
	fmt.Println(x > 0)
}
