// AfterFunc without delay starts its function when the processor looks for work next.
package main

import "time"

func main() {
	log := ""
	done := make(chan bool)
	time.AfterFunc(0, func() { log += "f"; close(done) })
	go func() { log += "g" }()
	log += "m"
	<-done
	println(log)
}
