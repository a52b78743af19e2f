package main

import "fmt"

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() {
		delete(m, 1)
		done <- true
	}()
	<-done
	_, ok := m[2]
	fmt.Println(ok)
}
