// A tree of goroutines: the last child of a node runs next, its siblings wait behind everybody else.
package main

import "sync"

var log string
var wg sync.WaitGroup

func node(name string, depth int) {
	log += name + " "
	if depth == 0 {
		return
	}
	for _, branch := range []string{"l", "m", "r"} {
		wg.Go(func() { node(name+branch, depth-1) })
	}
}

func main() {
	wg.Go(func() { node("", 3) })
	wg.Wait()
	println(log)
}
