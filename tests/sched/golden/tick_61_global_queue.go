// Every 61st round the global queue comes first: main yields, and at most 61 of 150 queued goroutines run before it does.
package main

import (
	"runtime"
	"sync"
)

func main() {
	align()
	ran := 0
	var turns []int
	for range 150 {
		go func() { ran++ }()
	}
	for ran < 150 {
		before := ran
		runtime.Gosched()
		turns = append(turns, ran-before)
	}
	for _, n := range turns {
		println(n)
	}
}

// align takes the processor through so many rounds that the global queue has its next turn 61 rounds from a fixed place,
// whatever the start of the program left behind.
func align() {
	ran := 0
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { ran++ })
	}
	runtime.Gosched() // comes back when the global queue has its turn
	for range 22 + ran {
		wg.Go(func() {})
	}
	wg.Wait()
}
