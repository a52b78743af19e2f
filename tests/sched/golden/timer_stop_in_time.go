// A timer that is stopped before its time does not run; Stop tells which ones were.
package main

import (
	"fmt"
	"time"
)

func main() {
	log := ""
	var timers []*time.Timer
	for _, ms := range []int{50, 100, 300, 400} {
		timers = append(timers, time.AfterFunc(time.Duration(ms)*time.Millisecond, func() { log += fmt.Sprint(ms, " ") }))
	}
	time.Sleep(200 * time.Millisecond)
	for _, t := range timers {
		log += fmt.Sprint(t.Stop(), " ")
	}
	time.Sleep(400 * time.Millisecond)
	println(log)
}
