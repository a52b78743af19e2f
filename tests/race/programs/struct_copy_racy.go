package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := &point{1, 2}
	done := make(chan bool)
	go func() {
		p.y = 3 // race
		done <- true
	}()
	q := *p // race
	<-done
	fmt.Println(q)
}
