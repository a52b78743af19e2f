package main

import "fmt"

func main() {
	var v any
	done := make(chan bool)
	go func() {
		v = "text"
		done <- true
	}()
	<-done
	fmt.Println(v == nil || true)
}
