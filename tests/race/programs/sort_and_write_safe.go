// Writes an element of a slice that is being sorted, after it.
package main

import (
	"fmt"
	"sort"
)

func main() {
	s := []int{3, 1, 2}
	done := make(chan bool)
	go func() {
		sort.Ints(s)
		done <- true
	}()
	<-done
	s[0] = 4
	fmt.Println(len(s))
}
