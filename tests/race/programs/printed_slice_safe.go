// Writes a slice while fmt prints it, after it.
package main

import (
	"fmt"
)

func main() {
	s := []int{1, 2, 3}
	done := make(chan bool)
	go func() {
		fmt.Sprintln(s)
		done <- true
	}()
	<-done
	s[1] = 5
	fmt.Println(s)
}
