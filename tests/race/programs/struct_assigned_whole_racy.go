package main

import "fmt"

type point struct{ x, y int }

func main() {
	var p point
	done := make(chan bool)
	go func() {
		_ = p.y + 1 // race
		done <- true
	}()
	p = point{3, 4} // race
	<-done
	fmt.Println(p)
}
