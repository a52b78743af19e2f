package main

import "fmt"

func main() {
	var v any
	done := make(chan bool)
	go func() {
		v = "text" // race
		done <- true
	}()
	fmt.Println(v == nil || true) // race
	<-done
}
