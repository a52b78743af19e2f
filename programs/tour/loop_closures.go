// Loop variables: every iteration has its own copy, so closures and goroutines see what they expect.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var prints []func()
	for i := 0; i < 3; i++ {
		prints = append(prints, func() { fmt.Println("i =", i) })
	}
	for _, p := range prints {
		p()
	}

	seen := make([]string, 3)
	var wg sync.WaitGroup
	for i, name := range []string{"ann", "bob", "cyd"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seen[i] = name
		}()
	}
	wg.Wait()
	fmt.Println(seen)

	last := 0 // a variable declared outside the loop is shared
	var shared []func() int
	for last = 0; last < 3; last++ {
		shared = append(shared, func() int { return last })
	}
	fmt.Println(shared[0](), shared[1](), shared[2]())
}
