package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := &point{1, 2}
	done := make(chan bool)
	go func() {
		p.y = 3
		done <- true
	}()
	<-done
	q := *p
	fmt.Println(q)
}
