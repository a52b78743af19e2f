// Two parents start three children each: a parent's last child overtakes the other parent.
package main

import "sync"

func main() {
	log := ""
	var wg sync.WaitGroup
	for _, parent := range []string{"a", "b"} {
		wg.Go(func() {
			log += parent + " "
			for _, child := range []string{"1", "2", "3"} {
				wg.Go(func() { log += parent + child + " " })
			}
		})
	}
	wg.Wait()
	println(log)
}
