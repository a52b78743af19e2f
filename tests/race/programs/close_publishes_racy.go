package main

import "fmt"

func main() {
	done := make(chan bool)
	x := 0
	go func() {
		close(done)
		x = 1 // race
	}()
	<-done
	fmt.Println(x) // race
}
