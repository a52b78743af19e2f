// Writes to a slice while another goroutine sorts it.
package main

import (
	"fmt"
	"slices"
)

func main() {
	s := []string{"c", "a", "b"}
	done := make(chan bool)
	go func() {
		slices.SortFunc(s, func(x, y string) int { return len(x) - len(y) }) // race
		done <- true
	}()
	s[2] = "d" // race
	<-done
	fmt.Println(len(s))
}
