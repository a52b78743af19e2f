// Fan-in: values of several channels are merged into one, which is closed after the last source is done.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func source(name string, n int) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for i := range n {
			out <- fmt.Sprint(name, i)
		}
	}()
	return out
}

func merge(sources ...<-chan string) <-chan string {
	out := make(chan string)
	var wg sync.WaitGroup
	for _, src := range sources {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range src {
				out <- v
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	var got []string
	for v := range merge(source("a", 3), source("b", 2), source("c", 4)) {
		got = append(got, v)
	}
	sort.Strings(got) // the arrival order is up to the scheduler
	fmt.Println(len(got), got)
}
