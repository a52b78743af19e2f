package main

import "fmt"

func main() {
	done := make(chan bool)
	x := 0
	go func() {
		x = 1
		close(done)
	}()
	<-done
	fmt.Println(x)
}
