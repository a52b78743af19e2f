// The first runtime.GC starts a goroutine of the collector, which kicks the one out of runnext; later ones do not.
package main

import "runtime"

func main() {
	log := ""
	for range 4 {
		for _, name := range []string{"a", "b", "c"} {
			go func() { log += name }()
		}
		runtime.GC()
		log += "|"
	}
	println(log)
}
