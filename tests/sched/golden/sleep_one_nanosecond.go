// A sleep that is over at once: the sleeper is runnext again before anybody else runs.
package main

import (
	"runtime"
	"time"
)

func main() {
	log := ""
	for _, name := range []string{"a", "b", "c"} {
		go func() { log += name }()
	}
	time.Sleep(1)
	log += "m"
	runtime.Gosched()
	println(log)
}
