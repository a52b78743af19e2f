package main

import "fmt"

type point struct{ x, y int }

func main() {
	var p point
	done := make(chan bool)
	go func() {
		_ = p.y + 1
		done <- true
	}()
	<-done
	p = point{3, 4}
	fmt.Println(p)
}
