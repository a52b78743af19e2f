// Writes a slice while fmt prints it.
package main

import (
	"fmt"
)

func main() {
	s := []int{1, 2, 3}
	done := make(chan bool)
	go func() {
		fmt.Sprintln(s) // race
		done <- true
	}()
	s[1] = 5 // race
	<-done
	fmt.Println(s)
}
