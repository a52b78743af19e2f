package main

import "fmt"

func main() {
	m := map[int]int{1: 1}
	start, done := make(chan bool), make(chan bool)
	go func() {
		<-start
		for range m { // race
		}
		close(done)
	}()
	start <- true
	m[3] = 3 // race
	<-done
	fmt.Println(len(m))
}
