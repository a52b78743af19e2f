// OnceValue and OnceFunc: wrap a function so that it is computed on first use only.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	calls := 0
	answer := sync.OnceValue(func() int {
		calls++
		return 6 * 7
	})
	open := sync.OnceValues(func() (string, error) {
		calls++
		return "", errors.New("no such file")
	})
	hello := sync.OnceFunc(func() { fmt.Println("hello, once") })

	for range 3 {
		hello()
		_, err := open()
		fmt.Println(answer(), err)
	}
	fmt.Println("calls:", calls)
}
