// Double buffer: two goroutines swap a full and an empty buffer, so that only one of them owns each at a time.
package main

import (
	"fmt"
	"strings"
)

func main() {
	empty := make(chan []byte, 2)
	full := make(chan []byte, 2)
	empty <- make([]byte, 0, 8)
	empty <- make([]byte, 0, 8)

	go func() {
		defer close(full)
		for c := byte('a'); c < 'f'; c++ {
			buf := (<-empty)[:0]
			buf = append(buf, strings.Repeat(string(rune(c)), 3)...)
			full <- buf
		}
	}()
	for buf := range full {
		fmt.Printf("%s (cap %d)\n", buf, cap(buf))
		empty <- buf
	}
}
