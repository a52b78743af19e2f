// A ticker's goroutine and a worker that yields.
package main

import "time"

func main() {
	log := ""
	ticker := time.NewTicker(100 * time.Millisecond)
	done := make(chan bool)
	go func() {
		for range 3 {
			<-ticker.C
			log += "t"
		}
		close(done)
	}()
	go func() {
		for range 3 {
			time.Sleep(80 * time.Millisecond)
			log += "w"
		}
	}()
	<-done
	println(log)
}
