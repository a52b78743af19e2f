// A goroutine that fails sends nothing.
//
// The repaired twin: nothing is reported.
package main

import (
	"errors"
	"fmt"
)

func fetch(url string) (int, error) {
	if url == "" {
		return 0, errors.New("no address")
	}
	return len(url), nil
}

func main() {
	sizes := make(chan int)
	urls := []string{"go.dev", "", "example.org"}
	for _, url := range urls {
		go func() {
			n, err := fetch(url)
			if err != nil {
				n = 0
			}
			sizes <- n
		}()
	}
	total := 0
	for range urls {
		total += <-sizes
	}
	fmt.Println(total)
}
