package main

import "fmt"

func main() {
	done := make(chan bool)
	x := 0
	go func() {
		x = 1
		done <- true
	}()
	<-done
	fmt.Println(x)
}
