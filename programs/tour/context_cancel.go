// Context cancellation: cancelling a parent stops every goroutine that watches one of its children.
package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	parent, cancel := context.WithCancel(context.Background())
	errs := make([]error, 3)
	var wg sync.WaitGroup
	for i := range errs {
		child, stop := context.WithCancel(parent)
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer stop()
			<-child.Done()
			errs[i] = child.Err()
		}()
	}
	fmt.Println("before:", parent.Err())
	cancel()
	wg.Wait()
	fmt.Println("after:", parent.Err())
	for i, err := range errs {
		fmt.Println("worker", i, "stopped:", err, err == context.Canceled)
	}
}
