package main

import "fmt"

func main() {
	src := []int{1, 2, 3}
	dst := make([]int, 3)
	done := make(chan bool)
	go func() {
		src[1] = 5
		done <- true
	}()
	<-done
	copy(dst, src)
	fmt.Println(len(dst))
}
