// A WaitGroup used in rounds: main is woken by the last one of each round.
package main

import (
	"fmt"
	"sync"
)

func main() {
	log := ""
	var wg sync.WaitGroup
	for round := range 3 {
		for i := range 4 {
			wg.Go(func() { log += fmt.Sprint(round, i, " ") })
		}
		wg.Wait()
		log += "| "
	}
	println(log)
}
