// Goexit in main: the others go on until none is left.
package main

import (
	"os"
	"runtime"
)

func main() {
	log := ""
	for _, name := range []string{"a", "b", "c"} {
		go func() {
			runtime.Gosched()
			log += name
			if len(log) == 3 {
				println(log)
				os.Exit(0)
			}
		}()
	}
	runtime.Goexit()
}
