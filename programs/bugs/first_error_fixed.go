// The caller returns at the first error, and the others cannot deliver theirs.
//
// The repaired twin: nothing is reported.
package main

import (
	"errors"
	"fmt"
	"time"
)

func checkAll(n int) error {
	errs := make(chan error, n)
	for i := range n {
		go func() {
			if i%2 == 0 {
				errs <- errors.New("bad")
				return
			}
			errs <- nil
		}()
	}
	for range n {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func main() {
	fmt.Println(checkAll(4))
	time.Sleep(time.Millisecond)
}
