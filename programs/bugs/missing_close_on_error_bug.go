// The channel is closed on the good way only.
//
// Report: deadlock: missing close
package main

import (
	"errors"
	"fmt"
)

func parse(in []string, out chan<- int) error {

	for _, s := range in {
		if s == "" {
			return errors.New("empty")
		}
		out <- len(s)
	}
	close(out)
	return nil
}

func main() {
	out := make(chan int)
	go parse([]string{"ab", "", "c"}, out)
	sum := 0
	for n := range out {
		sum += n
	}
	fmt.Println(sum)
}
