// Writes to a slice after another goroutine has sorted it.
package main

import (
	"fmt"
	"slices"
)

func main() {
	s := []string{"c", "a", "b"}
	done := make(chan bool)
	go func() {
		slices.SortFunc(s, func(x, y string) int { return len(x) - len(y) })
		done <- true
	}()
	<-done
	s[2] = "d"
	fmt.Println(len(s))
}
