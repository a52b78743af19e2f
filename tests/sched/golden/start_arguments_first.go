// The arguments of a go statement are evaluated by the goroutine that executes it, before the new one is queued.
package main

var log string

func arg(s string) string {
	log += s
	return s
}

func main() {
	done := make(chan bool)
	show := func(a, b string) { log += "[" + a + b + "]"; done <- true }
	go show(arg("1"), arg("2"))
	go show(arg("3"), arg("4"))
	<-done
	<-done
	println(log)
}
