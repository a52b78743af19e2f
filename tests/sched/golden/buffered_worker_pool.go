// Three workers, nine jobs, two buffered channels: which worker gets which job.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	log := ""
	jobs, results := make(chan int, 9), make(chan string, 9)
	for _, w := range []string{"a", "b", "c"} {
		go func() {
			for j := range jobs {
				log += fmt.Sprint(w, j, " ")
				runtime.Gosched()
				results <- fmt.Sprint(w, j)
			}
		}()
	}
	for j := range 9 {
		jobs <- j
	}
	close(jobs)
	log += "| "
	for range 9 {
		<-results
	}
	println(log)
}
