// Writes an element of a slice that is being sorted.
package main

import (
	"fmt"
	"sort"
)

func main() {
	s := []int{3, 1, 2}
	done := make(chan bool)
	go func() {
		sort.Ints(s) // race
		done <- true
	}()
	s[0] = 4 // race
	<-done
	fmt.Println(len(s))
}
