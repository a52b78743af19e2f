// Three goroutines at three times, each with another two of three locks.
//
// Report: lock order: lock cycle
package main

import (
	"fmt"
	"sync"
	"time"
)

type part struct {
	sync.Mutex
	n int
}

func move(from, to *part) {
	from.Lock()
	defer from.Unlock()
	to.Lock()
	defer to.Unlock()
	from.n, to.n = to.n, from.n
}

func main() {
	x, y, z := &part{n: 1}, &part{n: 2}, &part{n: 3}
	var wg sync.WaitGroup
	for i, pair := range [][2]*part{{x, y}, {y, z}, {z, x}} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(i) * time.Millisecond)
			move(pair[0], pair[1])
		}()
	}
	wg.Wait()
	fmt.Println(x.n + y.n + z.n)
}
