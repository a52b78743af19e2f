// Of two timers the earlier one wins the select.
package main

import "time"

func main() {
	log := ""
	late, early := time.After(200*time.Millisecond), time.After(50*time.Millisecond)
	for range 2 {
		select {
		case <-late:
			log += "late "
		case <-early:
			log += "early "
		}
	}
	println(log)
}
