// The function literal uses a variable that the loop goes on changing.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	names := []string{"a", "b", "c"}
	var wg sync.WaitGroup
	var name string
	total := make(chan int, len(names))
	for _, name = range names {
		wg.Add(1)
		name := name
		go func() {
			defer wg.Done()
			total <- len(name)
		}()
	}
	wg.Wait()
	fmt.Println(len(total), name)
}
