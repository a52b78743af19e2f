// The buffer has room for the results that were expected, not for all.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

func main() {
	files := []string{"a", "b", "c", "d"}
	errs := make(chan error, len(files))
	var wg sync.WaitGroup
	for _, name := range files {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs <- fmt.Errorf("cannot open %s", name)
		}()
	}
	wg.Wait()
	close(errs)
	n := 0
	for range errs {
		n++
	}
	fmt.Println(n)
}
