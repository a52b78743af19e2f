// A go statement does not give up the processor: main goes on until it waits.
package main

func main() {
	log := ""
	done := make(chan bool)
	go func() { log += "child "; close(done) }()
	for range 1000 {
		log += ""
	}
	log += "main "
	<-done
	println(log)
}
