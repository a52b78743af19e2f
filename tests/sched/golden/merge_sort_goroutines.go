// Merge sort with a goroutine for each half: the order in which the halves are done.
package main

import "fmt"

var log string

func sorted(lo, hi int) chan bool {
	done := make(chan bool)
	go func() {
		if hi-lo > 1 {
			mid := (lo + hi) / 2
			left, right := sorted(lo, mid), sorted(mid, hi)
			<-left
			<-right
		}
		log += fmt.Sprint(lo, "-", hi, " ")
		close(done)
	}()
	return done
}

func main() {
	<-sorted(0, 8)
	println(log)
}
